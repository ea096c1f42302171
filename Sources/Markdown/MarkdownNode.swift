import CCmarkGFM
import Glibc
import Text

/// A node of a document's tree: a reference that is valid as long as the document is.
public struct MarkdownNode {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// What a node is, as far as readers of bulletins ask.
  public enum Kind: Sendable, Equatable {
    /// The root.
    case document
    /// A heading of a level from 1 to 6.
    case heading(Int)
    /// A paragraph, a list, an item of one, a block quote, a code block, a block of raw HTML, a rule.
    case paragraph, list, item, blockQuote, codeBlock, htmlBlock, thematicBreak
    /// A table with its rows and cells.
    case table
    /// The text of a footnote, or the mark that leads to it.
    case footnoteDefinition, footnoteReference
    /// Strong text, emphasis, a link, an image, code.
    case strong, emphasis, link, image, code
    /// Text, a line break that counts, one that does not.
    case text, lineBreak, softBreak
    /// Raw HTML inside a paragraph.
    case htmlInline
    /// Anything else.
    case other
  }

  /// What the node is.
  public var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(Int(cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_DOCUMENT: .document
    default: String(cString: cmark_node_get_type_string(pointer)) == "table" ? .table : .other
    }
  }

  /// The nodes directly inside, in order.
  public var children: [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let node = next {
      nodes.append(MarkdownNode(node))
      next = cmark_node_next(node)
    }
    return nodes
  }

  /// The first node inside.
  public var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }

  /// The last node inside.
  public var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }

  /// The node after this one in the same parent.
  public var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }

  /// The node around this one.
  public var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }

  /// The first and the last line of the source that the node covers, counted from 1.
  public var lines: ClosedRange<Int> {
    let first = max(1, Int(cmark_node_get_start_line(pointer)))
    return first...max(first, Int(cmark_node_get_end_line(pointer)))
  }

  /// The column in bytes at which the node begins, counted from 1.
  public var column: Int { max(1, Int(cmark_node_get_start_column(pointer))) }

  /// The address of a link or an image.
  public var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  /// The text of a text, code or raw HTML node.
  public var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  /// The bytes of a text, code or raw HTML node, valid inside of `body`.
  public func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let start = cmark_node_get_literal(pointer) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = strlen(start)
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// Calls `visit` with every node from this one down, before what is inside it, with its depth below this one.
  public func walk(_ visit: (MarkdownNode, _ depth: Int) -> Void) {
    var node = pointer
    var depth = 0
    while true {
      visit(MarkdownNode(node), depth)
      if let inner = cmark_node_first_child(node) {
        node = inner
        depth += 1
        continue
      }
      while node != pointer, cmark_node_next(node) == nil, let outer = cmark_node_parent(node) {
        node = outer
        depth -= 1
      }
      guard node != pointer, let next = cmark_node_next(node) else { return }
      node = next
    }
  }

  /// The text without markup: entities and escapes decoded, line breaks as line feeds, footnote marks left out.
  public var text: String {
    if let only = firstChild, only.next == nil, only.kind == .text { return only.literal }
    return textBytes.string
  }

  /// The same as UTF-8.
  public var textBytes: Bytes {
    var text = Bytes()
    appendText(to: &text)
    return text
  }

  /// Appends the same to other text.
  public func appendText(to text: inout Bytes) {
    walk { node, _ in
      switch node.kind {
      case .text, .code: node.withLiteral { text.append(contentsOf: $0) }
      case .lineBreak, .softBreak: text.append(0x0A)
      default: break
      }
    }
  }

  /// The text, where it is one piece that HTML writes as it is: most headings are.
  var unmarkedText: Bytes? {
    var node = self
    while let only = node.firstChild {
      guard only.next == nil, only.kind == .text || only.kind == .paragraph else { return nil }
      node = only
    }
    guard node.kind == .text else { return nil }
    return node.withLiteral { text in
      let isPlain = text.allSatisfy { $0 != 0x22 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x0A }
      return isPlain ? Bytes(text) : nil
    }
  }

  /// Whether the text has more than white space in it.
  public var hasText: Bool {
    switch kind {
    case .text, .code: withLiteral { $0.contains { !$0.isASCIISpace } }
    default: children.contains(where: \.hasText)
    }
  }
}
