import Text

/// A JSON value that is written out: what machines read from the program.
public indirect enum JSON: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number with a fraction; `null` where it is not finite, since JSON has no such numbers.
  case double(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSON])
  /// An object; members keep their order.
  case object([(String, JSON)])

  /// Strings as an array.
  public static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map(JSON.string)) }

  /// A string, or `null`.
  public static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// The value on one line, without spaces that carry nothing.
  public var bytes: Bytes {
    var out = Bytes()
    write(to: &out)
    return out
  }

  private func write(to out: inout Bytes) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): out.append(contentsOf: String(value).utf8)
    case .double(let value): out.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
    case .string(let value): out.append(jsonString: value.utf8)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(contentsOf: ", ".utf8) }
        value.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(contentsOf: ", ".utf8) }
        out.append(jsonString: member.0.utf8)
        out.append(contentsOf: ": ".utf8)
        member.1.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// Equal when written alike.
  public static func == (a: JSON, b: JSON) -> Bool { a.bytes == b.bytes }
}
