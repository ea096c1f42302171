import Text

/// A bound of the attributes of one tag: browsers and parsers compare each with all before it.
enum TagBounds {
  private static let mostWords = 2_000
  /// A shorter tag has no room for as many.
  private static let shortest = 2 * mostWords

  static func firstExcess(in text: Span<UInt8>) -> Excess? {
    var at = 0
    while let open = text.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = open + 1
      guard at < text.count, text[at].isASCIILetter else { continue }
      let close = text.firstOffset(of: UInt8(ascii: ">"), from: at) ?? text.count
      guard close - open > shortest else { continue }
      if words(in: text.extracting(open..<close)) > mostWords {
        return Excess(kind: .amount, words: "a tag with so many attributes", range: open..<text.endOfLine(from: open))
      }
      // What opens on the way is a part of what was looked at.
      at = close
    }
    return nil
  }

  /// How many words a tag has in front of the next paragraph.
  private static func words(in tag: Span<UInt8>) -> Int {
    var (count, isInside, isBlank) = (0, false, false)
    for index in tag.indices {
      let byte = tag[index]
      if byte == 0x0A, isBlank { return count }
      isBlank = byte == 0x0A || isBlank && byte.isASCIISpace
      if !byte.isASCIISpace, !isInside { count += 1 }
      isInside = !byte.isASCIISpace
    }
    return count
  }
}
