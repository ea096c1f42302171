import Text

/// A bound of the stars, underscores and tildes in one paragraph: where runs of them differ, the parser looks at all that
/// wait above for each that might close one.
struct DelimiterBounds {
  /// Fewer runs cost nothing.
  private static let few = 500
  /// Runs that are looked at for all runs of the text together: of one paragraph, 14,000 runs.
  private static let mostSteps = 200_000_000

  static func firstExcess(in text: Span<UInt8>) -> Excess? {
    guard isSuspicious(text) else { return nil }
    var bounds = DelimiterBounds()
    return TextBlocks.first(in: text) { block in
      guard bounds.isTooMuch(text.extracting(block)) else { return nil }
      return Excess(
        kind: .amount, words: "a paragraph with so many stars, underscores and tildes",
        range: block.lowerBound..<text.endOfLine(from: block.lowerBound))
    }
  }

  /// Whether the text as a whole has so many that its paragraphs may have too many.
  private static func isSuspicious(_ text: Span<UInt8>) -> Bool {
    // The sum of squares is largest where all stand in one paragraph.
    var most = 14_000
    for sign in [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")] {
      most -= text.count(of: sign, upTo: most)
      if most < 0 { return true }
    }
    return false
  }

  private var steps = 0

  /// Takes note of what the next block has; whether that makes too many.
  private mutating func isTooMuch(_ block: Span<UInt8>) -> Bool {
    var (at, runs) = (0, 0)
    var table = TableRows()
    while at < block.count {
      let end = block.endOfLine(from: at)
      let line = block.extracting(at..<end)
      if table.isRow(line) {
        // Each cell is a text of its own.
        add(DelimiterBounds.runs(in: line))
      } else {
        runs += DelimiterBounds.runs(in: line)
      }
      at = end + 1
    }
    add(runs)
    return steps > DelimiterBounds.mostSteps
  }

  private mutating func add(_ runs: Int) {
    if runs > DelimiterBounds.few { steps += runs * runs }
  }

  /// How many runs there are that may open or close something: none stands between blanks, and no underscore in a word.
  private static func runs(in line: Span<UInt8>) -> Int {
    var (count, at) = (0, 0)
    while at < line.count {
      let sign = line[at]
      guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") || sign == UInt8(ascii: "~") else {
        at += 1
        continue
      }
      var end = at + 1
      while end < line.count, line[end] == sign { end += 1 }
      let (before, behind) = (at > 0 ? line[at - 1] : 0x20, end < line.count ? line[end] : 0x20)
      let isBetweenBlanks = before.isASCIISpace && behind.isASCIISpace
      let isInWord = sign == UInt8(ascii: "_") && isOfWord(before) && isOfWord(behind)
      if !isBetweenBlanks, !isInWord { count += 1 }
      at = end
    }
    return count
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
}

/// Tells the rows of a table from lines of a paragraph, as long as nothing else may have begun.
private struct TableRows {
  /// The columns of the line above, and how many quotations it stands in.
  private var above: (columns: Int, quotations: Int) = (0, 0)
  private var isInTable = false

  /// Whether the next line of a block is surely a row below a table's head.
  mutating func isRow(_ line: Span<UInt8>) -> Bool {
    let content = line.extracting(line.contentStart...)
    let columns = TableRows.columns(of: content)
    let quotations = line.extracting(..<line.contentStart).count(of: UInt8(ascii: ">"), upTo: line.count)
    defer { above = (columns, quotations) }
    let mayBegin = content.first == UInt8(ascii: "<") || content.has("[^".utf8.span, at: 0)
    if columns == 0 || quotations != above.quotations || mayBegin {
      isInTable = false
    } else if !isInTable {
      isInTable = columns == above.columns && TableRows.isDelimiter(content)
    }
    return isInTable
  }

  /// How many cells a line has; none where nothing divides it.
  private static func columns(of line: Span<UInt8>) -> Int {
    var (bars, last, at) = (0, 0, 0)
    while at < line.count {
      if line[at] == UInt8(ascii: "\\") {
        at += 1
      } else if line[at] == UInt8(ascii: "|") {
        bars += 1
        last = at
      }
      at += 1
    }
    if bars == 0 { return 0 }
    let isOpened = line[0] == UInt8(ascii: "|")
    let isClosed = line.extracting((last + 1)...).contentStart == line.count - last - 1
    return bars + 1 - (isOpened ? 1 : 0) - (isClosed && (bars > 1 || !isOpened) ? 1 : 0)
  }

  private static func isDelimiter(_ line: Span<UInt8>) -> Bool {
    line.indices.allSatisfy {
      let byte = line[$0]
      return byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|") || byte.isASCIISpace
    }
  }
}
