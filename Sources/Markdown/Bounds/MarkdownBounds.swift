import Text

/// Bounds of what a text may have, far above what any that is meant for readers has. Between them, each text is parsed in
/// time and memory that grow as its length does.
///
/// They are looked at before a text is parsed, since a parser can't be stopped. A text without the signs in question is
/// passed at the speed of memory.
public enum MarkdownBounds {
  /// The first thing of which a text has too much.
  public static func firstExcess(in text: Bytes) -> Excess? {
    let bytes = text.span
    if bytes.firstOffset(of: UInt8(ascii: "|")) != nil, let excess = TableBounds.firstExcess(in: bytes) {
      return excess
    }
    // What grows with the square of so short a text is still small.
    if bytes.count < shortText { return nil }
    return NestingBounds.firstExcess(in: bytes) ?? TagBounds.firstExcess(in: bytes)
      ?? BlockBounds.firstExcess(in: bytes) ?? DelimiterBounds.firstExcess(in: bytes)
      ?? ReferenceBounds.firstExcess(in: bytes)
  }

  private static let shortText = 8 << 10
}

extension Span<UInt8> {
  /// How often a byte occurs, as far as it takes to know that it is more often than so many times.
  func count(of byte: UInt8, upTo most: Int) -> Int {
    var (count, at) = (0, 0)
    while count <= most, let found = firstOffset(of: byte, from: at) {
      count += 1
      at = found + 1
    }
    return count
  }

  /// The end of the line that begins at an offset, without its line feed.
  func endOfLine(from start: Int) -> Int { firstOffset(of: 0x0A, from: start) ?? count }
}
