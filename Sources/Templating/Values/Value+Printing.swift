import Coding
import Text

extension Value {
  /// The value as it is printed, unescaped.
  ///
  /// - Throws: `Failure` where that is more than a rendering may make: lists can hold one long text many times.
  func printed(within allowance: Allowance) throws(Failure) -> Bytes {
    switch self {
    case .text(let bytes), .safe(let bytes): return bytes
    default:
      var out = Bytes()
      try write(to: &out, within: allowance)
      return out
    }
  }

  /// The value as a message names it: the beginning of a text, a number, or what kind of value it is.
  var excerpt: String {
    switch self {
    case .text(let bytes), .safe(let bytes):
      bytes.count <= 200 ? bytes.string : Array(bytes.prefix(100)).string + "…"
    case .int(let value): "\(value)"
    case .double(let value): Value.written(value)
    case .bool(let value): value ? "True" : "False"
    default: kind
    }
  }

  /// Appends the value as it is printed, unescaped: numbers and lists as Python writes them.
  func write(to out: inout Bytes, within allowance: Allowance, depth: Int = 0) throws(Failure) {
    switch self {
    case .undefined: break
    case .none: out.append(contentsOf: "None".utf8)
    case .bool(let value): out.append(contentsOf: (value ? "True" : "False").utf8)
    case .int(let value): out.append(decimal: value)
    case .double(let value): out.append(contentsOf: Value.written(value).utf8)
    case .big(let value):
      try allowance.spend(value.stepsToWrite)
      out.append(contentsOf: value.description.utf8)
    case .text(let bytes), .safe(let bytes):
      try allowance.take(bytes: bytes.count)
      out.append(contentsOf: bytes)
    case .list(let list): try Value.write(list.values, "[", "]", to: &out, within: allowance, depth)
    case .tuple(let list):
      try Value.write(list.values, "(", list.count == 1 ? ",)" : ")", to: &out, within: allowance, depth)
    case .record(let record) where record.shape.isTuple:
      try Value.write(record.values, "(", ")", to: &out, within: allowance, depth)
    case .record, .map: try Value.write(try pairs(within: allowance) ?? [], to: &out, within: allowance, depth)
    case .callable(let callable): out.append(contentsOf: callable.written.utf8)
    case .namespace(let space):
      out.append(contentsOf: "<Namespace ".utf8)
      try Value.write(space.map.pairs, to: &out, within: allowance, depth)
      out.append(UInt8(ascii: ">"))
    }
  }

  /// Appends the value as it stands inside a list: texts in quotation marks.
  func writeElement(to out: inout Bytes, within allowance: Allowance, depth: Int) throws(Failure) {
    try allowance.take(bytes: 32)
    guard let bytes else {
      if isUndefined { return out.append(contentsOf: "Undefined".utf8) }
      // A list that holds itself has no end.
      if depth > Value.maximumDepth { return out.append(contentsOf: "...".utf8) }
      return try write(to: &out, within: allowance, depth: depth)
    }
    try allowance.take(bytes: 2 * bytes.count)
    try allowance.spend(24 * bytes.count)
    if isSafe { out.append(contentsOf: "Markup(".utf8) }
    out.append(quoting: bytes)
    if isSafe { out.append(UInt8(ascii: ")")) }
  }

  private static func write(
    _ values: [Value], _ open: String, _ close: String, to out: inout Bytes, within allowance: Allowance, _ depth: Int
  ) throws(Failure) {
    out.append(contentsOf: open.utf8)
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(contentsOf: ", ".utf8) }
      try value.writeElement(to: &out, within: allowance, depth: depth + 1)
    }
    out.append(contentsOf: close.utf8)
  }

  private static func write(
    _ pairs: [(key: Value, value: Value)], to out: inout Bytes, within allowance: Allowance, _ depth: Int
  ) throws(Failure) {
    out.append(UInt8(ascii: "{"))
    for (index, pair) in pairs.enumerated() {
      if index > 0 { out.append(contentsOf: ", ".utf8) }
      try pair.key.writeElement(to: &out, within: allowance, depth: depth + 1)
      out.append(contentsOf: ": ".utf8)
      try pair.value.writeElement(to: &out, within: allowance, depth: depth + 1)
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
  func writeEscaped(to out: inout Bytes, within allowance: Allowance) throws(Failure) {
    switch self {
    case .text(let bytes):
      try allowance.take(bytes: bytes.count)
      try allowance.take(bytes: out.appendCountingGrowth(escaping: bytes))
    case .safe(let bytes):
      try allowance.take(bytes: bytes.count)
      out.append(contentsOf: bytes)
    case .int(let number): out.append(decimal: number)
    case .undefined: break
    default:
      let bytes = try printed(within: allowance)
      try allowance.take(bytes: out.appendCountingGrowth(escaping: bytes))
    }
  }

  /// Texts one after the other: markup if one of them is and that counts, the others escaped then.
  static func joined(
    _ values: [Value], separator: Value? = nil, keepsMarkup: Bool = true, within allowance: Allowance
  ) throws(Failure) -> Value {
    let isMarkup = keepsMarkup && (values.contains(where: \.isSafe) || separator?.isSafe == true)
    var bytes = Bytes()
    for (index, value) in values.enumerated() {
      try allowance.spend(30)
      if index > 0, let separator { try separator.write(to: &bytes, escaping: isMarkup, within: allowance) }
      try value.write(to: &bytes, escaping: isMarkup, within: allowance)
    }
    return isMarkup ? .safe(bytes) : .text(bytes)
  }

  private func write(to out: inout Bytes, escaping: Bool, within allowance: Allowance) throws(Failure) {
    if escaping {
      try writeEscaped(to: &out, within: allowance)
    } else {
      try write(to: &out, within: allowance)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends text so that markup reads it as text; the result is how many bytes that needed beside its own.
  fileprivate mutating func appendCountingGrowth(escaping bytes: Bytes) -> Int {
    let before = count
    append(escaping: bytes)
    return count - before - bytes.count
  }

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
