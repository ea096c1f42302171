import Text

/// A bound of lists and quotations that begin in one line: the parser looks at all of them in each line below.
enum NestingBounds {
  /// As many as are shown.
  private static let mostMarkers = 100

  static func firstExcess(in text: Span<UInt8>) -> Excess? {
    var at = 0
    while at < text.count {
      let end = text.endOfLine(from: at)
      if end - at > mostMarkers {
        let count = markers(of: text.extracting(at..<end))
        if count > mostMarkers {
          return Excess(kind: .nesting, words: "blocks stand inside each other \(count) levels deep", range: at..<end)
        }
      }
      at = end + 1
    }
    return nil
  }

  /// How many markers of lists and quotations a line begins with, but for those that are the hyphens of a rule.
  private static func markers(of line: Span<UInt8>) -> Int {
    var (count, at) = (0, 0)
    var run = (marker: UInt8(0), countBefore: 0)
    func isMarker(_ end: Int) -> Bool { end + 1 >= line.count || line[end + 1] == 0x20 || line[end + 1] == 0x09 }
    while at < line.count {
      let byte = line[at]
      switch byte {
      case 0x20, 0x09, 0x0D:
        at += 1
        continue
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): if !isMarker(at) { return count }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while at < line.count, line[at].isASCIIDigit { at += 1 }
        guard at < line.count, line[at] == UInt8(ascii: ".") || line[at] == UInt8(ascii: ")"), isMarker(at) else {
          return count
        }
      default: return count
      }
      if byte != run.marker { run = (byte, count) }
      count += 1
      at += 1
    }
    return run.marker == UInt8(ascii: "-") || run.marker == UInt8(ascii: "*") ? run.countBefore : count
  }
}
