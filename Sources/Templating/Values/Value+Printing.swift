import Text

extension Value {
  /// The value as it is printed, unescaped.
  public var printed: Bytes {
    var out = Bytes()
    write(to: &out)
    return out
  }

  /// Appends the value as it is printed, unescaped: numbers and lists as Python writes them.
  func write(to out: inout Bytes) {
    switch self {
    case .undefined: break
    case .none: out.append(contentsOf: "None".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "True" : "False").utf8)
    case .int(let value): out.append(decimal: value)
    case .double(let value): out.append(contentsOf: Value.written(value).utf8)
    case .text(let bytes), .safe(let bytes): out.append(contentsOf: bytes)
    case .list(let values): Value.write(values, "[", "]", to: &out)
    case .tuple(let values): Value.write(values, "(", values.count == 1 ? ",)" : ")", to: &out)
    case .record(let record): Value.write(zip(record.shape.fields.map { Value($0.name) }, record.values), to: &out)
    case .map(let map): Value.write(map.pairs.lazy.map { ($0.key, $0.value) }, to: &out)
    case .callable: out.append(contentsOf: "<function>".utf8)
    case .namespace(let space): Value.write(space.fields.pairs.lazy.map { ($0.key, $0.value) }, to: &out)
    }
  }

  /// Appends the value as it stands inside a list: texts in quotation marks.
  private func writeElement(to out: inout Bytes) {
    guard let bytes else { return write(to: &out) }
    let mark =
      bytes.contains(UInt8(ascii: "'")) && !bytes.contains(UInt8(ascii: "\"")) ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    out.append(mark)
    for byte in bytes {
      switch byte {
      case mark, UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out.append(contentsOf: #"\n"#.utf8)
      case 0x0D: out.append(contentsOf: #"\r"#.utf8)
      case 0x09: out.append(contentsOf: #"\t"#.utf8)
      default: out.append(byte)
      }
    }
    out.append(mark)
  }

  private static func write(_ values: [Value], _ open: String, _ close: String, to out: inout Bytes) {
    out.append(contentsOf: open.utf8)
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(contentsOf: ", ".utf8) }
      value.writeElement(to: &out)
    }
    out.append(contentsOf: close.utf8)
  }

  private static func write(_ pairs: some Sequence<(Value, Value)>, to out: inout Bytes) {
    out.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, value) in pairs {
      if !isFirst { out.append(contentsOf: ", ".utf8) }
      isFirst = false
      key.writeElement(to: &out)
      out.append(contentsOf: ": ".utf8)
      value.writeElement(to: &out)
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
