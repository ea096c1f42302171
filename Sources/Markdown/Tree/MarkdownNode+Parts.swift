import CCmarkGFM
import Text

extension MarkdownNode {
  /// A part of a paragraph that is taken apart.
  public enum Part {
    /// What becomes a paragraph of its own; without words it becomes nothing.
    case words([MarkdownNode])
    /// A block of raw HTML.
    case html(Bytes)
  }

  /// Puts blocks in the place of this paragraph, which is gone afterwards, with what is in no part.
  public func replace(with parts: [Part]) {
    for part in parts {
      switch part {
      case .words(let nodes): insertParagraph(of: nodes)
      case .html(let html): insertBefore(htmlBlock: html)
      }
    }
    remove()
  }

  private func insertParagraph(of nodes: [MarkdownNode]) {
    func isBlank(_ node: MarkdownNode) -> Bool {
      switch node.kind {
      case .softBreak, .lineBreak: true
      case .text: !node.hasText
      default: false
      }
    }
    guard let first = nodes.firstIndex(where: { !isBlank($0) }), let last = nodes.lastIndex(where: { !isBlank($0) }),
      let new = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH)
    else { return }
    let paragraph = unsafe MarkdownNode(new)
    paragraph.keepLine(nodes[first].lines.lowerBound)
    guard unsafe cmark_node_insert_before(pointer, new) != 0 else { return paragraph.remove() }
    for node in nodes[first...last] { unsafe cmark_node_append_child(new, node.pointer) }
  }

  private func insertBefore(htmlBlock html: Bytes) {
    guard let new = unsafe cmark_node_new(CMARK_NODE_HTML_BLOCK) else { return }
    let block = unsafe MarkdownNode(new)
    block.keepLine(lines.lowerBound)
    block.setLiteral(html.string + "\n")
    if unsafe cmark_node_insert_before(pointer, new) == 0 { block.remove() }
  }
}
