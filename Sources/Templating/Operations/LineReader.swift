import Text

/// The lines of a text as Python parts it: a line end at the end begins no new line.
struct LineReader {
  private let bytes: Bytes
  private var at = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  /// The next line without what ends it.
  mutating func next() -> ArraySlice<UInt8>? { nextWithEnd()?.line }

  /// The next line, and where its end ends.
  mutating func nextWithEnd() -> (line: ArraySlice<UInt8>, end: Int)? {
    guard at < bytes.count else { return nil }
    let start = at
    while at < bytes.count {
      let length = endLength(at: at)
      if length > 0 {
        let line = bytes[start..<at]
        at += length
        return (line, at)
      }
      at += 1
    }
    return (bytes[start...], at)
  }

  /// How many bytes of a line's end begin here.
  private func endLength(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0D: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E: 1
    // U+0085 is C2 85; U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
    case 0xC2 where bytes.has([0x85], at: offset + 1): 2
    case 0xE2 where bytes.has([0x80, 0xA8], at: offset + 1) || bytes.has([0x80, 0xA9], at: offset + 1): 3
    default: 0
    }
  }
}
