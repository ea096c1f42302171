import Glibc

/// Numbers in the formats of C.
enum PrintfFormat {
  /// The number as C prints it: with `f`, `e` or `g`, exact and rounded half to even.
  static func text(_ number: Double, digits: Int, form: Unicode.Scalar = "f") -> String {
    var buffer = [CChar](repeating: 0, count: 512)
    let count = buffer.count
    // The format takes an `int` and a `double`, which is what the list has; C writes no more than `count` bytes.
    let written = unsafe withVaList([Int32(min(100, max(0, digits))), number]) {
      unsafe vsnprintf(&buffer, count, "%.*\(form)", $0)
    }
    return String(decoding: buffer.prefix(max(0, Int(written))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
