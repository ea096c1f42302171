import Bulletins
import Diagnostics
import Languages
import Templating
import YAML

/// The words of a theme in each language: those of the languages, and those that a site's `strings/*.yaml` say otherwise or
/// add.
struct ThemeStrings: Sendable {
  /// The record that templates read as `t`.
  let shape: Shape
  private let languages: KnownLanguages
  /// What the theme's files say, by language.
  private let written: [String: [String: Phrase]]

  /// Where the files are.
  private static let folder = "strings/"

  /// Whether a file of the theme holds words.
  static func isFile(_ source: SourceFile) -> Bool { BuiltInTheme.name(of: source).hasPrefix(folder) }

  /// Reads the words of all languages: the theme's, and of those that it does not have, the languages' own.
  static func read(_ sources: [SourceFile], _ languages: KnownLanguages) -> (ThemeStrings, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var written: [String: [String: Phrase]] = [:]
    for source in sources where isFile(source) && source.path.hasSuffix(".yaml") {
      let (found, problems) = read(source)
      written[String(BuiltInTheme.name(of: source).dropFirst(folder.count).dropLast(".yaml".count))] = found
      diagnostics += problems
    }
    let strings = ThemeStrings(languages, written)
    for language in languages.own { diagnostics += strings.missing(in: language) }
    return (strings, diagnostics)
  }

  private init(_ languages: KnownLanguages, _ written: [String: [String: Phrase]]) {
    self.languages = languages
    self.written = written
    let keys = Set(written.values.flatMap(\.keys)).union(languages.fallback.words.keys).union(Typesetting.names)
    let fallback = written[languages.fallback.tag] ?? [:]
    shape = Shape(
      "the theme's strings",
      keys.sorted().map { key in
        let phrase = fallback[key] ?? languages.fallback.words[key]
        if case .counted = phrase { return .init(key, .any, phrase?.text(for: .other) ?? "") }
        return .init(key, .scalar, phrase?.text(for: .other) ?? "")
      })
  }

  private static func read(_ source: SourceFile) -> ([String: Phrase], [Diagnostic]) {
    let file = YAMLFile(source)
    guard let root = file.root else { return ([:], file.mistakes) }
    var found: [String: Phrase] = [:]
    var fields = YAMLFields(root, in: source)
    for key in fields.keys { found[key] = fields.phrase(key) }
    return (found, file.findings(fields.finish()))
  }

  /// What a language of the site has no word for, although something is known of it.
  private func missing(in language: Language) -> [Diagnostic] {
    let keys = shape.fields.map(\.name).filter { phrase($0, in: language) == nil }
    if language.isUnknown || keys.isEmpty { return [] }
    // The program's own words are written in the language's file, the theme's in the theme's.
    let (own, theme) = (
      keys.filter { languages.fallback.words[$0] != nil }, keys.filter { languages.fallback.words[$0] == nil }
    )
    var found: [Diagnostic] = []
    for (keys, file) in [
      (own, "Content/languages/\(language.tag).yaml"),
      (theme, "\(Theme.folder)\(ThemeStrings.folder)\(language.tag).yaml"),
    ] where !keys.isEmpty {
      let named = keys.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (keys.count > 5 ? ", …" : "")
      found.append(
        Diagnostic(
          .missingString, "there is no word in \(language.englishName) for \(named)", in: file,
          help:
            "add \(keys.count == 1 ? "`\(keys[0]):` with what it is" : "these \(keys.count) keys with what they are") in this language"
        ))
    }
    return found
  }

  /// What a language says for a word.
  private func phrase(_ key: String, in language: Language) -> Phrase? {
    written[language.tag]?[key] ?? written[LanguageTag.primary(of: language.tag)]?[key] ?? language.words[key]
      ?? language.typesetting.phrase(key)
  }

  /// The words of a language; where it has none, those that the languages fall back to, or those of any.
  func record(in tag: String) -> Value {
    let language = languages.tagged(tag)
    let texts = shape.fields.map { field -> Value in
      let any = written.sorted { $0.key < $1.key }.lazy.compactMap { $0.value[field.name] }.first
      if let phrase = phrase(field.name, in: language) { return value(phrase, in: language) }
      return value(phrase(field.name, in: languages.fallback) ?? any ?? .text(""), in: languages.fallback)
    }
    return .record(Record(shape, texts, keepsDigests: true))
  }

  private func value(_ phrase: Phrase, in language: Language) -> Value {
    guard case .counted = phrase else { return Value(phrase.text(for: .other)) }
    return CountedPhrase(phrase, in: language).record
  }
}

extension Typesetting {
  /// The words of the theme that are marks.
  fileprivate static let names = ["quote_open", "quote_close", "comma", "list_comma"]

  fileprivate func phrase(_ name: String) -> Phrase? {
    switch name {
    case "quote_open": .text(quotes.outer.open)
    case "quote_close": .text(quotes.outer.close)
    case "comma": .text(commas.clause)
    case "list_comma": .text(commas.list)
    default: nil
    }
  }
}

extension DiagnosticKind {
  static let missingString = DiagnosticKind(
    "missing-string", .warning,
    "A language of the site lacks words that pages print. Those of another language are printed until they are added.")
}
