import CCmarkGFM
import Glibc
import Text

/// Owns a tree of libcmark-gfm: CommonMark with tables, strikethrough, autolinks, footnotes and task lists.
///
/// The tree is used on the thread that made it, inside the scope that owns it.
public struct MarkdownDocument: ~Copyable {
  private let tree: OpaquePointer
  private let parser: OpaquePointer
  private let flags: Int32

  /// Parses a text; every text is Markdown.
  public init(_ text: Bytes, options: MarkdownOptions = MarkdownOptions()) {
    self.init(text[...], options: options)
  }

  /// Parses a part of a text.
  public init(_ text: ArraySlice<UInt8>, options: MarkdownOptions = MarkdownOptions()) {
    MarkdownDocument.registerExtensions
    var flags = CMARK_OPT_FOOTNOTES | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
    if options.smartPunctuation { flags |= CMARK_OPT_SMART }
    if options.rawHTML { flags |= CMARK_OPT_UNSAFE }
    if options.sourcePositions { flags |= CMARK_OPT_SOURCEPOS }
    self.flags = flags
    guard let parser = cmark_parser_new(flags) else { fatalError("libcmark-gfm found no memory for a parser") }
    self.parser = parser
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count)
    }
    tree = cmark_parser_finish(parser)
    if !options.rawHTML, text.contains(UInt8(ascii: "<")) { root.turnRawHTMLIntoText() }
  }

  deinit {
    cmark_node_free(tree)
    cmark_parser_free(parser)
  }

  /// The root of the tree; its nodes must not outlive the document.
  public var root: MarkdownNode { MarkdownNode(tree) }

  /// The tree as HTML. Unless the options allow raw HTML, links with dangerous schemes lose their address.
  public func html() -> Bytes { html(of: root) }

  /// One node and what it holds as HTML.
  public func html(of node: MarkdownNode) -> Bytes {
    guard let text = cmark_render_html(node.pointer, flags, cmark_parser_get_syntax_extensions(parser)) else {
      return []
    }
    defer { free(text) }
    return Bytes(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// What stands inside a paragraph or heading, as HTML without the block's own tags.
  public func inlineHTML(of node: MarkdownNode) -> Bytes {
    var html = html(of: node)
    while let last = html.last, last.isASCIISpace { html.removeLast() }
    guard let open = html.firstIndex(of: UInt8(ascii: ">")), let close = html.lastIndex(of: UInt8(ascii: "<")),
      open < close
    else { return [] }
    return Array(html[(open + 1)..<close])
  }

  /// Done once for the process: the registry of libcmark-gfm is its own.
  private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()
}
