/// A whole number that does not fit into 64 bits. A class, so that a value stays small.
///
/// The magnitude is kept in digits to the base 2³², the lowest first, as schoolbooks compute.
public final class BigInteger: Sendable {
  let isNegative: Bool
  let digits: [UInt32]

  /// More digits than this are refused: a template that needs them is lost in a loop.
  private static let longest = 1_000

  init(_ digits: [UInt32], isNegative: Bool) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  /// The whole number that a number with a fraction is; `nil` where it is none.
  convenience init?(exactly number: Double) {
    guard number.isFinite, number == number.rounded(.towardZero) else { return nil }
    guard abs(number) >= 9_007_199_254_740_992 else {
      self.init(Int(number))
      return
    }
    // The significand has 53 bits, and the exponent is at least as large.
    let shift = Int(number.exponent) - 52
    let bits = number.significandBitPattern | 1 << 52
    var digits = [UInt32](repeating: 0, count: shift / 32)
    let (low, high) = (bits << UInt64(shift % 32), shift % 32 == 0 ? 0 : bits >> UInt64(64 - shift % 32))
    digits += [UInt32(truncatingIfNeeded: low), UInt32(low >> 32), UInt32(high)]
    self.init(digits, isNegative: number < 0)
  }

  convenience init(_ number: Int) {
    let magnitude = number.magnitude
    self.init([UInt32(truncatingIfNeeded: magnitude), UInt32(magnitude >> 32)], isNegative: number < 0)
  }

  /// A number from its digits; `nil` where one of them is none to the base, or there are too many.
  convenience init?(_ text: some Collection<UInt8>, radix: UInt32 = 10) {
    guard !text.isEmpty, text.count <= 9 * BigInteger.longest else { return nil }
    var digits: [UInt32] = []
    // As many digits at once as surely fit into one of ours.
    let together = radix <= 10 ? 9 : radix <= 16 ? 7 : 6
    var (part, scale, count) = (UInt32(0), UInt32(1), 0)
    for byte in text {
      guard let digit = byte.digit(radix: radix) else { return nil }
      part = part * radix + digit
      scale *= radix
      count += 1
      if count == together {
        BigInteger.scale(&digits, by: scale, plus: part)
        (part, scale, count) = (0, 1, 0)
      }
    }
    BigInteger.scale(&digits, by: scale, plus: part)
    self.init(digits, isNegative: false)
  }

  private static func scale(_ digits: inout [UInt32], by factor: UInt32, plus carry: UInt32) {
    var carry = UInt64(carry)
    for index in digits.indices {
      let product = UInt64(digits[index]) * UInt64(factor) + carry
      digits[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { digits.append(UInt32(carry)) }
  }

  /// The number within 64 bits; `nil` where it does not fit.
  var small: Int? {
    if digits.count > 2 { return nil }
    let magnitude = digits.reversed().reduce(UInt64(0)) { $0 << 32 | UInt64($1) }
    if isNegative { return magnitude <= UInt64(Int.max) + 1 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int(exactly: magnitude)
  }

  var negated: BigInteger { BigInteger(digits, isNegative: !isNegative) }

  /// The nearest number with a fraction.
  var double: Double {
    guard let top = digits.last else { return 0 }
    // The first 64 bits, of which the last says whether anything follows, are rounded as all of them would be.
    let length = digits.count * 32 - top.leadingZeroBitCount
    let shift = max(0, length - 64)
    var bits: UInt64 = 0
    for index in shift / 32..<min(digits.count, shift / 32 + 3) {
      let place = (index - shift / 32) * 32 - shift % 32
      bits |= place < 0 ? UInt64(digits[index]) >> UInt64(-place) : UInt64(digits[index]) << UInt64(place)
    }
    let hasRest =
      digits[..<(shift / 32)].contains { $0 != 0 } || digits[shift / 32] & ((1 << UInt32(shift % 32)) - 1) != 0
    let magnitude = Double(sign: .plus, exponent: shift, significand: Double(hasRest ? bits | 1 : bits))
    return isNegative ? -magnitude : magnitude
  }

  func isLess(than other: BigInteger) -> Bool {
    if isNegative != other.isNegative { return isNegative }
    let order = BigInteger.compare(digits, other.digits)
    return isNegative ? order > 0 : order < 0
  }

  func equals(_ other: BigInteger) -> Bool { isNegative == other.isNegative && digits == other.digits }

  // MARK: Arithmetic

  func plus(_ other: BigInteger) -> BigInteger {
    if isNegative == other.isNegative {
      return BigInteger(BigInteger.sum(digits, other.digits), isNegative: isNegative)
    }
    if BigInteger.compare(digits, other.digits) >= 0 {
      return BigInteger(BigInteger.difference(digits, other.digits), isNegative: isNegative)
    }
    return BigInteger(BigInteger.difference(other.digits, digits), isNegative: other.isNegative)
  }

  /// The product; `nil` where it is too long.
  func times(_ other: BigInteger) -> BigInteger? {
    guard digits.count + other.digits.count <= BigInteger.longest else { return nil }
    var result = [UInt32](repeating: 0, count: digits.count + other.digits.count + 1)
    for (i, a) in digits.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in other.digits.enumerated() {
        let sum = UInt64(a) * UInt64(b) + UInt64(result[i + j]) + carry
        result[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result[i + other.digits.count] = UInt32(carry)
    }
    return BigInteger(result, isNegative: isNegative != other.isNegative)
  }

  /// How many steps it takes to multiply the number with another, or to divide one by the other.
  func steps(with other: BigInteger) -> Int { 20 + (digits.count + 1) * (other.digits.count + 1) }

  /// How many steps it takes to write the number.
  var stepsToWrite: Int { 20 + digits.count * digits.count * 4 }

  static func compare(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for (x, y) in zip(a, b).reversed() where x != y { return x < y ? -1 : 1 }
    return 0
  }

  private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(a.count, b.count) {
      let sum = UInt64(index < a.count ? a[index] : 0) + UInt64(index < b.count ? b[index] : 0) + carry
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    return result + [UInt32(carry)]
  }

  /// What is left of the larger number.
  private static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var borrow: Int64 = 0
    for index in a.indices {
      let rest = Int64(a[index]) - Int64(index < b.count ? b[index] : 0) - borrow
      borrow = rest < 0 ? 1 : 0
      result.append(UInt32(truncatingIfNeeded: rest))
    }
    return result
  }
}

extension BigInteger: Hashable {
  /// Whether both are the same number.
  public static func == (a: BigInteger, b: BigInteger) -> Bool { a.equals(b) }

  /// Mixes the number into a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(digits)
  }
}

extension UInt8 {
  /// The value of a digit, `a` for ten and so on; `nil` where it is none to the base.
  fileprivate func digit(radix: UInt32) -> UInt32? {
    let lower = self | 0x20
    let digit = isASCIIDigit ? UInt32(self) - 0x30 : lower >= 0x61 && lower <= 0x7A ? UInt32(lower) - 0x61 + 10 : 99
    return digit < radix ? digit : nil
  }
}

extension BigInteger: CustomStringConvertible {
  /// The number to the base of ten.
  public var description: String {
    var rest = digits
    var groups: [String] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let part = remainder << 32 | UInt64(rest[index])
        rest[index] = UInt32(part / 1_000_000_000)
        remainder = part % 1_000_000_000
      }
      while rest.last == 0 { rest.removeLast() }
      let group = String(remainder)
      groups.append(rest.isEmpty ? group : String(repeating: "0", count: 9 - group.count) + group)
    }
    return (isNegative ? "-" : "") + (groups.isEmpty ? "0" : groups.reversed().joined())
  }
}
