import Text

/// Elements of HTML in which Markdown is read, as kramdown and Python's Markdown have them: `<div markdown="1">`.
///
/// Markdown takes all for HTML from their tags to the next blank line. So these are taken out of the text before it is parsed:
/// one that is alone on its line becomes a heading without words, which nothing goes on behind, and any other one a mark
/// among letters. Their end tags stay where they are, and are read as HTML.
struct MarkdownElements: Sendable {
  /// A tag on a line of its own.
  struct Line: Equatable, Sendable {
    let tag: Bytes
    let range: Range<Int>
  }

  /// The lines that hold such a tag and nothing else, by their numbers from 1.
  private(set) var lines: [Int: Line] = [:]
  /// The other tags, without the bracket that closes each: it stays, so that a star or an underscore behind it opens
  /// emphasis as behind a blank.
  private(set) var marks: [Range<Int>] = []

  let text: Bytes
  private let blockLines: BlockLines
  /// The last line that was asked for what stands above it, and whether that is HTML.
  private var below: (line: Int, isHTML: Bool) = (-1, false)

  /// Looks through a text; nearly all have none.
  init?(in text: Bytes) {
    let tags = ElementTag.all(in: text)
    if tags.isEmpty { return nil }
    self.text = text
    blockLines = BlockLines(text)
    var code = CodePlaces(in: text)
    var (line, at) = (0, 0)
    for tag in tags where tag.range.lowerBound >= at && !code.has(tag.range.lowerBound) {
      while line + 1 < blockLines.ranges.count, blockLines.ranges[line + 1].lowerBound <= tag.range.lowerBound {
        line += 1
      }
      at = tag.range.upperBound
      if !tag.isOfWords, isAlone(tag.range, line), !isBelowHTML(line) {
        lines[line + 1] = Line(tag: Array(text[tag.range]), range: blockLines.ranges[line])
      } else if opensLine(tag.range, line) {
        marks.append(tag.range.dropLast())
      } else {
        continue
      }
      // What readers open has words that are always seen, which end before the rest.
      if let summary = summary(behind: at) {
        marks.append(summary.dropLast())
        at = summary.upperBound
      }
    }
    // A paragraph is taken apart at each mark, which takes the square of their number.
    if lines.isEmpty && marks.isEmpty || marks.count > MarkdownElements.mostMarks { return nil }
  }

  private static let mostMarks = 1_000

  /// Whether nothing but marks of quotations and lists stands before a tag on its line: in a heading, a cell or a link there
  /// are no paragraphs to be read.
  private func opensLine(_ tag: Range<Int>, _ line: Int) -> Bool {
    text[blockLines.ranges[line].lowerBound..<tag.lowerBound].allSatisfy { " >-*+0123456789.".utf8.contains($0) }
  }

  /// The tag of a summary that comes next.
  private func summary(behind start: Int) -> Range<Int>? {
    let open = text[start...].prefix(200).drop(while: \.isASCIISpace).startIndex
    guard text.has("<summary".utf8, at: open), let close = text.firstOffset(of: UInt8(ascii: ">"), from: open),
      close - open < ElementTag.longest, !text[open..<close].contains(0x0A)
    else { return nil }
    return open..<close + 1
  }

  /// Whether a tag is all that stands on a line, and that is no code.
  private func isAlone(_ tag: Range<Int>, _ line: Int) -> Bool {
    let range = blockLines.ranges[line]
    let before = text[range.lowerBound..<tag.lowerBound]
    guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ">") }),
      text[tag.upperBound..<range.upperBound].allSatisfy(\.isASCIISpace)
    else { return false }
    let indent = before.prefix { $0 == 0x20 }.count
    return indent < 4 || blockLines.isInList(line, indent: indent, of: text)
  }

  /// Whether the lines above are HTML, which only a blank line ends.
  private mutating func isBelowHTML(_ line: Int) -> Bool {
    var first = line
    while first > 0, lines[first] == nil, !text.isBlank(blockLines.ranges[first - 1]), first != below.line {
      first -= 1
    }
    let isSame = first == below.line && first < line
    let isHTML = isSame ? below.isHTML : first < line && isHTML(first)
    below = (line, isHTML)
    return isHTML
  }

  private func isHTML(_ line: Int) -> Bool {
    let words = text[blockLines.ranges[line]].drop { " >-*+0123456789.".utf8.contains($0) }
    return words.first == UInt8(ascii: "<")
  }
}
