import Diagnostics
import Text

/// Signs of Markdown as keyboards for Chinese and Japanese type them, as wide as their letters: `＃＃`, `＊＊`, `｜`.
enum WideSigns {
  /// Whether a source has one.
  static func mayBe(in markdown: Bytes) -> Bool {
    // Of other scripts, hardly a text has the byte that they begin with.
    markdown.firstOffset(of: 0xEF) != nil && [number, stars, bar].contains { markdown.firstOffset(of: $0) != nil }
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var lastLine = 0
    for (index, piece) in text.pieces.enumerated() where piece.line != lastLine {
      guard let finding = heading(piece, text) ?? bold(piece, text) ?? row(piece, index, text) else { continue }
      lastLine = piece.line
      found.append(finding)
    }
    return found
  }

  private static func heading(_ piece: VisibleText.Piece, _ text: VisibleText) -> Diagnostic? {
    // `＃12` is a number.
    guard piece.beginsLine, !piece.isOfLink, piece.text.has(number, at: 0),
      piece.text.dropFirst(number.count).first.map({ !$0.isASCIIDigit }) ?? false,
      let place = text.place(of: number, in: piece, at: 0)
    else {
      return nil
    }
    return Diagnostic(
      .brokenHeading, "the wide sign makes no heading", at: text.source.location(place),
      help: "write the narrow one, and a blank behind it: `## `")
  }

  private static func bold(_ piece: VisibleText.Piece, _ text: VisibleText) -> Diagnostic? {
    guard let offset = piece.text.firstOffset(of: stars), let place = text.place(of: stars, in: piece, at: offset)
    else {
      return nil
    }
    return Diagnostic(
      .strayStars, "these wide stars make nothing bold, and are printed", at: text.source.location(place),
      help: "write the narrow ones: `**`")
  }

  /// A row of a table, below which another one stands.
  private static func row(_ piece: VisibleText.Piece, _ index: Int, _ text: VisibleText) -> Diagnostic? {
    guard piece.beginsLine, piece.text.has(bar, at: 0),
      text.pieces(behind: index).first(where: \.beginsLine)?.text.has(bar, at: 0) ?? false,
      let place = text.place(of: bar, in: piece, at: 0)
    else { return nil }
    return Diagnostic(
      .brokenTable, "wide bars make no table", at: text.source.location(place), help: "write the narrow ones: `|`")
  }

  private static let number = Bytes("＃".utf8)
  private static let stars = Bytes("＊＊".utf8)
  private static let bar = Bytes("｜".utf8)
}
