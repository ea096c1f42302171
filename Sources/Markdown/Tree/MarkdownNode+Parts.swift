import CCmarkGFM
import Text

extension MarkdownNode {
  /// A part of a paragraph that is taken apart.
  public enum Part {
    /// What becomes a paragraph of its own; without words it becomes nothing.
    case words([MarkdownNode])
    /// The same without the tags of a paragraph.
    case wordsAlone([MarkdownNode])
    /// A block of raw HTML.
    case html(Bytes)
  }

  /// Puts blocks in the place of this paragraph, which is gone afterwards, with what is in no part.
  public func replace(with parts: [Part]) {
    // Texts may lie in the memory of their paragraph.
    unsafe cmark_node_own(pointer)
    for part in parts {
      switch part {
      case .words(let nodes): insertParagraph(of: nodes)
      case .wordsAlone(let nodes): insertParagraph(of: nodes)?.turnIntoBlock(between: "", and: "")
      case .html(let html): insertBefore(htmlBlock: html)
      }
    }
    remove()
  }

  /// Takes this paragraph apart where a node stands in it, in whose place a block of raw HTML comes: what stands before it
  /// becomes a paragraph of its own, and what stands behind it stays in this one.
  ///
  /// - Returns: Whether there is anything behind it; otherwise this paragraph is gone.
  func split(at node: MarkdownNode, html: Bytes) -> Bool {
    var words: [MarkdownNode] = []
    var before = node.previous
    while let word = before {
      // Texts may lie in the memory of their paragraph.
      unsafe cmark_node_own(word.pointer)
      words.append(word)
      before = word.previous
    }
    insertParagraph(of: words.reversed())
    insertBefore(htmlBlock: html)
    // Blanks may be left of what stood before it.
    while let first = firstChild, first != node { first.remove() }
    node.remove()
    while let first = firstChild, first.isBlank { first.remove() }
    guard let first = firstChild else {
      remove()
      return false
    }
    if first.kind == .text { first.dropFirst(first.literal.utf8.prefix { $0 == 0x20 }.count) }
    return true
  }

  /// Whether it prints nothing but a blank.
  private var isBlank: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    case .text: !hasText
    default: false
    }
  }

  @discardableResult
  private func insertParagraph(of nodes: [MarkdownNode]) -> MarkdownNode? {
    guard let first = nodes.firstIndex(where: { !$0.isBlank }), let last = nodes.lastIndex(where: { !$0.isBlank }),
      let new = unsafe cmark_node_new(CMARK_NODE_PARAGRAPH)
    else { return nil }
    let paragraph = unsafe MarkdownNode(new)
    paragraph.keepLine(nodes[first].lines.lowerBound)
    guard unsafe cmark_node_insert_before(pointer, new) != 0 else {
      paragraph.remove()
      return nil
    }
    for node in nodes[first...last] { unsafe cmark_node_append_child(new, node.pointer) }
    return paragraph
  }

  private func insertBefore(htmlBlock html: Bytes) {
    guard let new = unsafe cmark_node_new(CMARK_NODE_HTML_BLOCK) else { return }
    let block = unsafe MarkdownNode(new)
    block.keepLine(lines.lowerBound)
    block.setLiteral(html.string + "\n")
    if unsafe cmark_node_insert_before(pointer, new) == 0 { block.remove() }
  }
}
