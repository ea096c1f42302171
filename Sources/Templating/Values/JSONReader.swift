import Text

/// A reader of JSON that keeps the order of keys, which Foundation's does not.
///
/// Objects become records, those with the same keys of one shape: templates then find a field without looking up a text.
struct JSONReader {
  private let text: Bytes
  private var at = 0
  private var depth = 0
  private var shapes: [[Bytes]: Shape] = [:]

  /// Objects with more keys are dictionaries rather than records of a kind.
  private static let mostFields = 32

  init(_ text: Bytes) { self.text = text }

  mutating func document() -> Value? {
    guard let value = value() else { return nil }
    skipSpace()
    return at == text.count ? value : nil
  }

  private mutating func value() -> Value? {
    skipSpace()
    guard at < text.count, depth < 512 else { return nil }
    switch text[at] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map { .text($0) }
    default: return word()
    }
  }

  private mutating func object() -> Value? {
    at += 1
    depth += 1
    defer { depth -= 1 }
    var keys: [Bytes] = []
    var values: [Value] = []
    if skip("}") { return .map(ValueMap()) }
    repeat {
      skipSpace()
      guard at < text.count, text[at] == UInt8(ascii: "\""), let key = string(), skip(":"), let value = value() else {
        return nil
      }
      keys.append(key)
      values.append(value)
    } while skip(",")
    return skip("}") ? object(keys, values) : nil
  }

  private mutating func object(_ keys: [Bytes], _ values: [Value]) -> Value {
    if let shape = shapes[keys] { return .record(Record(shape, values)) }
    guard keys.count <= JSONReader.mostFields, Set(keys).count == keys.count else {
      var map = ValueMap()
      for (key, value) in zip(keys, values) { map[.text(key)] = value }
      return .map(map)
    }
    let shape = Shape("an object", isClosed: false, keys.map { Shape.Field($0.string, .any, "") })
    shapes[keys] = shape
    return .record(Record(shape, values))
  }

  private mutating func array() -> Value? {
    at += 1
    depth += 1
    defer { depth -= 1 }
    var values: [Value] = []
    if skip("]") { return .list(values) }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while skip(",")
    return skip("]") ? .list(values) : nil
  }

  private mutating func string() -> Bytes? {
    at += 1
    var bytes = Bytes()
    while at < text.count, text[at] != UInt8(ascii: "\"") {
      guard text[at] == UInt8(ascii: "\\") else {
        bytes.append(text[at])
        at += 1
        continue
      }
      guard at + 1 < text.count, escape(text[at + 1], to: &bytes) else { return nil }
    }
    guard at < text.count else { return nil }
    at += 1
    return bytes
  }

  private mutating func escape(_ letter: UInt8, to bytes: inout Bytes) -> Bool {
    at += 2
    switch letter {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "u"):
      guard var code = codeUnit() else { return false }
      if (0xD800..<0xDC00).contains(code), at + 1 < text.count, text[at] == UInt8(ascii: "\\"),
        text[at + 1] == UInt8(ascii: "u")
      {
        at += 2
        guard let low = codeUnit() else { return false }
        code = 0x10000 + ((code - 0xD800) << 10) + (low &- 0xDC00) & 0x3FF
      }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      bytes.append(contentsOf: String(scalar).utf8)
    default: bytes.append(letter)
    }
    return true
  }

  private mutating func codeUnit() -> UInt32? {
    guard at + 4 <= text.count, let code = UInt32(Array(text[at..<at + 4]).string, radix: 16) else { return nil }
    at += 4
    return code
  }

  private mutating func word() -> Value? {
    let start = at
    while at < text.count, text[at].isASCIILetter || text[at].isASCIIDigit || "+-.".utf8.contains(text[at]) { at += 1 }
    switch Array(text[start..<at]).string {
    case "null": return Value.none
    case "true": return .bool(true)
    case "false": return .bool(false)
    case let number: return Value(number: number)
    }
  }

  private mutating func skipSpace() { while at < text.count, text[at].isASCIISpace { at += 1 } }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < text.count, text[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }
}
