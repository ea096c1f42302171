import Diagnostics
import Languages
import YAML

/// YAML between two `---` lines at the top of a file.
enum FrontMatter {
  /// Reads the front matter in a range of a file.
  static func read(
    _ source: SourceFile, _ range: Range<Int>, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    let root: YAMLNode
    switch YAMLDocument.read(source, range) {
    case .success(let node): root = node
    case .failure(let error):
      let mistake = Diagnostic(
        .malformedFrontMatter, "the front matter is no YAML: \(error.message)", at: source.location(error.range),
        help: "a text that holds a colon or a quotation mark wants quotation marks around it")
      return (Metadata(from: .frontMatter), [mistake])
    }
    guard let members = root.members else {
      let mistake = Diagnostic(
        .malformedFrontMatter, "front matter must be `key: value` lines, not \(root.description)",
        at: source.location(root.range))
      return (Metadata(from: .frontMatter), [mistake])
    }
    var reader = MetadataReader(source: source, origin: .frontMatter, languages)
    // The language first: names and dates are read in it.
    for (key, value) in members { reader.note(key.text ?? "", WrittenValue(value)) }
    for (key, value) in members where !value.isNull {
      reader.read(key.text ?? "", WrittenValue(value), key: key.range, value: value.range)
    }
    return (reader.metadata, reader.diagnostics)
  }
}

extension WrittenValue {
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): self = node.bool.map(WrittenValue.bool) ?? .text(text)
    case .sequence(let elements): self = .list(elements.map(WrittenValue.init))
    case .mapping(let members): self = .mapping(members.map { ($0.key.text ?? "", WrittenValue($0.value)) })
    }
  }
}

extension DiagnosticKind {
  static let malformedFrontMatter = DiagnosticKind(
    "malformed-front-matter", .error,
    "The YAML between the two `---` lines can't be read. A text with a colon or quotation marks in it wants quotation marks around it; each one that is opened must be closed."
  )
}
