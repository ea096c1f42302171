import Text

/// Markdown with components, as Docusaurus has it: what belongs to the program around it is blanked out, and every byte
/// keeps its place.
struct MDXText {
  /// The text without imports, exports, comments in braces and styles of components.
  private(set) var markdown: Bytes
  /// The paths of imported texts, by the names of the components that show them.
  private(set) var imports: [String: String] = [:]
  /// Whether no comment that begins from here on has an end.
  private var lacksCommentEnd = false

  init(_ text: Bytes) {
    markdown = text
    let lines = sourceLines(of: text, in: 0..<text.count)
    let isCode = CodeLines.fenced(text, lines)
    var commentEnd = 0
    var isBelowWords = false
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if !isCode[index], !isBelowWords, let count = MDXStatement.lineCount(text, lines[index...]) {
        for line in lines[index..<index + count] {
          note(text[line])
          blank(line)
        }
        index += count
        continue
      }
      if !isCode[index], text[line].contains(UInt8(ascii: "{")) {
        let spans = CodeLines.spans(text, in: line)
        simplify(line, outside: spans)
        commentEnd = blankComments(in: line, outside: spans, from: commentEnd)
      }
      isBelowWords = !isCode[index] && !text.isBlank(line)
      index += 1
    }
  }

  /// Blanks the comments that begin in a line, `{/* … */}`, to wherever they end.
  private mutating func blankComments(in line: Range<Int>, outside spans: [Range<Int>], from start: Int) -> Int {
    var at = max(start, line.lowerBound)
    while at < line.upperBound, !lacksCommentEnd, let open = offset(of: MDXText.commentStart, in: at..<line.upperBound)
    {
      at = open + 3
      if spans.contains(where: { $0.contains(open) }) { continue }
      guard let close = markdown.firstOffset(of: MDXText.commentEnd, from: at) else {
        lacksCommentEnd = true
        return at
      }
      blank(open..<close + 3)
      at = close + 3
    }
    return at
  }

  /// `import Support from "../_support.mdx";`
  private mutating func note(_ line: ArraySlice<UInt8>) {
    let words = line.split { $0.isASCIISpace || $0 == UInt8(ascii: ";") }
    guard words.count == 4, words[0].elementsEqual("import".utf8), words[2].elementsEqual("from".utf8) else { return }
    let path = Array(words[3].dropFirst().dropLast()).string
    guard ["\"", "'"].contains(where: { words[3].first == $0.utf8.first }),
      path.hasSuffix(".md") || path.hasSuffix(".mdx")
    else { return }
    imports[Array(words[1]).string] = path
  }

  /// Attributes whose values are programs: a file that is asked for becomes its path, and a style goes.
  private mutating func simplify(_ line: Range<Int>, outside spans: [Range<Int>]) {
    for (mark, end) in MDXText.programs {
      var at = line.lowerBound
      while let open = offset(of: mark, in: at..<line.upperBound) {
        at = open + mark.count
        if spans.contains(where: { $0.contains(open) }) { continue }
        guard let close = offset(of: end, in: at..<line.upperBound) else { break }
        let path = end.count == 1 ? MDXText.quoted(in: markdown[at..<close]) : nil
        let whole = open..<close + end.count
        at = whole.upperBound
        if end.count == 1, path == nil { continue }
        blank(whole)
        if let path {
          markdown.replaceSubrange(
            whole.prefix(path.count + 2), with: [UInt8(ascii: "\"")] + path + [UInt8(ascii: "\"")])
        }
      }
    }
  }

  private static let commentStart = Bytes("{/*".utf8)
  private static let commentEnd = Bytes("*/}".utf8)
  private static let programs = [("{require(", "}"), ("style={{", "}}")].map { (Bytes($0.utf8), Bytes($1.utf8)) }

  /// What stands between the first quotation marks.
  private static func quoted(in text: ArraySlice<UInt8>) -> Bytes? {
    guard let first = text.firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }),
      let last = text[(first + 1)...].firstIndex(of: text[first])
    else { return nil }
    return Array(text[(first + 1)..<last])
  }

  /// Where a mark stands in a part of the text.
  private func offset(of mark: Bytes, in part: Range<Int>) -> Int? {
    part.isEmpty
      ? nil : markdown.span.extracting(part).firstOffset(of: mark.span).map { $0 + part.lowerBound }
  }

  private mutating func blank(_ range: Range<Int>) {
    for at in range where markdown[at] != 0x0A && markdown[at] != 0x0D { markdown[at] = 0x20 }
  }
}
