import Text

/// End tags in paragraphs.
extension HTMLReview {
  /// Reviews an end tag: what ends no words is left out, as browsers do; that of a block is shown, since a text may be
  /// about it.
  mutating func review(endTag node: MarkdownNode, _ name: String) {
    if let place = open.lastIndex(where: { $0.name == name }) {
      open.remove(at: place)
      passing.append(node)
      return
    }
    // An end of a tag that is text is text.
    guard HarmlessHTML.allows(name) || HarmlessHTML.isLookedThrough(name) else { return node.turnIntoText() }
    if name == "p" {
      // That of the paragraph around it would leave what stands behind it in none.
      guard openParagraphs > 0 else { return node.remove() }
      openParagraphs -= 1
    } else if !HTMLReview.isClosedAlone(name) {
      guard nesting.isOpen(name) else {
        return HTMLNesting.isBlock(name) ? node.turnIntoText() : node.remove()
      }
      if HTMLNesting.isBlock(name) { return end(name, at: node) }
    }
    hasHTML = true
    passing.append(node)
  }

  /// Ends a block that began before this paragraph, where its end tag stands: what stands behind that is not in it.
  private mutating func end(_ name: String, at node: MarkdownNode) {
    closeBlock()
    let tag = Bytes("</\(name)>".utf8)
    _ = nesting.add(tag)
    waiting.others = max(0, waiting.others - 1)
    hasHTML = true
    let block = node.block
    if block.kind == .paragraph, node.parent == block {
      // Another one may come to lie where it was.
      if !block.split(at: node, html: tag) { self.block = nil }
      return
    }
    // No table is taken apart, and no emphasis.
    if case .heading = block.kind { block.insertAfter(html: tag) }
    if block.kind == .paragraph { block.insertAfter(html: tag) }
    node.remove()
  }
}
