import CCmarkGFM
import Glibc
import Synchronization
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
    MarkdownMemory.begin()
    guard let parser = cmark_parser_new_with_mem(flags, MarkdownMemory.functions) else {
      fatalError("libcmark-gfm found no memory for a parser")
    }
    self.parser = parser
    let hasTildes = text.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "~")) } != nil
    MarkdownDocument.attach(
      MarkdownDocument.extensions + (hasTildes ? [MarkdownDocument.strikethrough] : []), to: parser)
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count)
    }
    if text.withUnsafeBufferPointer(MarkdownDocument.mayHaveAddress) {
      tree = PlacesToLook.withAddresses { MarkdownDocument.finished(parser, hasTildes: hasTildes) }
    } else {
      tree = MarkdownDocument.finished(parser, hasTildes: hasTildes)
    }
    if !options.rawHTML, text.withUnsafeBufferPointer({ $0.firstOffset(of: UInt8(ascii: "<")) }) != nil {
      root.turnRawHTMLIntoText()
    }
  }

  // Nothing is let go of piece by piece: all of it lies in the thread's blocks.
  deinit { MarkdownMemory.end() }

  /// The root of the tree; its nodes must not outlive the document.
  public var root: MarkdownNode { MarkdownNode(tree) }

  /// The tree as HTML. Unless the options allow raw HTML, links with dangerous schemes lose their address.
  public func html() -> Bytes { html(of: root) }

  /// One node and what it holds as HTML.
  public func html(of node: MarkdownNode) -> Bytes {
    guard let text = cmark_render_html(node.pointer, flags, cmark_parser_get_syntax_extensions(parser)) else {
      return []
    }
    return Bytes(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// What stands inside a paragraph or heading, as HTML without the block's own tags.
  public func inlineHTML(of node: MarkdownNode) -> Bytes {
    if let text = node.unmarkedText { return text }
    var html = html(of: node)
    while let last = html.last, last.isASCIISpace { html.removeLast() }
    guard let open = html.firstIndex(of: UInt8(ascii: ">")), let close = html.lastIndex(of: UInt8(ascii: "<")),
      open < close
    else { return [] }
    return Array(html[(open + 1)..<close])
  }

  /// Whether `www.` stands anywhere: without it, no address begins that has no scheme.
  private static func mayHaveAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while let stop = text.firstOffset(of: UInt8(ascii: "."), from: at) {
      if text[..<stop].suffix(3).elementsEqual("www".utf8) { return true }
      at = stop + 1
    }
    return false
  }

  static func attach(_ extensions: [String], to parser: OpaquePointer) {
    for name in extensions { cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name)) }
  }

  private static let extensions = ["table", "autolink", "tasklist"]
  private static let strikethrough = "strikethrough"

  /// Done once for the process: the registry of libcmark-gfm is its own.
  private static let registerExtensions: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    PlacesToLook.fill(for: extensions)
  }()

  /// Strikethrough asks for what the table was filled with, so that it can't be forgotten; its texts, which are few, are
  /// finished one after the other. Texts without a tilde never ask the table for one.
  private static func finished(_ parser: OpaquePointer, hasTildes: Bool) -> OpaquePointer {
    guard hasTildes else { return cmark_parser_finish(parser) }
    nonisolated(unsafe) let parser = parser
    let address = tildes.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let tree = OpaquePointer(bitPattern: address) else { fatalError("libcmark-gfm found no memory for a tree") }
    return tree
  }

  private static let tildes = Mutex(())
}
