import Coding
import Diagnostics
import Languages
import Text

extension KnownLanguages {
  /// The languages of a site: those that it names, with what its own files say of them.
  ///
  /// - Parameters:
  ///   - tags: Those that the site names, in its order.
  ///   - dateOrder: Which comes first in dates of figures alone, where the site says so.
  ///   - files: The files below `Content/languages`.
  public static func of(
    site tags: [String], dateOrder: DateOrder? = nil, files: [SourceFile]
  ) -> (languages: KnownLanguages, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var written: [String: Language] = [:]
    for file in files {
      let tag = LanguageFile.tag(of: file.path)
      let (language, problems) = LanguageFile.read(file, over: embedded(tag) ?? Language(unknown: tag))
      diagnostics += problems + LostCharacters.find(in: file)
      written[tag] = language
    }
    let own = tags.map { tag -> Language in
      let base = LanguageTag.primary(of: tag)
      if let language = written[tag] ?? embedded(tag) ?? written[base] ?? embedded(base) {
        return language.tag == tag ? language : language.tagged(tag)
      }
      return Language(unknown: tag)
    }
    let digest = Fingerprint(of: files.flatMap { Bytes($0.path.utf8) + [0] + $0.bytes })
    let known = written
    let languages = KnownLanguages(
      own: own, fallback: written[fallbackTag] ?? fallback, dateOrder: dateOrder,
      key: files.isEmpty ? "" : digest.description
    ) {
      // The site's data of languages that it does not name holds, too.
      let program = EmbeddedFiles.languages.map { LanguageFile.tag(of: $0.path) }
      let tags = (program + known.keys.filter { !program.contains($0) }.sorted()).filter { tag in
        !own.contains { LanguageTag.primary(of: $0.tag) == tag }
      }
      return tags.compactMap { known[$0] ?? embedded($0) }
    }
    return (languages, diagnostics)
  }

  /// The languages of texts that belong to no site: all that the program brings, since they may be in any.
  public static let ofProgram = KnownLanguages.of(
    site: [fallbackTag] + EmbeddedFiles.languages.map { LanguageFile.tag(of: $0.path) }.filter { $0 != fallbackTag },
    files: []
  ).languages

  /// The tag of the language that a site is in, unless it says otherwise.
  public static let fallbackTag = {
    // Found without reading all of them: most builds need one or two.
    let mark = "\n\(LanguageFile.fallbackKey): true\n"
    let file = EmbeddedFiles.languages.first { $0.text.contains(mark) }
    return LanguageFile.tag(of: file?.path ?? "")
  }()

  /// The language that says what another has no word for, as the program has it.
  public static let fallback = embedded(fallbackTag) ?? Language(unknown: fallbackTag)

  /// What the program's own file says of a language; `nil` where it has none.
  static func embedded(_ tag: String) -> Language? {
    guard let file = EmbeddedFiles.languages.first(where: { LanguageFile.tag(of: $0.path) == tag }) else { return nil }
    let source = SourceFile(path: file.path, bytes: Bytes(file.text.utf8))
    return LanguageFile.read(source, over: Language(unknown: tag)).language
  }
}

extension LanguageFile {
  /// The tag of the language of which a file is: `pl` for `Content/languages/pl.yaml`.
  static func tag(of path: String) -> String {
    let name = path.pathParts.last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
