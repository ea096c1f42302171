import Text

extension Value {
  /// Reads JSON; `nil` when the text is none. Objects become maps that keep the order of their keys.
  public init?(json text: Bytes) {
    var reader = JSONReader(text)
    guard let value = reader.document() else { return nil }
    self = value
  }

  /// The value as JSON that may stand inside a `script` element; `nil` for what JSON has no form for.
  var json: Bytes? { json(indentedBy: nil) }

  /// The same, with each element on a line of its own when an indent is given.
  func json(indentedBy indent: Int?) -> Bytes? {
    var out = Bytes()
    return writeJSON(to: &out, indent: indent, depth: 0) ? out : nil
  }

  private func writeJSON(to out: inout Bytes, indent: Int?, depth: Int) -> Bool {
    switch self {
    case .none: out.append(contentsOf: "null".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .double(let value) where !value.isFinite: return false
    case .int, .double: write(to: &out)
    case .text(let bytes), .safe(let bytes): out.append(jsonString: bytes)
    case .list(let values), .tuple(let values):
      let layout = JSONLayout(open: "[", close: "]", indent: indent, depth: depth)
      return layout.write(values, to: &out) { value, out in value.writeJSON(to: &out, indent: indent, depth: depth + 1)
      }
    case .map, .record:
      let layout = JSONLayout(open: "{", close: "}", indent: indent, depth: depth)
      return layout.write(pairs ?? [], to: &out) { pair, out in
        out.append(jsonString: pair.key.printed)
        out.append(contentsOf: ": ".utf8)
        return pair.value.writeJSON(to: &out, indent: indent, depth: depth + 1)
      }
    case .undefined, .callable, .namespace: return false
    }
    return true
  }
}

/// How the elements of an array or object are set: on one line, or each on its own.
private struct JSONLayout {
  let open: Character
  let close: Character
  let indent: Int?
  let depth: Int

  func write<Element>(
    _ elements: [Element], to out: inout Bytes, _ writeElement: (Element, inout Bytes) -> Bool
  ) -> Bool {
    out.append(contentsOf: String(open).utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(contentsOf: (indent == nil ? ", " : ",").utf8) }
      breakLine(depth + 1, &out)
      guard writeElement(element, &out) else { return false }
    }
    if !elements.isEmpty { breakLine(depth, &out) }
    out.append(contentsOf: String(close).utf8)
    return true
  }

  private func breakLine(_ depth: Int, _ out: inout Bytes) {
    guard let indent else { return }
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: indent * depth))
  }
}

/// A reader of JSON that keeps the order of keys, which Foundation's does not.
private struct JSONReader {
  private let text: Bytes
  private var at = 0
  private var depth = 0

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
    var map = ValueMap()
    if skip("}") { return .map(map) }
    repeat {
      skipSpace()
      guard at < text.count, text[at] == UInt8(ascii: "\""), let key = string(), skip(":"), let value = value() else {
        return nil
      }
      map[.text(key)] = value
    } while skip(",")
    return skip("}") ? .map(map) : nil
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
    case let number: return Int(number).map(Value.int) ?? Double(number).map(Value.double)
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
