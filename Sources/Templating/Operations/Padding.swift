import Text

/// Filling a text up to a width.
enum Padding {
  case left, right, center, zeroes

  /// The text with what is missing to a width.
  func applied(
    to value: Value, width: Int, filledWith fill: Unicode.Scalar = " ", _ input: Input
  ) throws(Failure) -> Value {
    let bytes = try input.printed(value)
    try input.allowance.spend(bytes.count >> 1)
    let missing = width - bytes.count { !$0.isUTF8Continuation }
    guard missing > 0 else { return value.isSafe ? .safe(bytes) : .text(bytes) }
    let filling = Bytes(String(fill).utf8)
    try input.allowance.take(bytes: bytes.count + filling.count * missing)
    let left =
      switch self {
      // Python puts an odd blank to the left in lines of odd width.
      case .center: missing / 2 + (missing & width & 1)
      case .right: 0
      case .left, .zeroes: missing
      }
    var result = Bytes()
    result.reserveCapacity(bytes.count + filling.count * missing)
    var text = bytes[...]
    if self == .zeroes, let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      result.append(sign)
      text.removeFirst()
    }
    for _ in 0..<left { result += filling }
    result += text
    for _ in left..<missing { result += filling }
    return value.isSafe ? .safe(result) : .text(result)
  }
}
