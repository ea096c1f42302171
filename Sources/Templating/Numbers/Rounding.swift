import Glibc

/// Rounding to places before and behind the point, as Python has it: halves go to the even neighbour.
enum Rounding {
  /// A number with a fraction, rounded by its exact value.
  static func rounded(_ number: Double, digits: Int) -> Double {
    guard number.isFinite, number != 0, digits < 400 else { return number }
    if digits >= 0 { return Double(PrintfFormat.text(number, digits: digits)) ?? number }
    // How many digits stand before the last that is kept.
    let scientific = PrintfFormat.text(number, digits: 30, form: "e")
    let exponent = scientific.split(separator: "e").last.flatMap { Int($0) } ?? 0
    let places = exponent + digits
    if places >= 0 { return Double(PrintfFormat.text(number, digits: places, form: "e")) ?? number }
    let isMoreThanHalf = places == -1 && abs(number) > 5 * pow(10, Double(exponent))
    let result = isMoreThanHalf ? pow(10, Double(-digits)) : 0
    return number < 0 ? -result : result
  }

  /// A whole number, rounded to tens, hundreds and so on: `digits` is negative.
  static func rounded(_ number: BigInteger, digits: Int, within allowance: Allowance) throws(Failure) -> BigInteger {
    let places = -digits
    // No number has so many digits.
    guard places < 10_000 else { return BigInteger(0) }
    var scale = BigInteger(1)
    for _ in 0..<places {
      try allowance.spend(scale.steps(with: BigInteger(10)))
      guard let next = scale.times(BigInteger(10)) else { return BigInteger(0) }
      scale = next
    }
    try allowance.spend(3 * number.steps(with: scale))
    let (quotient, rest) = number.divided(by: scale)
    let twice = rest.plus(rest)
    let isOdd = (quotient.digits.first ?? 0) & 1 == 1
    let goesUp = scale.isLess(than: twice) || (twice == scale && isOdd)
    return quotient.plus(BigInteger(goesUp ? 1 : 0)).times(scale) ?? number
  }
}
