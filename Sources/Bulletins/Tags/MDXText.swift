import Text

/// Markdown with components, as Docusaurus has it: what belongs to the program around it is blanked out.
enum MDXText {
  /// Whether a file is written so.
  static func isMDX(_ path: String) -> Bool { path.utf8.suffix(4).elementsEqual(".mdx".utf8) }

  /// The text without imports, exports and comments in braces; every byte keeps its place.
  static func asMarkdown(_ text: Bytes) -> Bytes {
    var result = text
    var fence: Bytes?
    var isStatement = false
    for line in sourceLines(of: text, in: 0..<text.count) {
      let words = text[line].drop { $0 == 0x20 }
      if let mark = fence {
        if words.starts(with: mark) { fence = nil }
        continue
      }
      for mark in ["```", "~~~"] where words.starts(with: mark.utf8) { fence = Bytes(mark.utf8) }
      if text[line].starts(with: "import ".utf8) || text[line].starts(with: "export ".utf8) { isStatement = true }
      if text.isBlank(line) { isStatement = false }
      if isStatement { blank(line, in: &result) }
    }
    var at = 0
    while let open = result.firstOffset(of: Bytes("{/*".utf8), from: at) {
      guard let close = result.firstOffset(of: Bytes("*/}".utf8), from: open) else { break }
      blank(open..<close + 3, in: &result)
      at = close + 3
    }
    return result
  }

  private static func blank(_ range: Range<Int>, in text: inout Bytes) {
    for at in range where text[at] != 0x0A && text[at] != 0x0D { text[at] = 0x20 }
  }
}
