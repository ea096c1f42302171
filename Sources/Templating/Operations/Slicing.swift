import Text

/// Slices as Python takes them: negative positions count from the end, out of range is cut.
enum Slicing {
  static func slice(
    _ value: Value, from: Value, to: Value, step: Value, within allowance: Allowance
  ) throws(Failure) -> Value {
    switch value {
    case .list(let list):
      let positions = try positions(list.count, from, to, step)
      try allowance.take(values: positions.count)
      return .mutableList(positions.map { list.values[$0] })
    case .tuple(let list):
      let positions = try positions(list.count, from, to, step)
      try allowance.take(values: positions.count)
      return .tuple(positions.map { list.values[$0] })
    case .text(let bytes), .safe(let bytes):
      let part = try slice(bytes, from, to, step, within: allowance)
      return value.isSafe ? .safe(part) : .text(part)
    case .undefined: return .undefined
    default: throw Failure("\(value.kind) can't be sliced")
    }
  }

  private static func slice(
    _ bytes: Bytes, _ from: Value, _ to: Value, _ step: Value, within allowance: Allowance
  ) throws(Failure) -> Bytes {
    try allowance.spend(bytes.count)
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      let positions = try positions(bytes.count, from, to, step)
      try allowance.take(bytes: positions.count)
      return positions.map { bytes[$0] }
    }
    try allowance.take(bytes: 4 * bytes.count)
    try allowance.spend(20 * bytes.count)
    let scalars = Array(bytes.string.unicodeScalars)
    let positions = try positions(scalars.count, from, to, step)
    try allowance.take(bytes: 4 * positions.count)
    return Bytes(String(String.UnicodeScalarView(positions.map { scalars[$0] })).utf8)
  }

  /// The code point at a position of a text.
  static func element(_ index: Int, of value: Value, within allowance: Allowance) throws(Failure) -> Value {
    // No text has more code points than bytes.
    guard let bytes = value.bytes, index < bytes.count, -index <= bytes.count else { return .undefined }
    try allowance.spend(index < 0 ? -index : index)
    var (at, left) = (index < 0 ? bytes.count : 0, index)
    while left < 0, at > 0 {
      at -= 1
      if !bytes[at].isUTF8Continuation { left += 1 }
    }
    while left > 0, at < bytes.count {
      at += 1
      if at == bytes.count || !bytes[at].isUTF8Continuation { left -= 1 }
    }
    guard left == 0, at < bytes.count else { return .undefined }
    let end = bytes[(at + 1)...].firstIndex { !$0.isUTF8Continuation } ?? bytes.count
    let element = Bytes(bytes[at..<end])
    return value.isSafe ? .safe(element) : .text(element)
  }

  /// The places that a slice takes of so many.
  private static func positions(
    _ count: Int, _ from: Value, _ to: Value, _ step: Value
  ) throws(Failure) -> StrideTo<Int> {
    let step = try number(step) ?? 1
    guard step != 0 else { throw Failure("the step of a slice can't be zero") }
    func bound(_ index: Int?, else standard: Int, _ lowest: Int, _ highest: Int) -> Int {
      guard let index else { return standard }
      return min(max(index < 0 ? index + count : index, lowest), highest)
    }
    let (start, end) = (try number(from), try number(to))
    return step > 0
      ? stride(from: bound(start, else: 0, 0, count), to: bound(end, else: count, 0, count), by: step)
      : stride(
        from: bound(start, else: count - 1, -1, count - 1), to: bound(end, else: -1, -1, count - 1), by: step)
  }

  private static func number(_ value: Value) throws(Failure) -> Int? {
    if case .none = value { return nil }
    guard let number = value.extent else {
      throw Failure("a place in a slice must be a whole number, not \(value.kind)")
    }
    return number
  }
}

extension StrideTo<Int> {
  /// How many numbers there are, without going through them.
  fileprivate var count: Int { underestimatedCount }
}
