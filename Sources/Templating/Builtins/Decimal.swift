import Glibc

/// Numbers with a fixed number of digits behind the point.
enum Decimal {
  /// The exact value rounded to some digits, half to even, as C prints it.
  static func text(_ number: Double, digits: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let written = withVaList([Int32(min(60, max(0, digits))), number]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
    return String(decoding: buffer.prefix(max(0, Int(written))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
