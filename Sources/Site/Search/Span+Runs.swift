import Text

extension Span<UInt8> {
  /// Where a run of text ends that began before an offset: at markup, at a control character, at the second of two spaces,
  /// or where a blank may begin that is not ASCII. Eight bytes are looked at at once: an archive has a hundred million.
  func endOfRun(from start: Int) -> Int {
    var at = start
    // The space before these eight bytes, if one is there, in the first one's place.
    var before: UInt64 = at > 0 && self[at - 1] == 0x20 ? 0x80 : 0
    while at + 8 <= count {
      let word = word(at: at)
      let spaces = Span.places(of: 0x20, in: word)
      let stops =
        Span.places(of: UInt8(ascii: "<"), in: word) | Span.places(of: UInt8(ascii: "&"), in: word)
        | Span.places(of: 0, in: word, but: 0x1F) | Span.places(of: 0xC2, in: word)
        | Span.places(of: 0xE2, in: word, but: 0x01) | spaces & (spaces << 8 | before)
      if stops != 0 { return at + stops.trailingZeroBitCount / 8 }
      before = spaces >> 56
      at += 8
    }
    while at < count, !Span.ends(self[at], behind: self[at - 1]) { at += 1 }
    return at
  }

  /// The same of one byte.
  private static func ends(_ byte: UInt8, behind last: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == 0xC2 || byte == 0xE2
      || byte == 0xE3 || byte == 0x20 && last == 0x20
  }

  /// The high bit of each of eight bytes that is a certain one, some bits left aside. Behind the first such byte it may be
  /// another's; a run that ends too early goes on with the next.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64, but aside: UInt8 = 0) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    return ((word ^ UInt64(byte) &* each) & ~(UInt64(aside) &* each)).zeroBytes
  }
}
