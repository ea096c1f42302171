extension BigInteger {
  /// The quotient rounded down and the remainder with the divisor's sign; the divisor must not be zero.
  func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    let (quotient, rest) = BigInteger.divide(digits, by: divisor.digits)
    let whole = BigInteger(quotient, isNegative: isNegative != divisor.isNegative)
    let remainder = BigInteger(rest, isNegative: isNegative)
    if remainder.digits.isEmpty || isNegative == divisor.isNegative { return (whole, remainder) }
    return (whole.plus(BigInteger(-1)), remainder.plus(divisor))
  }

  /// Division as on paper, digit by digit (Knuth's algorithm D): each digit is guessed from the first digits, and the
  /// guess is at most two too large.
  private static func divide(_ a: [UInt32], by b: [UInt32]) -> (quotient: [UInt32], rest: [UInt32]) {
    if compare(a, b) < 0 { return ([], a) }
    guard b.count > 1, let top = b.last else { return divide(a, bySmall: b.first ?? 1) }
    // Shifted so that the divisor's first bit is set, which makes the guesses good.
    let shift = UInt32(top.leadingZeroBitCount)
    let divisor = shifted(b, left: shift)
    var rest = shifted(a, left: shift) + [0]
    let n = b.count
    var quotient = [UInt32](repeating: 0, count: a.count - n + 1)
    for at in (0...(a.count - n)).reversed() {
      let first = UInt64(rest[at + n]) << 32 | UInt64(rest[at + n - 1])
      var guess = first / UInt64(divisor[n - 1])
      var left = first % UInt64(divisor[n - 1])
      while guess >> 32 > 0 || guess * UInt64(divisor[n - 2]) > left << 32 | UInt64(rest[at + n - 2]) {
        guess -= 1
        left += UInt64(divisor[n - 1])
        if left >> 32 > 0 { break }
      }
      if !subtract(divisor, times: guess, from: &rest, at: at) {
        guess -= 1
        add(divisor, to: &rest, at: at)
      }
      quotient[at] = UInt32(truncatingIfNeeded: guess)
    }
    return (quotient, shifted(Array(rest[..<n]), right: shift))
  }

  private static func divide(_ a: [UInt32], bySmall b: UInt32) -> (quotient: [UInt32], rest: [UInt32]) {
    var quotient = a
    var rest: UInt64 = 0
    for index in a.indices.reversed() {
      let part = rest << 32 | UInt64(a[index])
      quotient[index] = UInt32(part / UInt64(b))
      rest = part % UInt64(b)
    }
    return (quotient, [UInt32(rest)])
  }

  /// Takes a multiple of a number away; the result is whether that was not too much.
  private static func subtract(_ b: [UInt32], times factor: UInt64, from a: inout [UInt32], at start: Int) -> Bool {
    var (carry, borrow) = (UInt64(0), Int64(0))
    for index in b.indices {
      let product = factor * UInt64(b[index]) + carry
      carry = product >> 32
      let rest = Int64(a[start + index]) - borrow - Int64(product & 0xFFFF_FFFF)
      a[start + index] = UInt32(truncatingIfNeeded: rest)
      borrow = rest < 0 ? 1 : 0
    }
    let rest = Int64(a[start + b.count]) - borrow - Int64(carry)
    a[start + b.count] = UInt32(truncatingIfNeeded: rest)
    return rest >= 0
  }

  private static func add(_ b: [UInt32], to a: inout [UInt32], at start: Int) {
    var carry: UInt64 = 0
    for index in b.indices {
      let sum = UInt64(a[start + index]) + UInt64(b[index]) + carry
      a[start + index] = UInt32(truncatingIfNeeded: sum)
      carry = sum >> 32
    }
    a[start + b.count] = UInt32(truncatingIfNeeded: UInt64(a[start + b.count]) + carry)
  }

  private static func shifted(_ digits: [UInt32], left shift: UInt32) -> [UInt32] {
    var carry: UInt64 = 0
    var result = digits.map { digit in
      let wide = UInt64(digit) << UInt64(shift) | carry
      carry = wide >> 32
      return UInt32(truncatingIfNeeded: wide)
    }
    if carry > 0 { result.append(UInt32(carry)) }
    return result
  }

  private static func shifted(_ digits: [UInt32], right shift: UInt32) -> [UInt32] {
    digits.indices.map { index in
      let above = index + 1 < digits.count ? UInt64(digits[index + 1]) << 32 : 0
      return UInt32(truncatingIfNeeded: (above | UInt64(digits[index])) >> UInt64(shift))
    }
  }
}
