import Text

extension Span<UInt8> {
  /// The piece that begins at an offset: where it ends, at a space or the text's end, and its first eight bytes as `head`
  /// has them. Most are shorter and are seen at once.
  @inline(__always)
  func piece(from start: Int) -> (end: Int, head: UInt64) {
    guard start + 8 <= count else {
      let end = endOfPiece(from: start)
      return (end, head(start..<end))
    }
    let word = word(at: start)
    let spaces = (word ^ Span.spaces).zeroBytes
    guard spaces != 0 else { return (endOfPiece(from: start + 8), word.byteSwapped) }
    let length = spaces.trailingZeroBitCount / 8
    return (start + length, word.byteSwapped & ~(UInt64.max >> UInt64(length * 8)))
  }

  /// Eight spaces.
  private static var spaces: UInt64 { 0x2020_2020_2020_2020 }

  /// Where the piece ends that goes on at an offset.
  private func endOfPiece(from start: Int) -> Int {
    var at = start
    while at + 8 <= count {
      let spaces = (word(at: at) ^ Span.spaces).zeroBytes
      if spaces != 0 { return at + spaces.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count, self[at] != 0x20 { at += 1 }
    return at
  }

  /// The first eight bytes of a part as one number, the first byte highest; zeros stand for those that it lacks.
  @inline(__always)
  func head(_ part: Range<Int>) -> UInt64 {
    if part.lowerBound + 8 <= count {
      let word = word(at: part.lowerBound).byteSwapped
      return part.count >= 8 ? word : word & ~(UInt64.max >> UInt64(part.count * 8))
    }
    var head: UInt64 = 0
    for index in part { head |= UInt64(self[index]) << UInt64(56 - (index - part.lowerBound) * 8) }
    return head
  }

  /// A hash of the span for tables of one run: quick, and no part of what is published.
  ///
  /// - Parameter head: Its first eight bytes.
  @inline(__always)
  func quickHash(_ head: UInt64) -> UInt32 {
    var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    if count > 8 {
      var at = 8
      while at + 8 < count {
        hash = (hash ^ hash >> 32 ^ word(at: at)) &* 0x9E37_79B9_7F4A_7C15
        at += 8
      }
      hash = (hash ^ hash >> 32 ^ word(at: count - 8)) &* 0x9E37_79B9_7F4A_7C15
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
