import Diagnostics
import Markdown
import Text

/// Cells of a table beyond those of its head, which are lost.
enum SurplusCell {
  static func find(_ table: MarkdownNode, in source: SourceFile) -> [Diagnostic] {
    guard let head = table.firstChild else { return [] }
    let width = head.children.count
    var found: [Diagnostic] = []
    // The head and the line of dashes are as wide as each other.
    for line in table.lines.dropFirst(2) {
      let cells = cells(of: source.bytes, in: source.range(ofLine: line))
      guard cells.count > width, let lost = cells[width...].first(where: { !source.bytes.isBlank($0) }) else {
        continue
      }
      found.append(
        Diagnostic(
          .surplusCell, "the head has \(width) cell\(width == 1 ? "" : "s"), and this one beyond them is lost",
          at: source.location(lost), help: "give the head and the line of dashes another cell, or write `\\|` for a bar"
        ))
    }
    return found
  }

  /// The cells of a row: what stands between bars, of which the outer ones may be missing.
  private static func cells(of bytes: Bytes, in line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var at = line.lowerBound
    while at < line.upperBound {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
      } else if bytes[at] == UInt8(ascii: "|") {
        cells.append(start..<at)
        start = at + 1
      }
      at += 1
    }
    if start < line.upperBound { cells.append(start..<line.upperBound) }
    if let first = cells.first, bytes[first].allSatisfy({ $0.isASCIISpace || $0 == UInt8(ascii: ">") }) {
      cells.removeFirst()
    }
    return cells.map { cell in
      let start = bytes[cell].firstIndex { !$0.isASCIISpace } ?? cell.lowerBound
      let end = bytes[cell].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? start
      return start..<max(start, end)
    }
  }
}

extension DiagnosticKind {
  static let surplusCell = DiagnosticKind(
    "surplus-cell", .warning, "A row of a table has more cells than its head, and what stands in them is lost.")
}
