/// The rows of a printed table, as far as the gaps between words tell where cells begin.
struct PrintedTable {
  private(set) var rows: [[String]] = []

  /// Takes a paragraph in that is a row like the others; `false` where it is none.
  mutating func take(_ paragraph: PrintedParagraph) -> Bool {
    guard paragraph.lines.allSatisfy({ !$0.cells.isEmpty }) else { return false }
    let new = paragraph.lines.map { PrintedTable.cells(of: $0) }
    guard let width = (rows + new).first?.count, new.allSatisfy({ $0.count == width }) else { return false }
    rows += new
    return true
  }

  /// The table, with an empty head; `nil` without rows.
  var markdown: String? {
    guard let width = rows.first?.count else { return nil }
    let head = "|" + String(repeating: "  |", count: width) + "\n|" + String(repeating: "---|", count: width)
    return rows.reduce(head) { $0 + "\n| " + $1.joined(separator: " | ") + " |" }
  }

  private static func cells(of line: PrintedLine) -> [String] {
    let bounds = [0] + line.cells + [line.runs.count]
    return zip(bounds, bounds.dropFirst()).map { start, end in
      line.runs[start..<end].map(\.text).joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .replacing(
          "|", with: "\\|")
    }
  }
}
