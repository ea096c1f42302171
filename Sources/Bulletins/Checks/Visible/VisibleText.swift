import Diagnostics
import Markdown
import Text

/// What readers see of a text as it is typed, piece by piece: no code, no addresses, no HTML.
struct VisibleText {
  /// A text on one line of the source.
  struct Piece {
    let text: Bytes
    let line: Int
    /// The column in bytes at which it begins, as far as the tree knows; from 1.
    let column: Int
    /// Whether it is the first on its line in its block.
    let beginsLine: Bool
    /// Whether a link follows it.
    let isBeforeLink: Bool
    /// Whether it is of the words of a link.
    let isOfLink: Bool
    /// The number of its block.
    let block: Int
  }

  let source: SourceFile
  let firstLine: Int
  private(set) var pieces: [Piece] = []
  /// The lines that are code.
  private(set) var codeLines: [ClosedRange<Int>] = []
  /// The lines that are blocks of HTML, which are code, too.
  private(set) var htmlLines: [ClosedRange<Int>] = []
  /// Whether it has program text.
  private(set) var hasCode = false
  private let known = KnownPlaces()

  init(of root: MarkdownNode, in source: SourceFile, from firstLine: Int) {
    self.source = source
    self.firstLine = firstLine
    var found: [Piece] = []
    var code: [ClosedRange<Int>] = []
    var html: [ClosedRange<Int>] = []
    var block = 0
    var isProgram = false
    root.walk { node, _ in
      switch node.kind {
      case .paragraph, .other: block += 1
      case .heading:
        block += 1
        _ = HeadingAttribute.take(from: node)
      case .codeBlock:
        code.append(node.lines)
        isProgram = true
      case .code: isProgram = true
      case .htmlBlock:
        code.append(node.lines)
        html.append(node.lines)
      case .text where node.lines.lowerBound >= firstLine && !node.showsAddress:
        found.append(
          Piece(
            text: node.withLiteral { $0.copy }, line: node.lines.lowerBound, column: node.column,
            beginsLine: node.beginsLine, isBeforeLink: node.next?.kind == .link,
            isOfLink: node.isOfLink, block: block))
      default: break
      }
    }
    pieces = found
    hasCode = isProgram
    // Footnotes stand behind everything else in the tree.
    codeLines = code.sorted { $0.lowerBound < $1.lowerBound }
    htmlLines = html
  }

  /// Where a sign stands that is so short that another one of its line could be taken for it; `nil` where that is not sure.
  func exactPlace(of signs: Bytes, in piece: Piece, at offset: Int) -> Range<Int>? {
    let start = source.range(ofLine: piece.line).lowerBound + piece.column - 1 + offset
    return place(of: signs, in: piece, at: offset).flatMap { $0.lowerBound == start ? $0 : nil }
  }

  /// Whether a line is code.
  func isCode(_ line: Int) -> Bool {
    var (low, high) = (0, codeLines.count)
    while low < high {
      let middle = (low + high) / 2
      if codeLines[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < codeLines.count && codeLines[low].contains(line)
  }

  /// The pieces of each block.
  var blocks: [ArraySlice<Piece>] {
    var blocks: [ArraySlice<Piece>] = []
    var start = 0
    for end in 1...max(1, pieces.count)
    where start < pieces.count && (end == pieces.count || pieces[end].block != pieces[start].block) {
      blocks.append(pieces[start..<end])
      start = end
    }
    return blocks
  }

  /// The pieces behind one in its block.
  func pieces(behind index: Int) -> ArraySlice<Piece> {
    pieces[(index + 1)...].prefix { $0.block == pieces[index].block }
  }

  /// Where signs stand that a piece has at an offset; `nil` where the author wrote a backslash before them, so that they
  /// are meant to be seen.
  func place(of signs: Bytes, in piece: Piece, at offset: Int) -> Range<Int>? {
    let line = source.range(ofLine: piece.line)
    let guess = line.lowerBound + piece.column - 1 + offset
    let places = known.places(of: signs, in: line) { unescaped(signs, in: line) }
    guard let nearest = places.hasInOrder(guess) ? guess : places.last else { return nil }
    return nearest..<nearest + signs.count
  }

  /// Where signs stand in a line of the source, but not behind a backslash or between backticks.
  func unescaped(_ signs: Bytes, in line: Range<Int>) -> [Int] {
    var places: [Int] = []
    var at = line.lowerBound
    while at < line.upperBound {
      if source.bytes[at] == UInt8(ascii: "\\") {
        at += 2
      } else if source.bytes[at] == UInt8(ascii: "`") {
        let end = endOfCode(from: at, in: line)
        // Backticks that nothing closes are seen.
        if source.bytes[at..<end].allSatisfy({ $0 == UInt8(ascii: "`") }), source.bytes.has(signs, at: at) {
          places.append(at)
        }
        at = end
      } else {
        if source.bytes.has(signs, at: at) { places.append(at) }
        at += 1
      }
    }
    return places
  }

  /// The end of what stands between equally many backticks; of the backticks alone, where no others follow.
  private func endOfCode(from start: Int, in line: Range<Int>) -> Int {
    func run(_ at: Int) -> Int { source.bytes[at..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }.count }
    let length = run(start)
    var at = start + length
    while let next = source.bytes[at..<line.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      let count = run(next)
      if count == length { return next + count }
      at = next + count
    }
    return start + length
  }
}

extension MarkdownNode {
  /// Whether it is of the words of a link, perhaps of emphasis in them.
  fileprivate var isOfLink: Bool {
    guard let outer = parent else { return false }
    return outer.kind == .link || (outer.kind == .emphasis || outer.kind == .strong) && outer.isOfLink
  }

  /// Whether nothing but emphasis begins before the node on its line.
  fileprivate var beginsLine: Bool {
    guard let before = previous else {
      guard let outer = parent else { return true }
      return outer.kind == .emphasis || outer.kind == .strong ? outer.beginsLine : true
    }
    return before.kind == .softBreak || before.kind == .lineBreak
  }
}
