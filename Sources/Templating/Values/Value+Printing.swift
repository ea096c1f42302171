import Coding
import Text

extension Value {
  /// The value as it is printed, unescaped.
  public var printed: Bytes {
    switch self {
    case .text(let bytes), .safe(let bytes): return bytes
    default:
      var out = Bytes()
      write(to: &out)
      return out
    }
  }

  /// Appends the value as it is printed, unescaped: numbers and lists as Python writes them.
  func write(to out: inout Bytes, depth: Int = 0) {
    switch self {
    case .undefined: break
    case .none: out.append(contentsOf: "None".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "True" : "False").utf8)
    case .int(let value): out.append(decimal: value)
    case .double(let value): out.append(contentsOf: Value.written(value).utf8)
    case .big(let value): out.append(contentsOf: value.description.utf8)
    case .text(let bytes), .safe(let bytes): out.append(contentsOf: bytes)
    case .list(let list): Value.write(list.values, "[", "]", to: &out, depth)
    case .tuple(let list): Value.write(list.values, "(", list.count == 1 ? ",)" : ")", to: &out, depth)
    case .record(let record) where record.shape.isTuple: Value.write(record.values, "(", ")", to: &out, depth)
    case .record, .map: Value.write(pairs ?? [], to: &out, depth)
    case .callable: out.append(contentsOf: "<function>".utf8)
    case .namespace(let space):
      out.append(contentsOf: "<Namespace ".utf8)
      Value.write(space.map.pairs, to: &out, depth)
      out.append(UInt8(ascii: ">"))
    }
  }

  /// Appends the value as it stands inside a list: texts in quotation marks.
  func writeElement(to out: inout Bytes, depth: Int) {
    guard let bytes else {
      // A list that holds itself, or holds another twice and so on, has no end.
      if depth > Value.maximumDepth || out.count > 1 << 26 { return out.append(contentsOf: "...".utf8) }
      return write(to: &out, depth: depth)
    }
    if isSafe { out.append(contentsOf: "Markup(".utf8) }
    let mark: Unicode.Scalar =
      bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\"")) ? "\"" : "'"
    var text = String.UnicodeScalarView()
    for scalar in bytes.string.unicodeScalars { text.append(contentsOf: Value.quoted(scalar, mark).unicodeScalars) }
    out.append(contentsOf: "\(mark)\(text)\(mark)".utf8)
    if isSafe { out.append(UInt8(ascii: ")")) }
  }

  /// A character as Python writes it inside quotation marks: what can't be seen is written by its number.
  private static func quoted(_ scalar: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    switch scalar {
    case mark, "\\": return "\\\(scalar)"
    case "\n": return #"\n"#
    case "\r": return #"\r"#
    case "\t": return #"\t"#
    case " "..."~": return String(scalar)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      let digits = String(scalar.value, radix: 16)
      let (letter, length) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
      return "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
    default: return String(scalar)
    }
  }

  private static func write(_ values: [Value], _ open: String, _ close: String, to out: inout Bytes, _ depth: Int) {
    out.append(contentsOf: open.utf8)
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(contentsOf: ", ".utf8) }
      value.writeElement(to: &out, depth: depth + 1)
    }
    out.append(contentsOf: close.utf8)
  }

  private static func write(_ pairs: [(key: Value, value: Value)], to out: inout Bytes, _ depth: Int) {
    out.append(UInt8(ascii: "{"))
    for (index, pair) in pairs.enumerated() {
      if index > 0 { out.append(contentsOf: ", ".utf8) }
      pair.key.writeElement(to: &out, depth: depth + 1)
      out.append(contentsOf: ": ".utf8)
      pair.value.writeElement(to: &out, depth: depth + 1)
    }
    out.append(UInt8(ascii: "}"))
  }

  private static func written(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let text = "\(value)"
    // Python writes a sign and two digits in exponents.
    guard let mark = text.firstIndex(of: "e") else { return text }
    var mantissa = String(text[..<mark])
    if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
    var exponent = text[text.index(after: mark)...]
    let sign = exponent.hasPrefix("-") ? "-" : "+"
    if exponent.first == "-" || exponent.first == "+" { exponent.removeFirst() }
    return mantissa + "e" + sign + (exponent.count < 2 ? "0" : "") + exponent
  }

  /// Appends the value as markup: what is not safe is escaped.
  func writeEscaped(to out: inout Bytes) {
    switch self {
    case .text(let bytes): out.append(escaping: bytes)
    case .safe(let bytes): out.append(contentsOf: bytes)
    case .int(let number): out.append(decimal: number)
    case .undefined: break
    default: out.append(escaping: printed)
    }
  }

  /// Texts one after the other: markup if one of them is and that counts, the others escaped then.
  static func joined(_ values: [Value], separator: Value? = nil, keepsMarkup: Bool = true) -> Value {
    let isMarkup = keepsMarkup && (values.contains(where: \.isSafe) || separator?.isSafe == true)
    var bytes = Bytes()
    for (index, value) in values.enumerated() {
      if index > 0, let separator {
        if isMarkup { separator.writeEscaped(to: &bytes) } else { separator.write(to: &bytes) }
      }
      if isMarkup { value.writeEscaped(to: &bytes) } else { value.write(to: &bytes) }
    }
    return isMarkup ? .safe(bytes) : .text(bytes)
  }
}

extension Array where Element == UInt8 {
  /// Appends a whole number without making a String of it.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }
}
