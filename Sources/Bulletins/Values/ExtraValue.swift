import Coding

/// A value of a key that the program does not know, kept for templates.
public indirect enum ExtraValue: Sendable, Equatable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A finite number with a fraction.
  case double(Double)
  /// Text.
  case text(String)
  /// A list.
  case list([ExtraValue])
  /// Keys with values, in the order of the file.
  case mapping([Member])

  /// A key with its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public let key: String
    /// The value.
    public let value: ExtraValue
  }

  /// The value as JSON.
  public var json: JSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .text(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .mapping(let members): .object(members.map { ($0.key, $0.value.json) })
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
      writer.put(members) { member, writer in
        writer.put(member.key)
        member.value.write(to: &writer)
      }
    case .int(let number):
      writer.put(5)
      writer.put(number)
    case .double(let number):
      writer.put(6)
      writer.put(Int(truncatingIfNeeded: number.bitPattern))
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
      self = .mapping(reader.list { Member(key: $0.text(), value: ExtraValue(from: &$0, depth: depth + 1)) })
    case 5: self = .int(reader.int())
    case 6: self = .double(Double(bitPattern: UInt64(truncatingIfNeeded: reader.int())))
    default:
      reader.markDamaged()
      self = .null
    }
  }
}
