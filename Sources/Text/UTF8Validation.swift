extension Array where Element == UInt8 {
  /// The offset of the first byte that is not part of well-formed UTF-8, or of a NUL; `nil` when all is well.
  package var firstIllFormedOffset: Int? {
    withUnsafeBufferPointer { bytes in
      var at = 0
      let raw = UnsafeRawBufferPointer(bytes)
      while at < bytes.count {
        // Sixteen or eight bytes of ASCII at once, none of them a NUL.
        while at + 16 <= bytes.count {
          let words = raw.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self)
          let zeros = (words &- 0x0101_0101_0101_0101) & ~words
          let unusual = (words | zeros) & 0x8080_8080_8080_8080
          if unusual[0] | unusual[1] != 0 { break }
          at += 16
        }
        while at + 8 <= bytes.count {
          let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          let zeros = (word &- 0x0101_0101_0101_0101) & ~word
          let unusual = UInt64(littleEndian: word | zeros) & 0x8080_8080_8080_8080
          if unusual != 0 {
            at += unusual.trailingZeroBitCount / 8
            break
          }
          at += 8
        }
        guard at < bytes.count else { return nil }
        let lead = bytes[at]
        if lead < 0x80 {
          if lead == 0 { return at }
          at += 1
          continue
        }
        guard let length = scalarLength(lead), at + length <= bytes.count else { return at }
        for next in at + 1..<at + length where !bytes[next].isUTF8Continuation { return at }
        if !isAllowed(lead, bytes[at + 1]) { return at }
        at += length
      }
      return nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// How many code points well-formed UTF-8 has.
  package var codePointCount: Int {
    var continuations = 0
    var at = 0
    while at + 8 <= count {
      let word = loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // The highest bit of a byte is set and the one below is not.
      continuations += (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      at += 8
    }
    while at < count {
      if self[at].isUTF8Continuation { continuations += 1 }
      at += 1
    }
    return count - continuations
  }
}

private func scalarLength(_ lead: UInt8) -> Int? {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: nil
  }
}

/// Overlong forms, surrogates and code points above U+10FFFF all show in the second byte.
private func isAllowed(_ lead: UInt8, _ second: UInt8) -> Bool {
  switch lead {
  case 0xE0: second >= 0xA0
  case 0xED: second < 0xA0
  case 0xF0: second >= 0x90
  case 0xF4: second < 0x90
  default: true
  }
}
