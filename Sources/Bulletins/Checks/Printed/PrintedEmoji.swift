import Diagnostics
import Text

/// The name of a picture, `:tada:`, that readers see as a name, since the site does not have these.
enum PrintedEmoji {
  /// Whether a source has one.
  static func mayBe(in markdown: Bytes) -> Bool { first(in: markdown) != nil }

  /// The first of a text tells its author what the others are.
  static func find(in text: VisibleText) -> [Diagnostic] {
    for piece in text.pieces where !text.isCode(piece.line) {
      guard let range = first(in: piece.text) else { continue }
      let name = Array(piece.text[range])
      guard let place = text.place(of: name, in: piece, at: range.lowerBound) else { continue }
      return [
        Diagnostic(
          .foreignMark, "“\(name.string)” is printed as it is, and not as a picture", at: text.source.location(place),
          help: "add `emoji` to what `markdown:` in `site.yaml` lists, or write the character itself")
      ]
    }
    return []
  }

  /// The first name that no word is a part of.
  private static func first(in text: Bytes) -> Range<Int>? {
    var at = 0
    while let colon = text.firstOffset(of: UInt8(ascii: ":"), from: at) {
      at = colon + 1
      guard colon == 0 || !isOfWord(text[colon - 1]), let (_, end) = EmojiName.picture(in: text, at: colon),
        end == text.count || !isOfWord(text[end])
      else { continue }
      return colon..<end
    }
    return nil
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/")
  }
}
