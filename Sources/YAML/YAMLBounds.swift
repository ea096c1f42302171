import Text

/// A bound of blank lines: in a text that goes on below them, libfyaml looks at all of them for each.
enum YAMLBounds {
  /// Blank lines one behind the other, more than anybody leaves.
  private static let mostBlankLines = 200

  /// The first place of which a part of a text has too much.
  static func firstExcess(in text: Bytes, _ range: Range<Int>) -> YAMLError? {
    let part = text[range]
    // The lines below the last one with words, and where they begin.
    var (lines, start) = (0, range.lowerBound)
    for (at, byte) in zip(part.indices, part) {
      switch byte {
      case 0x0A, 0x0D:
        // Two bytes are one end of a line.
        if byte == 0x0A, at > range.lowerBound, text[at - 1] == 0x0D {
          if lines == 1 { start = at + 1 }
          continue
        }
        if lines == 0 { start = at + 1 }
        lines += 1
        // The first ends the line with words.
        if lines > mostBlankLines + 1 {
          return YAMLError(
            message: "more than \(mostBlankLines) blank lines stand one behind the other",
            range: start..<max(start, at), help: "take them away")
        }
      case 0x20, 0x09: break
      default: lines = 0
      }
    }
    return nil
  }
}
