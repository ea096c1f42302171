import Markdown
import Text

extension ArticleHeadReader {
  /// Reads an abstract below a line or a heading that says no more than that one follows: `**Abstract**`, `### Abstract`.
  ///
  /// Below a heading, it ends where the next one stands, and has nothing but paragraphs; else the heading is one of the
  /// text, as is one whose paragraph leads to a list. Below a line, it is one paragraph.
  ///
  /// - Returns: Whether there is such a line.
  mutating func readHeadedAbstract(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) -> Bool {
    guard head.title != nil, blocks.count > 2, let line = blocks.first, isLabelOfAbstract(line) else { return false }
    let isHeading = line.kind != .paragraph
    let section = blocks.dropFirst().prefix { $0.kind == .paragraph && !isKeywords($0) }
    if isHeading, section.count > 3 || blocks[section.endIndex...].first?.isHeading != true { return false }
    let paragraphs = isHeading ? section : section.prefix(1)
    guard let last = paragraphs.last, paragraphs.endIndex < blocks.endIndex, !text(of: last).hasSuffix(":") else {
      return false
    }
    let printed = paragraphs.map { text(of: $0) }.joined(separator: " ")
    if let known = known.abstract?.value, printed != known { return false }
    head.abstract = Located(printed, at: range(of: paragraphs[paragraphs.startIndex]))
    addAbstract(paragraphs, document)
    line.remove()
    blocks = blocks[paragraphs.endIndex...]
    return true
  }

  /// Whether a heading, or a paragraph that is bold or in italics, has no more to say than that an abstract follows.
  func isLabelOfAbstract(_ line: MarkdownNode) -> Bool {
    let isSetOff = line.kind == .paragraph && line.firstChild.map(ArticleHeadReader.mayBeLabel) ?? false
    return (isSetOff || line.isHeading) && AbstractLabel.isAll(of: text(of: line), options.languages)
  }

  /// Whether emphasis covers a line, and has no more in it than a few words; abstracts have.
  private static func mayBeLabel(_ emphasis: MarkdownNode) -> Bool {
    guard emphasis.next == nil, emphasis.isStrong || emphasis.kind == .emphasis, let text = emphasis.firstChild else {
      return false
    }
    return text.next == nil && text.withLiteral { $0.count < 60 }
  }

  /// Whether a paragraph in italics lists keywords, which stand below an abstract and are none of it.
  func isKeywords(_ paragraph: MarkdownNode) -> Bool {
    guard paragraph.isEmphasised, let text = paragraph.firstChild?.firstChild, text.kind == .text || text.isStrong
    else { return false }
    // Most abstracts have no colon near their beginning.
    let hasColon = (text.kind == .text ? text : text.firstChild)?.withLiteral { literal in
      (0..<min(40, literal.count)).contains { literal[$0] == UInt8(ascii: ":") || literal[$0] == 0xEF }
    }
    guard hasColon == true else { return false }
    let words = self.text(of: paragraph)
    guard let colon = words.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    // A sentence may begin so, too: `Topic: a buoy lies off Tarn, and ships steer by it.`
    let listed = words[words.index(after: colon)...].split { ",;、，；·•".contains($0) }
    guard listed.allSatisfy({ $0.utf8.split(separator: 0x20).count < 5 }) else { return false }
    let label = String(words[..<colon]).trimmed
    return (Metadata.field(spelled: label)?.key ?? options.languages.field(named: Metadata.normalized(label)))
      == "topics"
  }
}
