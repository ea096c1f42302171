import Diagnostics
import Languages
import TOML
import YAML

/// What stands between two fences at the top of a file.
enum FrontMatter {
  /// Reads the front matter of a file.
  static func read(
    _ source: SourceFile, _ block: FrontMatterBlock, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    switch block.syntax {
    case .yaml: readYAML(source, block.content, called: "YAML", languages)
    // All JSON is YAML, too.
    case .json: readYAML(source, block.content, called: "JSON", languages)
    case .toml: readTOML(source, block.content, languages)
    case .franklin:
      read(
        WrittenValue(.mapping(FranklinHead.members(in: source, block.content)), at: block.content), in: source,
        languages)
    }
  }

  private static func readYAML(
    _ source: SourceFile, _ range: Range<Int>, called name: String, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    switch YAMLDocument.read(source, range) {
    case .success(let root):
      let repeated = root.repeatedKeysAtAnyDepth(in: source, by: Metadata.comparedKey)
      let (metadata, diagnostics) = read(WrittenValue(root), in: source, languages)
      return (metadata, repeated + diagnostics)
    case .failure(let failure): return malformed(name, failure, in: source, range, languages)
    }
  }

  /// What is wrong with front matter that is no YAML, also in the keys that can be read.
  private static func malformed(
    _ name: String, _ failure: YAMLFailure, in source: SourceFile, _ range: Range<Int>, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    let start = failure.mistakes.first?.range.lowerBound ?? range.lowerBound
    if let merge = merge(in: source, range) { return malformed(merge) }
    if let unclosed = UnclosedFrontMatter.finding(in: source, at: range, before: start) { return malformed(unclosed) }
    // JSON has no lines of keys, on which what else is wrong could be told.
    let found = name == "JSON" ? failure.mistakes.prefix(1) : failure.mistakes[...]
    let mistakes = found.map { mistake in
      Diagnostic(
        .malformedFrontMatter, "the front matter is no \(name): \(mistake.message)", at: source.location(mistake.range),
        help: mistake.help, mend: mistake.mend)
    }
    guard name != "JSON", let members = failure.rest?.members else { return malformed(mistakes) }
    // Of a value that can't be read, its key is left.
    let whole = members.filter { !failure.isUnread($0.key.range) }.map { key, value in
      (key: key, value: failure.isUnread(value.range) ? YAMLNode(.scalar("", plain: true), range: key.range) : value)
    }
    var (metadata, diagnostics) = read(WrittenValue(YAMLNode(.mapping(whole), range: range)), in: source, languages)
    metadata.isMalformed = true
    return (metadata, mistakes + diagnostics)
  }

  /// The marks of a merge, of which more than one line makes no sense.
  private static func merge(in source: SourceFile, _ range: Range<Int>) -> Diagnostic? {
    ConflictMarker.find(in: source, from: 1).flatMap { found in
      found.location.map { range.contains($0.range.lowerBound) } ?? false ? found : nil
    }
  }

  private static func readTOML(
    _ source: SourceFile, _ range: Range<Int>, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    switch TOMLDocument.read(source, range) {
    case .success(let root): read(WrittenValue(root), in: source, languages)
    case .failure(let error):
      malformed(
        merge(in: source, range) ?? UnclosedFrontMatter.finding(in: source, at: range, before: error.range.lowerBound)
          ?? Diagnostic(
            .malformedFrontMatter, "the front matter is no TOML: \(error.message)", at: source.location(error.range),
            help: error.help))
    }
  }

  /// Reads the members of a mapping.
  private static func read(
    _ root: WrittenValue, in source: SourceFile, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    guard let members = root.members else {
      return malformed(
        Diagnostic(
          .malformedFrontMatter, "front matter must be `key: value` lines, not \(root.description)",
          at: source.location(root.range)))
    }
    var reader = MetadataReader(source: source, origin: .frontMatter, languages)
    // The language first: names and dates are read in it.
    for member in members { reader.note(member.key, member.value) }
    for member in members { reader.read(member.key, member.value, key: member.keyRange) }
    return (reader.metadata, reader.diagnostics)
  }

  /// What comes of front matter that can't be read: its mistake, and nothing else that could be missing.
  private static func malformed(_ mistakes: Diagnostic...) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    malformed(mistakes)
  }

  private static func malformed(_ mistakes: [Diagnostic]) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    var metadata = Metadata(from: .frontMatter)
    metadata.isMalformed = true
    return (metadata, mistakes)
  }
}

extension DiagnosticKind {
  static let malformedFrontMatter = DiagnosticKind(
    "malformed-front-matter", .error,
    "What stands between the two fences at the top of the file (`---` for YAML, `+++` for TOML) can't be read. A text with a colon or quotation marks in it wants quotation marks around it; each one that is opened must be closed."
  )
}
