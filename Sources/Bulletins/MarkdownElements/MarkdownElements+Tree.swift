import Markdown
import Text

extension MarkdownElements {
  /// Puts the tags where they stood, in a tree that was made of the text without them.
  func write(in root: MarkdownNode) {
    for heading in root.all(where: { $0.kind == .heading(1) && $0.firstChild == nil }) {
      if let line = lines[heading.lines.lowerBound] { heading.replace(with: [.html(line.tag)]) }
    }
    let tags = Set(marks.map { MarkdownElements.mark(in: text, at: $0) })
    if tags.isEmpty { return }
    for paragraph in root.all(where: { $0.kind == .paragraph }) {
      let parts = MarkdownElements.parts(of: paragraph, tags)
      if parts.count > 1 { paragraph.replace(with: parts) }
    }
  }

  /// What a mark stands for: a tag without the bracket that closes it.
  static func mark(in text: Bytes, at range: Range<Int>) -> String { Array(text[range]).string }

  /// A paragraph taken apart where tags stand in it.
  private static func parts(of paragraph: MarkdownNode, _ tags: Set<String>) -> [MarkdownNode.Part] {
    var parts: [MarkdownNode.Part] = []
    var words: [MarkdownNode] = []
    // What ends the element whose words are read.
    var end: Bytes?
    func take(_ html: Bytes) {
      parts.append(end == nil ? .words(words) : .wordsAlone(words))
      parts.append(.html(html))
      words = []
    }
    for child in paragraph.children {
      let literal = child.kind == .htmlInline ? child.literal : ""
      if tags.contains(literal), let bracket = child.next, bracket.kind == .text {
        bracket.dropFirst(1)
        let tag = Bytes((literal + ">").utf8)
        take(tag)
        end = ElementTag.isOfWords(tag) ? Bytes("</\(ElementTag.name(of: tag[...]))>".utf8) : nil
      } else if let close = end, literal.lowercased() == close.string {
        take(close)
        end = nil
      } else {
        words.append(child)
      }
    }
    return parts + [end == nil ? .words(words) : .wordsAlone(words)]
  }
}
