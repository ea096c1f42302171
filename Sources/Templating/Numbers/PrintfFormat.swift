import Glibc

/// Numbers in the formats of C.
enum PrintfFormat {
  /// The number as C prints it: with `f`, `e` or `g`, exact and rounded half to even.
  ///
  /// - Parameter isAlternate: Keeps the point and the zeroes behind it, whether or not digits follow.
  static func text(
    _ number: Double, digits: Int, form: Unicode.Scalar = "f", isAlternate: Bool = false
  ) -> String {
    // The longest number has 309 digits before the point.
    var buffer = [CChar](repeating: 0, count: 400 + digits)
    let count = buffer.count
    // The format takes an `int` and a `double`, which is what the list has; C writes no more than `count` bytes.
    let written = unsafe withVaList([Int32(clamping: digits), number]) {
      unsafe vsnprintf(&buffer, count, "%\(isAlternate ? "#" : "").*\(form)", $0)
    }
    return String(decoding: buffer.prefix(max(0, Int(written))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The same for digits that a template asks for.
  static func text(
    _ number: Double, digits: Int, form: Unicode.Scalar, isAlternate: Bool, within allowance: Allowance
  ) throws(Failure) -> String {
    // Python writes no number with more digits either.
    guard digits < 100_000 else { throw Failure("a number is not written with \(digits) digits") }
    try allowance.take(bytes: 3 * digits)
    try allowance.spend(2_000)
    return text(number, digits: max(0, digits), form: form, isAlternate: isAlternate)
  }
}
