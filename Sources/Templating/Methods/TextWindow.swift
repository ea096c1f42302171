import Text

/// The part of a text in which a method looks, from one place to another, as Python counts them.
struct TextWindow {
  private let bytes: Bytes
  /// Offsets of bytes.
  let start: Int
  let end: Int
  /// The place of `start` in code points, and whether it lies within the text.
  private let first: Int
  private let isInside: Bool

  /// The window that the second and third argument of a method say.
  init(_ bytes: Bytes, _ input: Input) throws(Failure) {
    self.bytes = bytes
    try input.allowance.spend(bytes.count >> 4)
    let (from, to) = (try input.optionalExtent(1), try input.optionalExtent(2))
    guard from != nil || to != nil else {
      (start, end, first, isInside) = (0, bytes.count, 0, true)
      return
    }
    try input.allowance.spend(bytes.count)
    let count = bytes.count { !$0.isUTF8Continuation }
    func place(_ wanted: Int) -> Int { min(max(wanted < 0 ? wanted + count : wanted, 0), count) }
    first = place(from ?? 0)
    let last = place(to ?? count)
    isInside = (from ?? 0) <= count && first <= last
    start = bytes.offset(ofScalar: first)
    end = max(start, bytes.offset(ofScalar: last))
  }

  /// Whether a part stands at an offset.
  func contains(_ part: Bytes, at offset: Int) -> Bool {
    isInside && offset >= start && offset + part.count <= end && bytes.has(part, at: offset)
  }

  /// Where the part stands first or last, in code points; -1 where it does not.
  func place(of part: Bytes, fromEnd: Bool = false, _ input: Input) throws(Failure) -> Value {
    guard isInside else { return .int(-1) }
    let offset: Int?
    if part.isEmpty {
      offset = fromEnd ? end : start
    } else if fromEnd {
      offset = try bytes.lastOffset(of: part, in: start..<end, within: input.allowance)
    } else {
      let found = try bytes.firstOffset(of: part, from: start, within: input.allowance)
      offset = found.flatMap { $0 + part.count <= end ? $0 : nil }
    }
    guard let offset else { return .int(-1) }
    try input.allowance.spend(offset - start)
    return .int(first + bytes[start..<offset].count { !$0.isUTF8Continuation })
  }

  /// How often the part stands in the window, each time behind the time before.
  func count(of part: Bytes, _ input: Input) throws(Failure) -> Value {
    guard isInside else { return .int(0) }
    if part.isEmpty {
      try input.allowance.spend(end - start)
      return .int(bytes[start..<end].count { !$0.isUTF8Continuation } + 1)
    }
    var (count, at) = (0, start)
    while let found = try bytes.firstOffset(of: part, from: at, within: input.allowance), found + part.count <= end {
      count += 1
      at = found + part.count
    }
    return .int(count)
  }
}

extension Array where Element == UInt8 {
  /// The offset at which a code point begins.
  fileprivate func offset(ofScalar place: Int) -> Int {
    var left = place
    for (offset, byte) in enumerated() where !byte.isUTF8Continuation {
      if left == 0 { return offset }
      left -= 1
    }
    return count
  }

  /// The offset of the last occurrence of a part in a range, with each comparison paid.
  func lastOffset(of part: Bytes, in range: Range<Int>, within allowance: Allowance) throws(Failure) -> Int? {
    var at = range.upperBound - part.count
    while at >= range.lowerBound {
      var length = 0
      while length < part.count, self[at + length] == part[length] { length += 1 }
      try allowance.spend(2 + length)
      if length == part.count { return at }
      at -= 1
    }
    return nil
  }
}
