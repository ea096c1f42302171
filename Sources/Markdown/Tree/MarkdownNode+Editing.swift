import CCmarkGFM
import Glibc
import Coding
import Text

extension MarkdownNode {
  /// Puts finished HTML before this block.
  public func insertBefore(html: Bytes) {
    guard let block = unsafe MarkdownNode.block(of: html) else { return }
    if unsafe cmark_node_insert_before(pointer, block) == 0 { unsafe cmark_node_free(block) }
  }

  /// Puts finished HTML after this block.
  public func insertAfter(html: Bytes) {
    guard let block = unsafe MarkdownNode.block(of: html) else { return }
    if unsafe cmark_node_insert_after(pointer, block) == 0 { unsafe cmark_node_free(block) }
  }

  /// Puts finished HTML before this block and other after it, or nothing where a document can't have it there.
  public func surround(_ before: Bytes, _ after: Bytes) {
    guard let first = unsafe MarkdownNode.block(of: before), let last = unsafe MarkdownNode.block(of: after) else {
      return
    }
    guard unsafe cmark_node_insert_before(pointer, first) != 0 else {
      unsafe cmark_node_free(first)
      return unsafe cmark_node_free(last)
    }
    if unsafe cmark_node_insert_after(pointer, last) == 0 {
      unsafe cmark_node_free(first)
      unsafe cmark_node_free(last)
    }
  }

  /// Puts finished HTML after all that this block holds.
  public func append(html: Bytes) {
    guard let block = unsafe MarkdownNode.block(of: html) else { return }
    if unsafe cmark_node_append_child(pointer, block) == 0 { unsafe cmark_node_free(block) }
  }

  private static func new(_ type: cmark_node_type) -> OpaquePointer? {
    unsafe cmark_node_new(type)
  }

  private static func block(of html: Bytes) -> OpaquePointer? {
    guard let block = unsafe MarkdownNode.new(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    unsafe (html + [0]).withUnsafeBytes {
      _ = unsafe cmark_node_set_on_enter(block, $0.assumingMemoryBound(to: CChar.self).baseAddress)
    }
    return unsafe block
  }

  /// Puts finished HTML in the place of this block, which is gone afterwards.
  public func replace(withHTML html: Bytes) {
    insertBefore(html: html)
    remove()
  }

  /// Takes the node and what it holds out of the tree; it must not be used afterwards.
  public func remove() { unsafe cmark_node_free(pointer) }

  /// Gives a link or an image another address.
  public func setAddress(_ address: String) { unsafe cmark_node_set_url(pointer, address) }

  /// Gives a link or an image another title; an empty one is none.
  public func setTitle(_ title: String) { unsafe cmark_node_set_title(pointer, title) }

  /// Gives a text, code or raw HTML node another text.
  public func setLiteral(_ text: String) { unsafe cmark_node_set_literal(pointer, text) }

  /// Puts a text before this inline node.
  public func insertBefore(text: String) {
    guard let node = unsafe MarkdownNode.new(CMARK_NODE_TEXT) else { return }
    unsafe cmark_node_set_literal(node, text)
    if unsafe cmark_node_insert_before(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  /// Puts a tag of raw HTML before this inline node.
  public func insertBefore(htmlTag tag: String) {
    guard let node = unsafe MarkdownNode.new(CMARK_NODE_HTML_INLINE) else { return }
    unsafe cmark_node_set_literal(node, tag)
    if unsafe cmark_node_insert_before(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  /// Puts finished HTML, a tag or several, before this inline node.
  public func insertBefore(html: String, isInline: Bool) {
    guard let node = unsafe MarkdownNode.new(isInline ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK) else {
      return
    }
    unsafe cmark_node_set_on_enter(node, html)
    if unsafe cmark_node_insert_before(pointer, node) == 0 { unsafe cmark_node_free(node) }
  }

  /// Puts what this block holds in its place, with finished HTML before and behind; the block is gone afterwards.
  public func replaceByContent(between open: Bytes, and close: Bytes) {
    insertBefore(html: open)
    while let child = unsafe cmark_node_first_child(pointer) { unsafe cmark_node_insert_before(pointer, child) }
    replace(withHTML: close)
  }

  /// Writes this paragraph with finished HTML before and behind what it holds, in the place of its own tags.
  public func turnIntoBlock(between open: String, and close: String) {
    guard unsafe cmark_node_set_type(pointer, CMARK_NODE_CUSTOM_BLOCK) != 0 else { return }
    unsafe cmark_node_set_on_enter(pointer, open)
    unsafe cmark_node_set_on_exit(pointer, close)
  }

  /// Makes a block of raw HTML of this paragraph, which keeps its lines.
  public func turnIntoHTMLBlock(_ html: Bytes) {
    for child in children { child.remove() }
    guard unsafe cmark_node_set_type(pointer, CMARK_NODE_HTML_BLOCK) != 0 else { return }
    setLiteral(html.string + "\n")
  }

  /// Puts what this inline node holds in its place, and takes the node itself away.
  public func unwrap() {
    while let child = unsafe cmark_node_first_child(pointer) { unsafe cmark_node_insert_before(pointer, child) }
    remove()
  }

  /// Takes the first bytes of a text node's text away.
  public func dropFirst(_ length: Int) {
    guard length > 0, let text = unsafe cmark_node_get_literal(pointer) else { return }
    // The library copies the text before it lets go of the old one.
    unsafe cmark_node_set_literal(pointer, text + min(length, strlen(text)))
  }

  /// Moves the content of the block after this one to the end of this one, a space between, and removes that block.
  public func join(_ following: MarkdownNode) {
    if let space = unsafe MarkdownNode.new(CMARK_NODE_TEXT) {
      unsafe cmark_node_set_literal(space, " ")
      unsafe cmark_node_append_child(pointer, space)
    }
    while let child = unsafe cmark_node_first_child(following.pointer) {
      unsafe cmark_node_append_child(pointer, child)
    }
    following.remove()
  }

  /// A document with one paragraph that holds what this inline node held; the node is taken out of the tree. It belongs
  /// to the caller, who removes it.
  public func detachContentAsDocument() -> MarkdownNode? {
    // libcmark-gfm renders a paragraph only inside a parent.
    guard let document = unsafe MarkdownNode.new(CMARK_NODE_DOCUMENT),
      let paragraph = unsafe MarkdownNode.new(CMARK_NODE_PARAGRAPH)
    else {
      return nil
    }
    unsafe cmark_node_append_child(document, paragraph)
    while let child = unsafe cmark_node_first_child(pointer) { unsafe cmark_node_append_child(paragraph, child) }
    remove()
    return unsafe MarkdownNode(document)
  }
}
