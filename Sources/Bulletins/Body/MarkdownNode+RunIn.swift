import Markdown
import Text

extension MarkdownNode {
  /// Whether the paragraph begins with bold words that end in a stop, and has text after them.
  var isRunIn: Bool {
    guard let first = firstChild, first.isStrong, first.beginsVisibly || !first.text.plain.isEmpty,
      RunIn.hasStop(first)
    else { return false }
    var next = first.next
    if let behind = RunIn.stopBehind(first), let node = next {
      if node.withLiteral({ text in (behind.length..<text.count).contains { !text[$0].isASCIISpace } }) { return true }
      next = node.next
    }
    while let node = next {
      // Footnote marks and line breaks alone are no text.
      if node.hasText { return true }
      next = node.next
    }
    return false
  }
}
