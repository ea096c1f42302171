import Text

/// The marks that WordPress puts around a picture and the words below it: `[caption id="7"]![](a.png) Words[/caption]`, or
/// with the words as an attribute.
enum CaptionMark {
  private static let start = Bytes("[caption ".utf8)
  private static let end = Bytes("[/caption]".utf8)

  /// Whether a text has such marks.
  static func mayBe(in text: Bytes) -> Bool { text.firstOffset(of: end) != nil }

  /// All marks of a text; the one behind a picture with the words that the one before it has.
  static func all(in text: Bytes) -> [(range: Range<Int>, words: String)] {
    var marks: [(range: Range<Int>, words: String)] = []
    var words = ""
    var at = 0
    while let open = text.firstOffset(of: UInt8(ascii: "["), from: at) {
      at = open + 1
      if text.has(end, at: open) {
        at = open + end.count
        marks.append((open..<at, words))
        words = ""
      } else if text.has(start, at: open), let close = close(of: open, in: text) {
        at = close + 1
        marks.append((open..<at, ""))
        var inner = TagWords(text[(open + start.count)..<close])
        words = inner.arguments().first { $0.name == "caption" }?.value ?? ""
      }
    }
    return marks
  }

  /// The bracket that ends a mark, before the mark behind the picture: outside of quotation marks, unless one of these was
  /// never closed.
  private static func close(of open: Int, in text: Bytes) -> Int? {
    let rest = Array(text[open...].prefix(longest))
    let mark = rest[..<(rest.firstOffset(of: end) ?? rest.count)]
    var isQuoted = false
    let close = mark.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: "]") && !isQuoted
    }
    return (close ?? mark.firstIndex(of: UInt8(ascii: "]"))).map { open + $0 }
  }

  /// In bytes: that of a long sentence with its links.
  private static let longest = 2_048
}
