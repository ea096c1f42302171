import Text

/// Markdown with components, as Docusaurus has it: what belongs to the program around it is blanked out, and every byte
/// keeps its place.
struct MDXText {
  /// The text without imports, exports, comments in braces and styles of components.
  private(set) var markdown: Bytes
  /// The paths of imported texts, by the names of the components that show them.
  private(set) var imports: [String: String] = [:]

  /// Whether a file is written so.
  static func isMDX(_ path: String) -> Bool { path.utf8.suffix(4).elementsEqual(".mdx".utf8) }

  init(_ text: Bytes) {
    markdown = text
    let lines = sourceLines(of: text, in: 0..<text.count)
    let isCode = CodeLines.fenced(text, lines)
    var isStatement = false
    for (line, isCode) in zip(lines, isCode) {
      if isCode {
        isStatement = false
        continue
      }
      if text[line].starts(with: "import ".utf8) || text[line].starts(with: "export ".utf8) { isStatement = true }
      if text.isBlank(line) { isStatement = false }
      if isStatement {
        note(text[line])
        blank(line)
      } else if text[line].contains(UInt8(ascii: "{")) {
        simplify(line)
      }
    }
    var at = 0
    while let open = markdown.firstOffset(of: Bytes("{/*".utf8), from: at) {
      guard let close = markdown.firstOffset(of: Bytes("*/}".utf8), from: open) else { break }
      blank(open..<close + 3)
      at = close + 3
    }
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
  private mutating func simplify(_ line: Range<Int>) {
    for mark in ["{require(", "style={{"] {
      var at = line.lowerBound
      while let open = markdown.firstOffset(of: Bytes(mark.utf8), from: at), open < line.upperBound {
        at = open + mark.utf8.count
        let end = mark == "style={{" ? "}}" : "}"
        guard let close = markdown.firstOffset(of: Bytes(end.utf8), from: at), close < line.upperBound else { break }
        let whole = open..<close + end.utf8.count
        if mark == "style={{" {
          blank(whole)
        } else if let first = markdown[at..<close].firstIndex(where: {
          $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"")
        }),
          let last = markdown[(first + 1)..<close].firstIndex(of: markdown[first])
        {
          let path = Array(markdown[(first + 1)..<last])
          blank(whole)
          markdown.replaceSubrange(
            whole.prefix(path.count + 2), with: [UInt8(ascii: "\"")] + path + [UInt8(ascii: "\"")])
        }
        at = whole.upperBound
      }
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for at in range where markdown[at] != 0x0A && markdown[at] != 0x0D { markdown[at] = 0x20 }
  }
}
