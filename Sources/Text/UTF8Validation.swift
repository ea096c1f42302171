extension Array where Element == UInt8 {
  /// The offset of the first byte that is not part of well-formed UTF-8, or of a NUL; `nil` when all is well.
  package var firstIllFormedOffset: Int? { span.firstIllFormedOffset }
}

extension Span<UInt8> {
  /// The offset of the first byte that is not part of well-formed UTF-8, or of a NUL; `nil` when all is well.
  ///
  /// What is well-formed is for the standard library to say. ASCII is passed over here, sixteen bytes at once, which is
  /// several times faster than asking about it.
  package var firstIllFormedOffset: Int? {
    var at = endOfASCII(from: 0)
    while at < count {
      if self[at] == 0 { return at }
      // As far as the next eight bytes of ASCII.
      var end = at
      var zeros: UInt64 = 0
      while end + 8 <= count {
        let word = word(at: end)
        if word & Span.highBits == 0 { break }
        zeros |= (word &- Span.lowBits) & ~word & Span.highBits
        end += 8
      }
      if end + 8 > count { end = count }
      let run = extracting(at..<end)
      let null = zeros != 0 || end == count ? run.firstOffset(of: 0) : nil
      do {
        _ = try UTF8Span(validating: run)
        if let null { return at + null }
      } catch {
        return at + Swift.min(error.byteOffsets.lowerBound, null ?? .max)
      }
      at = endOfASCII(from: end)
    }
    return nil
  }

  /// The offset of the first byte at or after `start` that is no ASCII, or NUL, or the end.
  private func endOfASCII(from start: Int) -> Int {
    var at = start
    while at + 16 <= count {
      let words = words(at: at)
      let unusual = ((words &- SIMD2(repeating: Span.lowBits)) & ~words | words) & SIMD2(repeating: Span.highBits)
      if unusual[0] | unusual[1] != 0 { break }
      at += 16
    }
    while at + 8 <= count {
      let word = word(at: at)
      let unusual = ((word &- Span.lowBits) & ~word | word) & Span.highBits
      if unusual != 0 { return at + unusual.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count, self[at] > 0, self[at] < 0x80 { at += 1 }
    return at
  }

  /// The lowest and the highest bit of each byte of a word.
  private static var lowBits: UInt64 { 0x0101_0101_0101_0101 }
  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }
}

extension Span<UInt8> {
  /// How many code points well-formed UTF-8 has.
  package var codePointCount: Int {
    var continuations = 0
    var at = 0
    while at + 8 <= count {
      let word = self.word(at: at)
      // The highest bit of a byte is set and the one below is not.
      let bits = (word & ~(word << 1) & Span.highBits) >> 7
      // The product has the sum of the bytes in its highest one.
      continuations += Int((bits &* Span.lowBits) >> 56)
      at += 8
    }
    while at < count {
      if self[at].isUTF8Continuation { continuations += 1 }
      at += 1
    }
    return count - continuations
  }
}
