import CCmarkGFM

/// Where a node stands.
extension MarkdownNode {
  /// The first and the last line of the source that the node covers, counted from 1.
  public var lines: ClosedRange<Int> {
    let (first, last) = (writtenFirstLine, unsafe Int(cmark_node_get_end_line(pointer)))
    if isInline { return linesOfInline(first, last) }
    if first == 0, let above = linesAboveTable { return above }
    if first == 0, let keptLine { return keptLine...keptLine + endsOfLines }
    // The library takes the lines of the paragraph above for the table's, too.
    if let above = previous?.linesAboveTable, above.lowerBound == first {
      return above.upperBound + 1...max(above.upperBound + 1, last)
    }
    return max(1, first)...max(1, first, last)
  }

  private func linesOfInline(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    let block = block
    // The lines count from that of the paragraph, where that is not known.
    if block.writtenFirstLine == 0, let above = block.linesAboveTable {
      let line = first == 0 ? countedLine : min(above.lowerBound + first, above.upperBound)
      return line...max(line, min(above.lowerBound + last, above.upperBound))
    }
    if first > 0 { return first...max(first, last) }
    let line = countedLine
    return line...max(line, block.lines.upperBound)
  }

  /// The line of an inline node of which the library has none, such as a mark without its footnote, or what somebody put
  /// there: as many below what stands before it as there are ends of lines between.
  private var countedLine: Int {
    if let keptLine { return keptLine }
    var ends = 0
    var node = self
    var known: Int?
    while known == nil, let before = node.previous {
      if before.kind == .softBreak || before.kind == .lineBreak {
        ends += 1
      } else {
        known = before.keptLine ?? (before.writtenFirstLine > 0 ? before.lines.upperBound : nil)
      }
      node = before
    }
    let line = (known ?? parent?.lines.lowerBound ?? 1) + ends
    keepLine(line)
    return line
  }

  /// The lines of a paragraph that goes on as a table, without a blank line between: the library knows only where the two
  /// begin together.
  private var linesAboveTable: ClosedRange<Int>? {
    guard writtenFirstLine == 0, kind == .paragraph, let table = next, table.kind == .table else { return nil }
    let start = max(1, table.writtenFirstLine)
    if let keptLine { return start...max(start, keptLine) }
    let last = start + endsOfLines
    keepLine(last)
    return start...last
  }

  /// How many lines end in the block.
  private var endsOfLines: Int {
    var count = 0
    walk { node, _ in if node.kind == .softBreak || node.kind == .lineBreak { count += 1 } }
    return count
  }

  /// A line that was found out before, in the number that the library keeps for whoever uses a node: the first of what has
  /// none in the library, or the last of a paragraph above a table, for which each node in it may ask.
  private var keptLine: Int? {
    let kept = unsafe Int(bitPattern: cmark_node_get_user_data(pointer))
    return kept == 0 ? nil : kept
  }

  /// Notes the line of a node of which the library does not know it.
  func keepLine(_ line: Int) {
    _ = unsafe cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: line))
  }

  /// As the library has it; 0 where it does not know.
  private var writtenFirstLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
}
