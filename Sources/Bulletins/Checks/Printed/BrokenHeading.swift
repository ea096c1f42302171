import Diagnostics
import Text

/// `###Words`, which is no heading without a blank.
enum BrokenHeading {
  /// Whether a text of the HTML begins with the sign of headings.
  static func mayBe(in html: Bytes) -> Bool {
    var at = 0
    while let sign = html.firstOffset(of: UInt8(ascii: "#"), from: at) {
      at = sign + 1
      if sign == 0 || html[sign - 1] == UInt8(ascii: ">") || html[sign - 1] == 0x0A { return true }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    text.pieces.enumerated().compactMap { index, piece in
      let signs = Array(piece.text.prefix { $0 == UInt8(ascii: "#") })
      if piece.beginsLine, signs.count > 6, piece.text.dropFirst(signs.count).first == 0x20,
        let place = text.place(of: signs, in: piece, at: 0)
      {
        return Diagnostic(
          .brokenHeading, "more than six signs make no heading", at: text.source.location(place),
          help: "write as many as the level has, from `##` to `######`")
      }
      // The words of a link are none of a heading's: `[#ebb](…)`.
      guard (1...6).contains(signs.count), piece.beginsLine, !piece.isOfLink,
        signs.count > 1 ? !isName(piece, index, in: text) : isHeading(piece, index, in: text),
        let first = piece.text.dropFirst(signs.count).first, first.isASCIILetter || first.isASCIIDigit || first >= 0x80,
        let place = text.place(of: signs, in: piece, at: 0)
      else { return nil }
      return Diagnostic(
        .brokenHeading, "without a blank behind its sign, this is no heading", at: text.source.location(place),
        help: "write `\(signs.string) ` before the words",
        mend: Mend(
          "put a blank behind “\(signs.string)”",
          [text.source.edit(place.upperBound..<place.upperBound, [0x20])], isSafe: signs.count > 1))
    }
  }

  /// Whether several signs begin a name that goes on with the sentence above: `##harbour`, as rooms to talk in are called.
  private static func isName(_ piece: VisibleText.Piece, _ index: Int, in text: VisibleText) -> Bool {
    let isInParagraph = index > 0 && text.pieces[index - 1].block == piece.block
    return isInParagraph && piece.text.isSmallLetter(at: piece.text.prefix { $0 == UInt8(ascii: "#") }.count)
  }

  /// Whether one sign is that of a heading: several words with a capital, alone in their paragraph. `#winter` is a tag, as
  /// `#WinterPort` is, and `#1` a number.
  private static func isHeading(_ piece: VisibleText.Piece, _ index: Int, in text: VisibleText) -> Bool {
    let isAlone =
      (index == 0 || text.pieces[index - 1].block != piece.block)
      && (index + 1 == text.pieces.count || text.pieces[index + 1].block != piece.block)
    let words = piece.text.string
    let first = words.dropFirst().prefix { $0 != " " }
    if first.last == ":" || first.dropFirst().contains(where: \.isUppercase) && first.contains(where: \.isLowercase) {
      return false
    }
    return isAlone && words.contains(" ") && words.dropFirst().first?.isUppercase == true
      && words.count { $0 == "#" } == 1 && words.last.map { $0.isLetter || $0.isNumber } ?? false
  }
}

extension DiagnosticKind {
  static let brokenHeading = DiagnosticKind(
    "broken-heading", .warning,
    "The signs of a heading, of which there are six at most, want a blank behind them: `### Words`. These are printed as they are."
  )
}
