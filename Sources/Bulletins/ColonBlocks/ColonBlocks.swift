import Text

/// The blocks of a text that stand between lines of colons, as Docusaurus, VuePress, Pandoc and MyST have them, or between
/// `@@name` and `@@`, as Franklin has them.
///
/// Their lines become headings without words, so that nothing before them goes on behind them, no list either; the tree
/// loses these, and the blocks of Markdown between are put together in it.
struct ColonBlocks: Sendable {
  /// A block whose meaning is known, and that ends.
  struct Block: Equatable, Sendable {
    let meaning: ColonFence.Meaning
    /// The lines between its marks, counted from 1.
    let lines: Range<Int>
  }

  /// In the order of their beginnings: each before those in it.
  private(set) var blocks: [Block] = []
  /// The lines of colons, counted from 1.
  private(set) var marks: Set<Int> = []
  /// The text with other bytes in these lines, and as many.
  private(set) var text: Bytes
  /// The first that has a class, of whose look a style sheet of the site decides.
  private(set) var firstClass: Range<Int>?

  /// How many blocks may stand inside each other: as many as blocks of Markdown may.
  private static let mostOpen = 100
  private static let signs = [Bytes(":::".utf8), Bytes("\n@@".utf8), Bytes("!!! ".utf8), Bytes("???".utf8)]

  /// Looks through a text; nearly all have none.
  init?(in text: Bytes) {
    guard ColonBlocks.signs.contains(where: { text.firstOffset(of: $0) != nil }) else { return nil }
    self.text = text
    let blockLines = BlockLines(text)
    let lines = blockLines.ranges
    let isCode = CodeLines.fenced(text, lines)
    var open: [(fence: ColonFence, line: Int, indent: Int)] = []
    var next = 0
    for (index, line) in lines.enumerated() where !isCode[index] && index >= next {
      let words = text[line].drop { $0 == 0x20 }
      if let meaning = ColonFence.admonition(words), words.startIndex - line.lowerBound < 4 {
        next = takeAdmonition(meaning, index, lines, indent: words.startIndex - line.lowerBound + 4)
        continue
      }
      guard words.first == UInt8(ascii: ":") || words.first == UInt8(ascii: "@") else { continue }
      let indent = words.startIndex - line.lowerBound
      if let count = ColonFence.end(words) {
        let same = open.lastIndex { $0.fence.count == count && $0.indent == indent }
        // Programs that lay texts out move an end in where a list stands above it.
        guard
          let last = same ?? open.lastIndex(where: { $0.fence.count <= count && $0.indent == indent })
            ?? open.lastIndex(where: { $0.fence.count == count && $0.indent < indent && indent < 4 })
        else { continue }
        let start = open[last]
        // What was begun in it and not ended is none.
        open.removeSubrange(last...)
        if blockLines.haveWords(start.line + 1..<index) { add(start.fence, from: start.line, to: index, lines) }
      } else if let fence = ColonFence(words), indent < 4 || blockLines.isInList(index, indent: indent, of: text) {
        // What was begun so long ago is not ended any more.
        if open.count == ColonBlocks.mostOpen { open.removeFirst() }
        open.append((fence, index, indent))
      }
    }
    if blocks.isEmpty { return nil }
    blocks.sort { ($0.lines.lowerBound, -$0.lines.upperBound) < ($1.lines.lowerBound, -$1.lines.upperBound) }
  }

  /// Takes a line of MkDocs and what is moved in below it, which moves out.
  ///
  /// - Returns: The line to go on with.
  private mutating func takeAdmonition(
    _ meaning: ColonFence.Meaning, _ index: Int, _ lines: [Range<Int>], indent: Int
  ) -> Int {
    var end = index + 1
    var last = index
    while end < lines.count {
      if !text.isBlank(lines[end]) {
        guard text[lines[end]].prefix(while: { $0 == 0x20 }).count >= indent else { break }
        last = end
      }
      end += 1
    }
    guard last > index else { return index + 1 }
    for line in lines[(index + 1)...last] where line.count >= 4 {
      // Two blanks at the end would break the line.
      let rest = text[line.lowerBound + 4..<line.upperBound] + Bytes(repeating: 0x09, count: 4)
      text.replaceSubrange(line, with: rest)
    }
    blocks.append(Block(meaning: meaning, lines: index + 2..<last + 2))
    replace(index, lines)
    return last + 1
  }

  private mutating func add(_ fence: ColonFence, from first: Int, to last: Int, _ lines: [Range<Int>]) {
    guard let meaning = fence.meaning else { return }
    blocks.append(Block(meaning: meaning, lines: first + 2..<last + 1))
    for line in [first, last] { replace(line, lines) }
    if case .part(let list) = meaning, list.givesLook, firstClass == nil { firstClass = lines[first] }
  }

  /// Writes a line of colons as a heading without words; below HTML, which a blank line ends and nothing else, as that.
  private mutating func replace(_ line: Int, _ lines: [Range<Int>]) {
    marks.insert(line + 1)
    var above = line
    while above > 0, !text.isBlank(lines[above - 1]), !marks.contains(above) { above -= 1 }
    let isBelowHTML = text[lines[above]].first { $0 != 0x20 } == UInt8(ascii: "<")
    var isFirst = !isBelowHTML
    for at in lines[line] where text[at] != 0x20 {
      text[at] = isFirst ? UInt8(ascii: "#") : 0x20
      isFirst = false
    }
  }
}
