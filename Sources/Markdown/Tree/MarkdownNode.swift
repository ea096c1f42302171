import CCmarkGFM
import Glibc
import Text

/// A node of a document's tree: a reference that is valid as long as the document is, on the thread that made it.
///
/// Safe to use inside of the scope that owns the document; that nodes do not leave it is for that scope to see to.
@safe
public struct MarkdownNode: Equatable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = unsafe pointer }

  /// Whether both are the same node.
  public static func == (a: MarkdownNode, b: MarkdownNode) -> Bool { unsafe a.pointer == b.pointer }

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
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: unsafe .heading(Int(cmark_node_get_heading_level(pointer)))
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
    default: unsafe String(cString: cmark_node_get_type_string(pointer)) == "table" ? .table : .other
    }
  }

  /// The nodes directly inside, in order.
  public var children: [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(pointer)
    while let node = unsafe next {
      unsafe nodes.append(MarkdownNode(node))
      unsafe next = unsafe cmark_node_next(node)
    }
    return nodes
  }

  /// The first node inside.
  public var firstChild: MarkdownNode? { unsafe cmark_node_first_child(pointer).map(MarkdownNode.init) }

  /// The last node inside.
  public var lastChild: MarkdownNode? { unsafe cmark_node_last_child(pointer).map(MarkdownNode.init) }

  /// The node after this one in the same parent.
  public var next: MarkdownNode? { unsafe cmark_node_next(pointer).map(MarkdownNode.init) }

  /// The node before this one in the same parent.
  public var previous: MarkdownNode? { unsafe cmark_node_previous(pointer).map(MarkdownNode.init) }

  /// The node around this one.
  public var parent: MarkdownNode? { unsafe cmark_node_parent(pointer).map(MarkdownNode.init) }

  /// The block in whose text an inline node stands.
  public var block: MarkdownNode {
    var node = self
    while node.isInline, let outer = node.parent { node = outer }
    return node
  }

  /// Whether it stands in the text of a block.
  var isInline: Bool {
    unsafe cmark_node_get_type(pointer).rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE)
  }

  /// Whether a block of code stands between fences; the others are indented.
  public var isFenced: Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return unsafe cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  /// The number with which an ordered list begins; `nil` for one of bullets.
  public var firstNumber: Int? {
    guard unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return unsafe Int(cmark_node_get_list_start(pointer))
  }

  /// The column in bytes at which the node begins, counted from 1.
  public var column: Int { unsafe max(1, Int(cmark_node_get_start_column(pointer))) }

  /// The address of a link or an image.
  public var address: String { unsafe cmark_node_get_url(pointer).map { unsafe String(cString: $0) } ?? "" }

  /// The title of a link or an image; empty where it has none.
  public var title: String { unsafe cmark_node_get_title(pointer).map { unsafe String(cString: $0) } ?? "" }

  /// What the first cells of a table's first row say, which tells it from others.
  public var headerText: String {
    let words = firstChild?.children.prefix(6).map { $0.text.trimmed } ?? []
    return String(words.filter { !$0.isEmpty }.joined(separator: ", ").prefix(100))
  }

  /// The text of a text, code or raw HTML node.
  public var literal: String { unsafe cmark_node_get_literal(pointer).map { unsafe String(cString: $0) } ?? "" }

  /// The bytes of a text, code or raw HTML node, valid inside of `body`.
  public func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    guard let start = unsafe cmark_node_get_literal(pointer) else { return body(Span()) }
    return unsafe body(Span(_unsafeBytes: UnsafeRawBufferPointer(start: start, count: strlen(start))))
  }

  /// Calls `visit` with every node from this one down, before what is inside it, with its depth below this one.
  public func walk(_ visit: (MarkdownNode, _ depth: Int) -> Void) {
    var node = unsafe pointer
    var depth = 0
    while true {
      unsafe visit(MarkdownNode(node), depth)
      if let inner = unsafe cmark_node_first_child(node) {
        unsafe node = unsafe inner
        depth += 1
        continue
      }
      while unsafe node != pointer, unsafe cmark_node_next(node) == nil, let outer = unsafe cmark_node_parent(node) {
        unsafe node = unsafe outer
        depth -= 1
      }
      guard unsafe node != pointer, let next = unsafe cmark_node_next(node) else { return }
      unsafe node = unsafe next
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

  /// Appends the same to other text. The words of an image are apart from those beside it.
  public func appendText(to text: inout Bytes) {
    var image: MarkdownNode?
    walk { node, _ in
      switch node.kind {
      case .text, .code:
        let follows = image != nil && node.previous == image
        node.withLiteral {
          if follows, $0.first?.isASCIISpace == false { text.appendBlank() }
          text.append($0)
        }
      case .image:
        if !text.isEmpty { text.appendBlank() }
        image = node
      case .lineBreak, .softBreak: text.append(0x0A)
      case .htmlInline: if node.withLiteral({ isLineBreak($0) }) { text.append(0x0A) }
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
      for index in text.indices {
        let byte = text[index]
        if byte == 0x22 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x0A { return nil }
      }
      return text.copy
    }
  }

  /// Whether the text has more than white space in it.
  public var hasText: Bool {
    switch kind {
    case .text, .code: withLiteral { text in text.indices.contains { !text[$0].isASCIISpace } }
    default: children.contains(where: \.hasText)
    }
  }
}

/// Whether a tag of HTML is one that breaks a line: `<br>`, `<BR />`.
private func isLineBreak(_ tag: Span<UInt8>) -> Bool {
  guard tag.count > 3, tag[1] | 0x20 == UInt8(ascii: "b"), tag[2] | 0x20 == UInt8(ascii: "r") else { return false }
  return tag[3] == UInt8(ascii: ">") || tag[3] == UInt8(ascii: "/") || tag[3].isASCIISpace
}

extension Array where Element == UInt8 {
  /// Appends a blank, unless one stands there.
  fileprivate mutating func appendBlank() {
    if last?.isASCIISpace != true { append(0x20) }
  }
}
