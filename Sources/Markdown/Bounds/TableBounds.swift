import Text

/// Bounds of tables: their columns, and the cells that the parser adds where a row has too few.
struct TableBounds {
  /// No page is wide enough for as many.
  private static let mostColumns = 500
  /// Rows end early in tables that were typed by hand, not so often.
  private static let mostMissingCells = 50_000
  /// The parser looks at all lines above each line that might begin a table.
  private static let mostDelimiters = 50

  /// How far the parser may go back for all lines above the heads of tables: from each to the last `|` above it.
  private static let mostSteps = 300_000_000
  /// Shorter paragraphs cost nothing.
  private static let shortParagraph = 8 << 10

  static func firstExcess(in text: Span<UInt8>) -> Excess? {
    var bounds = TableBounds()
    var (at, paragraph) = (0, 0)
    while at < text.count {
      let end = text.endOfLine(from: at)
      if let words = bounds.look(at: text.extracting(at..<end), below: text.extracting(paragraph..<at)) {
        return Excess(kind: .amount, words: words, range: at..<end)
      }
      at = end + 1
      if bounds.isBetweenParagraphs { paragraph = min(at, text.count) }
    }
    return nil
  }

  /// The columns of the table in which the line stands.
  private var columns = 0
  private var missing = 0
  private var delimiters = 0
  private var steps = 0
  /// Whether the last line was blank.
  private var isBetweenParagraphs = true

  /// Looks at the next line; what it is too much of.
  ///
  /// - Parameter above: The lines above it, from the last blank one.
  private mutating func look(at line: Span<UInt8>, below above: Span<UInt8>) -> String? {
    let content = line.contentStart
    isBetweenParagraphs = content == line.count
    if isBetweenParagraphs {
      (columns, delimiters) = (0, 0)
      return nil
    }
    let cells = TableBounds.delimitedCells(line.extracting(content...))
    if cells > 0 {
      columns = max(columns, cells)
      delimiters += 1
      if above.count > TableBounds.shortParagraph { steps += TableBounds.steps(through: above) }
      if steps > TableBounds.mostSteps { return "a table below so many lines, with no blank line between" }
      if cells > TableBounds.mostColumns { return "a table of \(cells) columns" }
      if delimiters > TableBounds.mostDelimiters { return "one table below the other, with no blank line between" }
    } else if columns > 1 {
      let written = line.count(of: UInt8(ascii: "|"), upTo: 2 * TableBounds.mostColumns)
      if written > 2 * TableBounds.mostColumns { return "a table's row of more than \(written - 1) cells" }
      missing += max(0, columns - written - 1)
      if missing > TableBounds.mostMissingCells { return "a table in which \(missing) cells are missing" }
    } else if columns == 1,
      line.count(of: UInt8(ascii: "|"), upTo: 2 * TableBounds.mostColumns) > 2 * TableBounds.mostColumns
    {
      return "a table's row of more than \(2 * TableBounds.mostColumns) cells"
    }
    return nil
  }

  /// How far the parser goes back for the lines of a paragraph.
  private static func steps(through paragraph: Span<UInt8>) -> Int {
    var (steps, at) = (0, 0)
    while at < paragraph.count {
      let end = paragraph.firstOffset(of: UInt8(ascii: "|"), from: at) ?? paragraph.count
      steps += paragraph.extracting(at..<end).count(of: 0x0A, upTo: .max - 1) * (end - at) / 2
      at = end + 1
    }
    return steps
  }

  /// How many columns the line below a table's head names; none, where it is another line.
  private static func delimitedCells(_ line: Span<UInt8>) -> Int {
    var (cells, hasPipe, isInside) = (0, false, false)
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "-"), UInt8(ascii: ":"):
        if !isInside { cells += 1 }
        isInside = true
      case UInt8(ascii: "|"): (hasPipe, isInside) = (true, false)
      case 0x20, 0x09, 0x0D: break
      default: return 0
      }
    }
    return hasPipe ? cells : 0
  }
}

extension Span<UInt8> {
  /// Where a line begins behind what quotations and indentation put before it.
  var contentStart: Int {
    indices.first { self[$0] != 0x20 && self[$0] != 0x09 && self[$0] != 0x0D && self[$0] != UInt8(ascii: ">") } ?? count
  }
}
