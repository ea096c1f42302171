import Diagnostics
import YAML

/// YAML between two `---` lines at the top of a file.
enum FrontMatter {
  /// Reads the front matter in a range of a file.
  static func read(_ source: SourceFile, _ range: Range<Int>) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    let root: YAMLNode
    switch YAMLDocument.read(source, range) {
    case .success(let node): root = node
    case .failure(let error):
      let mistake = Diagnostic(
        .malformedFrontMatter, "the front matter is no YAML: \(error.message)", at: source.place(error.range),
        help: "a text that holds a colon or a quotation mark wants quotation marks around it")
      return (Metadata(from: .frontMatter), [mistake])
    }
    guard let members = root.members else {
      let mistake = Diagnostic(
        .malformedFrontMatter, "front matter must be `key: value` lines, not \(root.description)",
        at: source.place(root.range))
      return (Metadata(from: .frontMatter), [mistake])
    }
    var values = FieldValues(source: source, origin: .frontMatter)
    for (key, value) in members where !value.isNull {
      values.set(key.text ?? "", FieldValue(value), key: key.range, value: value.range)
    }
    return (values.metadata, values.diagnostics)
  }
}

extension FieldValue {
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): self = node.bool.map(FieldValue.bool) ?? .text(text)
    case .sequence(let elements): self = .list(elements.map(FieldValue.init))
    case .mapping(let members): self = .mapping(members.map { ($0.key.text ?? "", FieldValue($0.value)) })
    }
  }
}
