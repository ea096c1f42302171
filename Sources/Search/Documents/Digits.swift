import Text

/// Numbers as the files of an index have them, in 64 characters that stand in the order of their values and need no
/// escape in a script or an address.
enum Digits {
  /// The digit of a value below 64: of `-`, `0` to `9`, `A` to `Z`, `_`, `a` to `z`. By counting the gaps between them in
  /// ASCII, since many millions are written.
  @inline(__always)
  static func digit(_ value: Int) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: value)
    let gaps: UInt8 = (value >= 1 ? 2 : 0) + (value >= 11 ? 7 : 0) + (value >= 37 ? 4 : 0) + (value >= 38 ? 1 : 0)
    return value &+ UInt8(ascii: "-") &+ gaps
  }

  /// The two digits of each number below 1,024, the first one lower: most numbers of an index have two.
  static let twos: [UInt16] = (0..<1_024).map { UInt16(digit($0 & 31 | 32)) | UInt16(digit($0 >> 5)) << 8 }

  /// How many digits the numbers below another have at most.
  static func most(below number: Int) -> Int {
    var (digits, rest) = (1, number >> 5)
    while rest > 0 {
      digits += 1
      rest >>= 5
    }
    return digits
  }

  /// The value of a digit; `nil` for another byte.
  static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit - UInt8(ascii: "a")) + 38
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit - UInt8(ascii: "A")) + 11
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0")) + 1
    case UInt8(ascii: "-"): 0
    case UInt8(ascii: "_"): 37
    default: nil
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends a number in as few digits as it needs: five bits in each, the lowest first; those that others follow are the
  /// upper half of all.
  mutating func append(digits number: Int) {
    precondition(number >= 0)
    var rest = number
    while rest >= 32 {
      append(Digits.digit(rest & 31 | 32))
      rest &>>= 5
    }
    append(Digits.digit(rest))
  }
}

extension MutableSpan where Element == UInt8 {
  /// Writes a number at an offset, as `append(digits:)` does, and moves the offset behind it.
  ///
  /// - Parameter twos: `Digits.twos`.
  @inline(__always)
  mutating func write(digits number: Int, at offset: inout Int, twos: Span<UInt16>) {
    var rest = number
    if rest >= 32, rest < 1_024 {
      let digits = twos[rest]
      self[offset] = UInt8(truncatingIfNeeded: digits)
      self[offset &+ 1] = UInt8(truncatingIfNeeded: digits >> 8)
      offset &+= 2
      return
    }
    while rest >= 32 {
      self[offset] = Digits.digit(rest & 31 | 32)
      offset &+= 1
      rest &>>= 5
    }
    self[offset] = Digits.digit(rest)
    offset &+= 1
  }
}

/// Reads numbers one after another.
struct DigitReader {
  private let digits: Bytes
  private var at: Int
  private let end: Int

  init(_ digits: Bytes, from start: Int = 0, to end: Int? = nil) {
    self.digits = digits
    at = start
    self.end = end ?? digits.count
  }

  /// The next number; `nil` at the end, and where there is none.
  mutating func next() -> Int? {
    var number = 0
    var shift = 0
    while at < end, shift < 60, let value = Digits.value(digits[at]) {
      at += 1
      number |= (value & 31) << shift
      if value < 32 { return number }
      shift += 5
    }
    return nil
  }
}
