import Text

/// Numbers as people and programs write them, read as Python reads them: with blanks around, digits of any script, and
/// single underscores between digits.
enum NumberText {
  /// The longest text that is read.
  private static let longest = 10_000

  /// The whole number that a text writes to a base; `nil` where it writes none. The base 0 is told by the text.
  static func whole(_ bytes: Bytes, base: Int, within allowance: Allowance) throws(Failure) -> BigInteger? {
    guard base == 0 || (2...36).contains(base), var text = plain(bytes) else { return nil }
    let isNegative = takeSign(&text)
    var radix = base
    var hadPrefix = false
    if text.first == 0x30, text.count > 1,
      let prefixed = [UInt8](arrayLiteral: 0x78, 0x6F, 0x62).firstIndex(of: text[1] | 0x20)
    {
      let of = [16, 8, 2][prefixed]
      if base == of || base == 0 {
        radix = of
        hadPrefix = true
        text.removeFirst(2)
      }
    }
    if base == 0, radix == 0 {
      // A number that is no zero does not begin with one.
      if text.first == 0x30, text.contains(where: { $0 != 0x30 && $0 != 0x5F }) { return nil }
      radix = 10
    }
    if hadPrefix, text.first == 0x5F { text.removeFirst() }
    guard let digits = withoutUnderscores(text), !digits.isEmpty else { return nil }
    try allowance.spend(digits.count * digits.count / 50 + digits.count * 8)
    guard let number = BigInteger(digits, radix: UInt32(radix)) else { return nil }
    return isNegative ? number.negated : number
  }

  /// The number that a text writes, with a fraction or an exponent; `nil` where it writes none.
  static func fraction(_ bytes: Bytes) -> Double? {
    guard var text = plain(bytes) else { return nil }
    let isNegative = takeSign(&text)
    let word = text.map { $0 | 0x20 }.string
    if ["nan", "inf", "infinity"].contains(word) {
      return word == "nan" ? .nan : isNegative ? -.infinity : .infinity
    }
    guard let text = withoutUnderscores(text), text.first?.isASCIIDigit == true || text.first == UInt8(ascii: "."),
      text.allSatisfy({ $0.isASCIIDigit || ".eE+-".utf8.contains($0) }), text.contains(where: \.isASCIIDigit)
    else { return nil }
    // A point may stand first or last, which Swift does not read.
    let string = text.string
    let mark = string.firstIndex { $0 == "e" || $0 == "E" } ?? string.endIndex
    let mantissa = "0" + string[..<mark] + (string[..<mark].contains(".") ? "0" : "")
    guard string[..<mark].contains(where: \.isNumber) else { return nil }
    guard let number = Double(mantissa + string[mark...]) else { return nil }
    return isNegative ? -number : number
  }

  /// The text in ASCII, without blanks around it; `nil` where that is impossible.
  private static func plain(_ bytes: Bytes) -> Bytes? {
    guard bytes.count <= longest else { return nil }
    var text = Bytes()
    for scalar in bytes.string.trimming().unicodeScalars {
      if scalar.value < 0x80 {
        text.append(UInt8(scalar.value))
      } else if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
        text.append(0x30 + UInt8(digit))
      } else {
        return nil
      }
    }
    return text
  }

  private static func takeSign(_ text: inout Bytes) -> Bool {
    guard let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return false }
    text.removeFirst()
    return sign == UInt8(ascii: "-")
  }

  /// The text without the underscores that stand between digits; `nil` where one stands elsewhere.
  private static func withoutUnderscores(_ text: Bytes) -> Bytes? {
    guard text.contains(0x5F) else { return text }
    func isPart(_ index: Int) -> Bool {
      text.indices.contains(index) && (text[index].isASCIIDigit || text[index].isASCIILetter)
    }
    for (index, byte) in text.enumerated() where byte == 0x5F && !(isPart(index - 1) && isPart(index + 1)) {
      return nil
    }
    return text.filter { $0 != 0x5F }
  }
}
