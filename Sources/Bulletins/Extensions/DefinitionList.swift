import Markdown
import Text

/// Terms with what they mean, as PHP Markdown Extra and kramdown have them: the term on a line, and below it lines that
/// begin with a colon and a blank.
enum DefinitionList {
  /// Writes all of a text.
  static func write(in root: MarkdownNode) {
    for paragraph in root.all(where: { $0.kind == .paragraph }) { write(paragraph) }
  }

  private static func write(_ paragraph: MarkdownNode) {
    let breaks = paragraph.children.filter { node in
      guard node.kind == .softBreak || node.kind == .lineBreak, let next = node.next, next.kind == .text else {
        return false
      }
      return next.withLiteral { $0.count > 2 && $0[0] == UInt8(ascii: ":") && $0[1].isASCIISpace }
    }
    guard let first = breaks.first, first.previous != nil else { return }
    // Each line before the first colon is a term of its own.
    for node in paragraph.children {
      if node == first { break }
      if node.kind == .softBreak || node.kind == .lineBreak { node.insertBefore(html: "</dt>\n<dt>", isInline: true) }
    }
    for (place, node) in breaks.enumerated() {
      node.next?.dropFirst(2)
      node.insertBefore(html: place == 0 ? "</dt>\n<dd>" : "</dd>\n<dd>", isInline: true)
      node.remove()
    }
    paragraph.turnIntoBlock(between: "<dl>\n<dt>", and: "</dd>\n</dl>\n")
  }
}
