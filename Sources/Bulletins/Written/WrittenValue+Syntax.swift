import TOML
import YAML

extension WrittenValue {
  /// A value as YAML has it.
  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let plain):
      self.init(.scalar(text, meaning: plain ? ExtraValue(node.scalar ?? .null) : .text(text)), at: node.range)
    case .sequence(let elements): self.init(.list(elements.map { WrittenValue($0) }), at: node.range)
    case .mapping(let members):
      let members = members.map { key, value in
        Member(key: key.text ?? "", keyRange: key.range, value: WrittenValue(value))
      }
      self.init(.mapping(members), at: node.range)
    }
  }

  /// A value as TOML has it.
  init(_ node: TOMLNode) {
    func scalar(_ meaning: ExtraValue) -> WrittenValue {
      WrittenValue(.scalar(node.written, meaning: meaning), at: node.range)
    }
    switch node.content {
    case .string(let text): self.init(text: text, at: node.range)
    case .integer(let number): self = scalar(.int(number))
    // Templates and the store know finite numbers only.
    case .float(let number): self = scalar(number.isFinite ? .double(number) : .text(node.written))
    case .boolean(let value): self = scalar(.bool(value))
    case .date: self = scalar(.text(node.written))
    case .array(let elements): self.init(.list(elements.map { WrittenValue($0) }), at: node.range)
    case .table(let members):
      let members = members.map { Member(key: $0.key, keyRange: $0.keyRange, value: WrittenValue($0.value)) }
      self.init(.mapping(members), at: node.range)
    }
  }
}

extension ExtraValue {
  fileprivate init(_ scalar: YAMLScalar) {
    switch scalar {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let number): self = .int(number)
    case .double(let number): self = .double(number)
    case .text(let text): self = .text(text)
    }
  }
}
