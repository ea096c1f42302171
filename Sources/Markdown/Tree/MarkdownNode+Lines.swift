import CCmarkGFM

/// Where a node stands.
extension MarkdownNode {
  /// The first and the last line of the source that the node covers, counted from 1.
  public var lines: ClosedRange<Int> {
    let (first, last) = (writtenFirstLine, unsafe Int(cmark_node_get_end_line(pointer)))
    if isInline { return linesOfInline(first, last) }
    if first == 0, let above = linesAboveTable { return above }
    // The library takes the lines of the paragraph above for the table's, too.
    if let above = previous?.linesAboveTable, above.lowerBound == first {
      return above.upperBound + 1...max(above.upperBound + 1, last)
    }
    return max(1, first)...max(1, first, last)
  }

  private func linesOfInline(_ first: Int, _ last: Int) -> ClosedRange<Int> {
    let block = block
    // Their lines count from that of the paragraph, which is not known.
    if block.writtenFirstLine == 0, let above = block.linesAboveTable {
      let line = min(above.lowerBound + first, above.upperBound)
      return line...max(line, min(above.lowerBound + last, above.upperBound))
    }
    // Of what was put into a paragraph, only that one's lines are known.
    return first == 0 ? block.lines : first...max(first, last)
  }

  /// The lines of a paragraph that goes on as a table, without a blank line between: the library knows only where the two
  /// begin together.
  private var linesAboveTable: ClosedRange<Int>? {
    guard writtenFirstLine == 0, kind == .paragraph, let table = next, table.kind == .table else { return nil }
    let start = max(1, table.writtenFirstLine)
    var count = 0
    walk { node, _ in if node.kind == .softBreak || node.kind == .lineBreak { count += 1 } }
    return start...start + count
  }

  /// As the library has it; 0 where it does not know.
  private var writtenFirstLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }
}
