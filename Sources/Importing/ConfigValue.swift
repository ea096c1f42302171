import Diagnostics
import TOML
import Text
import YAML

/// A value of another engine's settings, whatever language they are written in.
indirect enum ConfigValue {
  case text(String)
  case list([ConfigValue])
  case table([(key: String, value: ConfigValue)])

  /// The value under a path of keys: `["params", "author"]`.
  subscript(_ path: String...) -> ConfigValue? {
    var value = self
    for key in path {
      guard case .table(let members) = value, let found = members.first(where: { $0.key == key }) else { return nil }
      value = found.value
    }
    return value
  }

  /// The text, where it is one and has anything in it.
  var text: String? {
    if case .text(let text) = self, !text.isEmpty { text } else { nil }
  }

  /// The values of a list, or the one value.
  var elements: [ConfigValue] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// The keys with their values.
  var members: [(key: String, value: ConfigValue)] {
    if case .table(let members) = self { members } else { [] }
  }

  /// The settings in a file, by its ending; `nil` where they can't be read.
  init?(_ path: String, _ bytes: Bytes) {
    let source = SourceFile(path: path, bytes: bytes)
    if path.hasSuffix(".toml") {
      guard case .success(let node) = TOMLDocument.read(source, 0..<bytes.count) else { return nil }
      self.init(node)
    } else if path.hasSuffix(".py") || path.hasSuffix(".js") || path.hasSuffix(".ts") {
      self = .table(ProgramSettings.assignments(in: bytes).map { ($0.name, .text($0.text)) })
    } else {
      guard case .success(let node) = YAMLDocument.read(source, 0..<bytes.count) else { return nil }
      self.init(node)
    }
  }

  private init(_ node: TOMLNode) {
    switch node.content {
    case .string(let text): self = .text(text)
    case .array(let nodes): self = .list(nodes.map { ConfigValue($0) })
    case .table(let members): self = .table(members.map { ($0.key, ConfigValue($0.value)) })
    case .integer, .float, .boolean, .date: self = .text(node.written)
    }
  }

  private init(_ node: YAMLNode) {
    if let members = node.members {
      self = .table(members.map { ($0.key.text ?? "", ConfigValue($0.value)) })
    } else if let elements = node.elements {
      self = .list(elements.map { ConfigValue($0) })
    } else {
      self = .text(node.text ?? "")
    }
  }
}
