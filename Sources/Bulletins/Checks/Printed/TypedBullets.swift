import Diagnostics
import Text

/// Lines that begin with the bullet of a word processor, and run together in one paragraph.
enum TypedBullets {
  /// Whether a line of the HTML begins with one.
  static func mayBe(in html: Bytes) -> Bool {
    for lead: UInt8 in [0xE2, 0xE3, 0xEF, 0xC2] {
      var at = 0
      while let found = html.firstOffset(of: lead, from: at) {
        at = found + 1
        if found > 0, html[found - 1] == 0x0A, bullet(in: html[found...]) != nil { return true }
      }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var first: VisibleText.Piece?
    var reported = -1
    for piece in text.pieces where piece.beginsLine && piece.block != reported {
      guard let bullet = bullet(in: piece.text[...]) else { continue }
      let isDash = dashes.contains(bullet)
      guard let begun = first, begun.block == piece.block, begun.line < piece.line else {
        first = piece
        continue
      }
      // A dash may come to stand at the beginning of a line of prose, but not of every line.
      if isDash, !isListOfDashes(piece.block, in: text) { continue }
      reported = piece.block
      guard let sign = self.bullet(in: begun.text[...]), let place = text.place(of: sign, in: begun, at: 0) else {
        continue
      }
      found.append(
        Diagnostic(
          .typedBullets, "these lines are no list, and run together", at: text.source.location(place),
          help: isDash
            ? "begin each with `- `, or put a blank line between those that are speech" : "begin each with `- `",
          mend: isDash ? nil : list(of: begun.block, in: text)))
    }
    return found
  }

  /// Whether all lines of a paragraph but the first begin with a dash.
  private static func isListOfDashes(_ block: Int, in text: VisibleText) -> Bool {
    text.pieces.filter { $0.block == block && $0.beginsLine }.dropFirst().allSatisfy { piece in
      dashes.contains { piece.text.starts(with: $0) }
    }
  }

  /// Puts hyphens in the place of the bullets of a paragraph; `nil` where a line has its bullet elsewhere in the source.
  private static func list(of block: Int, in text: VisibleText) -> Mend? {
    var edits: [TextEdit] = []
    for piece in text.pieces where piece.beginsLine && piece.block == block {
      guard let bullet = bullet(in: piece.text[...]) else { continue }
      guard let place = text.place(of: bullet, in: piece, at: 0) else { return nil }
      let line = text.source.range(ofLine: piece.line)
      let before = text.source.bytes[line.lowerBound..<place.lowerBound]
      guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ">") }) else { return nil }
      let end = text.source.bytes[place.upperBound..<line.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 }
      edits.append(text.source.edit(place.lowerBound..<(end ?? line.upperBound), "- ".utf8))
    }
    return Mend("begin the lines with hyphens", edits, isSafe: true)
  }

  /// The bullet with which a line begins.
  private static func bullet(in line: ArraySlice<UInt8>) -> Bytes? {
    (bullets + dashes).first { line.starts(with: $0) && line.count > $0.count }
  }

  private static let dashes = ["– ", "— "].map { Bytes($0.utf8) }

  private static let bullets = ["•", "●", "▪", "◦", "‣", "⁃", "∙", "■", "\u{F0B7}", "\u{F0A7}", "·", "・"].map {
    Bytes($0.utf8)
  }
}

extension DiagnosticKind {
  static let typedBullets = DiagnosticKind(
    "typed-bullets", .warning,
    "Lines that begin with `•` or another bullet, or all with a dash, are one paragraph to Markdown. Begin each with a hyphen and a blank."
  )
}
