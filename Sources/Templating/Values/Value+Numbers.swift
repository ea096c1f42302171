import Text

extension Value {
  /// A whole number: a small one where it fits.
  init(_ number: BigInteger) { self = number.small.map { .int($0) } ?? .big(number) }

  /// The number that digits write: whole where they say so, however large.
  init?(number digits: String) {
    if let whole = Int(digits) {
      self = .int(whole)
    } else if let big = BigInteger(digits.utf8.drop { $0 == UInt8(ascii: "-") }) {
      self.init(digits.hasPrefix("-") ? big.negated : big)
    } else if let number = Double(digits) {
      self = .double(number)
    } else {
      return nil
    }
  }

  /// The number that the value is; truth values count as 0 and 1.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    case .bool(let value): value ? 1 : 0
    case .big(let value): value.double
    default: nil
    }
  }

  /// The whole number that the value is; truth values count as 0 and 1. What it can overflow is checked where it is
  /// computed with; for places and lengths, there is `extent`.
  var integer: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The same, however large.
  var bigInteger: BigInteger? {
    if case .big(let value) = self { return value }
    return integer.map { BigInteger($0) }
  }

  /// Whether both are the same number: exactly, however large they are.
  func isSameNumber(as other: Value) -> Bool {
    if let a = integer, let b = other.integer { return a == b }
    guard let a = number, let b = other.number, a == b else { return false }
    return !isLessNumber(than: other, or: false) && !other.isLessNumber(than: self, or: false)
  }

  private func isLessNumber(than other: Value, or unknown: Bool) -> Bool { isLessNumber(than: other) ?? unknown }

  /// Whether the number is less than another; `nil` where one of them is none.
  func isLessNumber(than other: Value) -> Bool? {
    if let a = integer, let b = other.integer { return a < b }
    guard let a = number, let b = other.number else { return nil }
    // Where the nearest fractions differ, so do the numbers; where they do not, whole numbers decide.
    if a != b || !a.isFinite { return a < b }
    guard let x = exactInteger, let y = other.exactInteger else { return a < b }
    return x.isLess(than: y)
  }

  private var exactInteger: BigInteger? {
    if case .double(let value) = self { return BigInteger(exactly: value) }
    return bigInteger
  }
}
