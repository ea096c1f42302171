import Text

/// The lines of a text that may have marks of blocks. What is asked of many lines is looked for once: a text may be marks
/// and nothing else.
struct BlockLines {
  /// The lines, without their ends.
  let ranges: [Range<Int>]
  /// For each line, the next one from it on that is not blank; the number of lines, where there is none.
  private let nextWords: [Int]
  /// For each line that is not blank, the nearest one above it that is moved in less.
  private let outer: [Int?]

  init(_ text: Bytes) {
    ranges = sourceLines(of: text, in: 0..<text.count)
    var nextWords = [Int](repeating: ranges.count, count: ranges.count + 1)
    for index in ranges.indices.reversed() {
      nextWords[index] = text.isBlank(ranges[index]) ? nextWords[index + 1] : index
    }
    var outer = [Int?](repeating: nil, count: ranges.count)
    var open: [(line: Int, indent: Int)] = []
    for (index, line) in ranges.enumerated() where nextWords[index] == index {
      let indent = text[line].prefix { $0 == 0x20 }.count
      while let last = open.last, last.indent >= indent { open.removeLast() }
      outer[index] = open.last?.line
      open.append((index, indent))
    }
    self.nextWords = nextWords
    self.outer = outer
  }

  /// Whether some of the lines have words.
  func haveWords(_ lines: Range<Int>) -> Bool { nextWords[lines.lowerBound] < lines.upperBound }

  /// Whether what is moved in so far is of a list, and no code.
  func isInList(_ index: Int, indent: Int, of text: Bytes) -> Bool {
    guard let line = outer[index].map({ ranges[$0] }) else { return false }
    let words = text[line].drop { $0 == 0x20 }
    let rest = words.drop(while: \.isASCIIDigit)
    guard let mark = rest.first, rest.dropFirst().first?.isASCIISpace ?? false else { return false }
    let isMark = rest.startIndex == words.startIndex ? "-*+".utf8.contains(mark) : ".)".utf8.contains(mark)
    let start = rest.dropFirst().drop { $0 == 0x20 }.startIndex - line.lowerBound
    return isMark && (start..<start + 4).contains(indent)
  }
}
