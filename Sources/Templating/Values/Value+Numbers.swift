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

  /// The whole number that the value is; truth values count as 0 and 1.
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
}
