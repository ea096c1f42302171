import Diagnostics
import Text

/// Lines that begin with the bullet of a word processor, and run together in one paragraph.
enum TypedBullets {
  /// Whether a line of the HTML begins with one.
  static func mayBe(in html: Bytes) -> Bool {
    var at = 0
    while let feed = html.firstOffset(of: 0x0A, from: at) {
      at = feed + 1
      if at < html.count, html[at] >= 0x80, bullet(in: html[at...]) != nil { return true }
    }
    return GluedBullets.mayBe(in: html)
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    text.blocks.compactMap { block in
      let lines = block.filter(\.beginsLine)
      if let glued = GluedBullets.find(in: lines, of: text) ?? CountedLines.find(in: lines, of: text) { return glued }
      guard let bullet = meant(in: lines), let first = lines.first(where: { self.bullet(in: $0.text[...]) != nil }),
        let sign = self.bullet(in: first.text[...]), let place = text.place(of: sign, in: first, at: 0)
      else { return nil }
      let isDash = dashes.contains(bullet)
      return Diagnostic(
        .typedBullets, "these lines are no list, and run together", at: text.source.location(place),
        help: isDash
          ? "begin each with `- `, or put a blank line between those that are speech" : "begin each with `- `",
        mend: isDash ? nil : list(of: lines, in: text))
    }
  }

  /// The bullet that makes a list of lines of which another one begins with one before it; `nil` where none does.
  private static func meant(in lines: [VisibleText.Piece]) -> Bytes? {
    var first: Int?
    // A dash may come to stand at the beginning of a line of prose, but not of every line.
    lazy var isOfDashes = lines.dropFirst().allSatisfy { piece in dashes.contains { piece.text.starts(with: $0) } }
    for piece in lines {
      guard let bullet = bullet(in: piece.text[...]) else { continue }
      guard let begun = first else {
        first = piece.line
        continue
      }
      if begun < piece.line, !dashes.contains(bullet) || isOfDashes { return bullet }
    }
    return nil
  }

  /// Puts hyphens in the place of the bullets of a paragraph; `nil` where a line has its bullet elsewhere in the source.
  private static func list(of lines: [VisibleText.Piece], in text: VisibleText) -> Mend? {
    var edits: [TextEdit] = []
    for piece in lines {
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

  private static let dashes = ["– ", "— ", "–\t", "—\t"].map { Bytes($0.utf8) }

  private static let bullets = [
    "•", "●", "▪", "◦", "‣", "⁃", "∙", "■", "\u{F0B7}", "\u{F0A7}", "·", "・", "➢", "➤", "►", "▶", "✓", "✔", "♦", "◆",
    "→",
  ].map {
    Bytes($0.utf8)
  }
}

extension DiagnosticKind {
  static let typedBullets = DiagnosticKind(
    "typed-bullets", .warning,
    "Lines that begin with `•` or another bullet, or all with a dash, or with a hyphen or a number and no blank behind it, or count with `a)`, `(1)`, `①` or `1、`, are one paragraph to Markdown. Begin each with a hyphen and a blank, or with a number, a full stop and a blank."
  )
}
