import Diagnostics
import Text

/// Rows of a table that did not become one, and are printed in one paragraph.
enum BrokenTable {
  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var reported = -1
    var looked = 0
    for (index, piece) in text.pieces.enumerated()
    where piece.block != reported && piece.beginsLine && piece.line != looked {
      looked = piece.line
      guard hasBar(text, piece), isRow(text, index) else { continue }
      let below = nextLine(after: index, in: text)
      let isParted = isBelowTable(text, piece)
      guard below.map({ isRow(text, $0) }) ?? isParted else { continue }
      let line = text.source.range(ofLine: piece.line)
      guard let bar = text.place(of: Bytes("|".utf8), in: piece, at: 0) else { continue }
      reported = piece.block
      let place = text.source.location(min(bar.lowerBound, line.upperBound)..<line.upperBound)
      found.append(
        isParted
          ? Diagnostic(
            .brokenTable, "a blank line parts this row from the table above", at: place,
            help: "take the blank line away")
          : Diagnostic(
            .brokenTable, reason(text, piece, below), at: place,
            help: "write under the first row a line such as `|---|---|`, with as many cells"))
    }
    return found
  }

  /// Why a row is none, by the line below it.
  private static func reason(_ text: VisibleText, _ row: VisibleText.Piece, _ below: Int?) -> String {
    if below.map({ isDashes(text, text.pieces[$0]) }) ?? false {
      return "the line of dashes below has another number of cells, so that this is no table"
    }
    return isDashes(text, row)
      ? "no row of as many cells stands above these dashes, so that this is no table"
      : "no line of dashes follows, so that this is no table"
  }

  /// Whether a table ends above the blank line above a line.
  private static func isBelowTable(_ text: VisibleText, _ piece: VisibleText.Piece) -> Bool {
    guard piece.line > 4, trimmed(text, line: piece.line - 1).isEmpty else { return false }
    return hasBars(trimmed(text, line: piece.line - 2)) && hasBars(trimmed(text, line: piece.line - 3))
  }

  /// The first piece on the line below in the same block.
  private static func nextLine(after index: Int, in text: VisibleText) -> Int? {
    let piece = text.pieces[index]
    return text.pieces[(index + 1)...].firstIndex { $0.line > piece.line }
      .flatMap { text.pieces[$0].block == piece.block ? $0 : nil }
  }

  /// Whether a line begins and ends with a bar, or is a line of dashes with bars.
  private static func isRow(_ text: VisibleText, _ index: Int) -> Bool {
    let piece = text.pieces[index]
    let line = trimmed(text, piece)
    guard let first = line.first, let last = line.last, line.count > 2 else { return false }
    // `+---+---+`, the rules of tables that other programs read.
    if first == UInt8(ascii: "+"), last == first { return line.allSatisfy { "+-=: ".utf8.contains($0) } }
    if hasBars(line) || isDashes(text, piece) { return true }
    let bars = line.count { $0 == UInt8(ascii: "|") }
    guard bars > 0, let below = nextLine(after: index, in: text) else { return false }
    // The last bar of a row may be missing where the next one has both, or as many.
    let next = trimmed(text, text.pieces[below])
    let isLikeNext = next.first == first && next.count { $0 == UInt8(ascii: "|") } == bars
    return isDashes(text, text.pieces[below])
      || first == UInt8(ascii: "|") && bars > 1 && (hasBars(next) || isLikeNext)
  }

  /// Whether a line begins and ends with a bar.
  private static func hasBars(_ line: Bytes) -> Bool {
    line.count > 2 && line.first == UInt8(ascii: "|") && line.last == UInt8(ascii: "|")
  }

  private static func isDashes(_ text: VisibleText, _ piece: VisibleText.Piece) -> Bool {
    guard hasBar(text, piece) else { return false }
    let line = trimmed(text, piece)
    return line.count { $0 == UInt8(ascii: "-") } > 2
      && line.allSatisfy { "|-: ".utf8.contains($0) }
  }

  /// Whether a line has a bar: few have.
  private static func hasBar(_ text: VisibleText, _ piece: VisibleText.Piece) -> Bool {
    let line = text.source.range(ofLine: piece.line)
    return text.source.bytes.span.extracting(line).firstOffset(of: UInt8(ascii: "|")) != nil
  }

  /// The line of the source, without what a quotation or a list puts before it.
  private static func trimmed(_ text: VisibleText, _ piece: VisibleText.Piece) -> Bytes {
    trimmed(text, line: piece.line)
  }

  private static func trimmed(_ text: VisibleText, line: Int) -> Bytes {
    let line = text.source.range(ofLine: line)
    let words = Bytes(Array(text.source.bytes[line]).string.trimmed.drop { $0 == ">" || $0 == " " }.utf8)
    return ["- |", "* |", "+ |"].contains { words.has($0.utf8, at: 0) } ? Array(words[2...]) : words
  }
}

extension DiagnosticKind {
  static let brokenTable = DiagnosticKind(
    "broken-table", .warning,
    "Lines with bars are printed as they are: a table's second line is one of dashes, with as many cells as the first.")
}
