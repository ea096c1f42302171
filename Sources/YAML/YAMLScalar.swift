import Text

/// What a scalar means by the core schema of YAML 1.2: only what stands without quotation marks is more than text.
public enum YAMLScalar: Sendable, Equatable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number of 64 bits; larger ones are text, so that no digit is lost.
  case int(Int)
  /// A finite number with a fraction or an exponent.
  case double(Double)
  /// Text.
  case text(String)

  /// What characters mean that were written with or without quotation marks.
  init(_ text: String, plain: Bool) {
    self = plain ? YAMLScalar.meaning(of: text) : .text(text)
  }

  private static func meaning(of text: String) -> YAMLScalar {
    // The first character rules out what most texts are not.
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return ["~", "null", "Null", "NULL"].contains(text) ? .null : .text(text)
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return ["true", "True", "TRUE"].contains(text) ? .bool(true) : .text(text)
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return ["false", "False", "FALSE"].contains(text) ? .bool(false) : .text(text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return number(text) ?? .text(text)
    default: return .text(text)
    }
  }

  private static func number(_ text: String) -> YAMLScalar? {
    if text.hasPrefix("0x") { return whole(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return whole(text.dropFirst(2), radix: 8) }
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let before = rest.prefix(while: \.isASCIIDigit).count
    rest = rest.dropFirst(before)
    if rest.isEmpty, before > 0 { return Int(text).map(YAMLScalar.int) }
    var after = 0
    if rest.first == UInt8(ascii: ".") {
      after = rest.dropFirst().prefix(while: \.isASCIIDigit).count
      rest = rest.dropFirst(1 + after)
    }
    guard before + after > 0, rest.isEmpty || isExponent(rest) else { return nil }
    return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
  }

  private static func whole(_ digits: Substring, radix: Int) -> YAMLScalar? {
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
    return Int(digits, radix: radix).map(YAMLScalar.int)
  }

  private static func isExponent(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "e") else { return false }
    var digits = text.dropFirst()
    if digits.first == UInt8(ascii: "+") || digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
  }
}

extension YAMLNode {
  /// What it means; `nil` for lists and mappings.
  public var scalar: YAMLScalar? {
    if case .scalar(let text, let plain) = content { return YAMLScalar(text, plain: plain) }
    return nil
  }

  /// Whether it is YAML's null: nothing, `~` or `null`.
  public var isNull: Bool { scalar == .null }

  /// `true` or `false` as YAML 1.2 writes them, without quotation marks.
  public var bool: Bool? {
    if case .bool(let value) = scalar { return value }
    return nil
  }
}
