import Coding

/// A value of a key that the program does not know, kept for templates.
public indirect enum ExtraValue: Sendable, Equatable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// Text, numbers among it.
  case text(String)
  /// A list.
  case list([ExtraValue])
  /// Keys with values.
  case mapping([String: ExtraValue])

  /// The value as JSON, with the keys of mappings in order.
  public var json: JSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .text(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .mapping(let members): .object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })
    }
  }
}

extension ExtraValue {
  func write(to writer: inout BinaryWriter) {
    switch self {
    case .null: writer.put(0)
    case .bool(let value):
      writer.put(1)
      writer.put(value)
    case .text(let text):
      writer.put(2)
      writer.put(text)
    case .list(let values):
      writer.put(3)
      writer.put(values) { $0.write(to: &$1) }
    case .mapping(let members):
      writer.put(4)
      writer.put(members.sorted { $0.key < $1.key }) { member, writer in
        writer.put(member.key)
        member.value.write(to: &writer)
      }
    }
  }

  init(from reader: inout BinaryReader, depth: Int = 0) {
    let kind = reader.int()
    switch kind {
    case 0: self = .null
    case 1: self = .bool(reader.bool())
    case 2: self = .text(reader.text())
    case 3 where depth < 200: self = .list(reader.list { ExtraValue(from: &$0, depth: depth + 1) })
    case 4 where depth < 200:
      let members = reader.list { reader in (reader.text(), ExtraValue(from: &reader, depth: depth + 1)) }
      self = .mapping(Dictionary(members, uniquingKeysWith: { $1 }))
    default:
      reader.markDamaged()
      self = .null
    }
  }
}
