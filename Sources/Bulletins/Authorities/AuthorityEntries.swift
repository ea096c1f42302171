import Diagnostics
import Text
import YAML

/// Reads the list of entries that an authority file is, with or without a key over it.
enum AuthorityEntries {
  static func read(
    _ source: SourceFile, under key: String, beside: (inout YAMLFields) -> Void = { _ in },
    entry: (inout YAMLFields, YAMLNode) -> [Diagnostic]
  ) -> [Diagnostic] {
    let file = YAMLFile(source)
    guard let root = file.root else { return file.mistakes }
    var list = root
    var diagnostics = LostCharacters.find(in: source)
    if root.members != nil {
      var fields = YAMLFields(root, in: source)
      beside(&fields)
      list = fields.value(key) ?? YAMLNode(.sequence([]), range: root.range)
      diagnostics += fields.finish()
    }
    guard let elements = list.elements else {
      let noList = Diagnostic(
        .wrongEntry, "a list of \(key) is expected here, not \(list.description)", at: source.location(list.range),
        help: "begin the line of each entry with `- name:`")
      return file.findings(diagnostics + [noList])
    }
    for element in elements {
      var fields = YAMLFields(element.text.map { nameOnly($0, element) } ?? element, in: source)
      diagnostics += entry(&fields, element)
      diagnostics += fields.finish()
    }
    return file.findings(diagnostics)
  }

  /// An entry may be no more than a name.
  private static func nameOnly(_ name: String, _ node: YAMLNode) -> YAMLNode {
    let key = YAMLNode(.scalar("name", plain: true), range: node.range)
    return YAMLNode(.mapping([(key, YAMLNode(.scalar(name, plain: true), range: node.range))]), range: node.range)
  }
}

extension DiagnosticKind {
  static let wrongEntry = DiagnosticKind(
    "wrong-entry", .error, "`people.yaml` and `topics.yaml` are lists of entries, each with a `name:`.")
}
