import CCmarkGFM
import Glibc
import Synchronization
import Text

/// Owns a tree of libcmark-gfm: CommonMark with tables, strikethrough, autolinks, footnotes and task lists.
///
/// The tree is used on the thread that made it, inside the scope that owns it.
@safe
public struct MarkdownDocument: ~Copyable {
  private let tree: OpaquePointer
  private let parser: OpaquePointer
  private let flags: Int32
  /// Whether there is raw HTML in it that passes.
  private let hasHTML: Bool
  /// Whether control characters may be in it, which HTML forbids.
  private let mayHaveControls: Bool
  /// The HTML that is shown as text, since it is none that passes, or lacks something: the first place of each element and
  /// attribute, in their order.
  public let refusedHTML: [RefusedHTML]

  /// Parses a text; every text is Markdown.
  public init(_ text: Bytes, options: MarkdownOptions = MarkdownOptions()) {
    self.init(text[...], options: options)
  }

  /// Parses a part of a text.
  ///
  /// - Parameter amend: Changes the tree before its raw HTML is looked at.
  public init(
    _ text: ArraySlice<UInt8>, options: MarkdownOptions = MarkdownOptions(), amend: ((MarkdownNode) -> Void)? = nil
  ) {
    self.init(text, options: options, HTMLReview(), amend: amend)
  }

  /// Takes a text that is HTML, and no Markdown: one block on the lines on which it stands.
  ///
  /// - Parameter amend: Changes the tree before its HTML is looked at.
  public init(html: Bytes, options: MarkdownOptions = MarkdownOptions(), amend: ((MarkdownNode) -> Void)? = nil) {
    let start = html.firstIndex { !$0.isASCIISpace } ?? html.count
    let line = html[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // An instruction for another program goes on to its end, which never comes.
    let feeds = html.filter { $0 == 0x0A }
    let before = html[..<line].count { $0 == 0x0A }
    let frame = start == html.count ? [] : feeds[..<before] + Bytes("<?".utf8) + feeds[before...]
    self.init(
      frame[...], options: options, HTMLReview(ofWholeText: true),
      mayHaveControls: ControlCharacters.may(beIn: html.span)
    ) { root in
      root.firstChild?.setLiteral(Array(html[line...]).string)
      amend?(root)
    }
  }

  private init(
    _ text: ArraySlice<UInt8>, options: MarkdownOptions, _ review: HTMLReview, mayHaveControls: Bool = false,
    amend: ((MarkdownNode) -> Void)?
  ) {
    MarkdownDocument.registerExtensions
    // A single tilde strikes nothing out: it stands before numbers, and lowers letters elsewhere.
    var flags =
      CMARK_OPT_FOOTNOTES | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    if options.smartPunctuation { flags |= CMARK_OPT_SMART }
    if options.rawHTML { flags |= CMARK_OPT_UNSAFE }
    if options.sourcePositions { flags |= CMARK_OPT_SOURCEPOS }
    guard let parser = unsafe cmark_parser_new(flags) else {
      fatalError("libcmark-gfm found no memory for a parser")
    }
    unsafe self.parser = unsafe parser
    let bytes = text.span
    let hasTildes = bytes.firstOffset(of: UInt8(ascii: "~")) != nil
    unsafe MarkdownDocument.attach(
      MarkdownDocument.extensions + (hasTildes ? [MarkdownDocument.strikethrough] : []), to: parser)
    unsafe text.withUnsafeBytes { memory in
      unsafe cmark_parser_feed(parser, memory.assumingMemoryBound(to: CChar.self).baseAddress, memory.count)
    }
    if MarkdownDocument.mayHaveAddress(bytes) {
      unsafe tree = unsafe SpecialCharacters.withAddresses {
        unsafe MarkdownDocument.finished(parser, hasTildes: hasTildes)
      }
    } else {
      unsafe tree = unsafe MarkdownDocument.finished(parser, hasTildes: hasTildes)
    }
    var review = review
    if let amend { unsafe amend(MarkdownNode(tree)) }
    if !options.rawHTML, amend != nil || bytes.firstOffset(of: UInt8(ascii: "<")) != nil {
      unsafe review.review(MarkdownNode(tree))
      if review.hasHTML { flags |= CMARK_OPT_UNSAFE }
    }
    self.flags = flags
    hasHTML = review.hasHTML
    refusedHTML = review.refused.inOrder
    self.mayHaveControls = mayHaveControls || ControlCharacters.may(beIn: bytes)
  }

  deinit {
    unsafe cmark_node_free(tree)
    unsafe cmark_parser_free(parser)
  }

  /// The root of the tree; its nodes must not outlive the document.
  public var root: MarkdownNode { unsafe MarkdownNode(tree) }

  /// The tree as HTML. Unless the options allow raw HTML, links with dangerous schemes lose their address.
  public func html() -> Bytes { html(of: root) }

  /// One node and what it holds as HTML.
  public func html(of node: MarkdownNode) -> Bytes { finished(rendered(node)) }

  private func rendered(_ node: MarkdownNode) -> Bytes {
    guard let text = unsafe cmark_render_html(node.pointer, flags, cmark_parser_get_syntax_extensions(parser)) else {
      return []
    }
    defer { unsafe free(text) }
    return unsafe Bytes(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  /// What stands inside a paragraph or heading, as HTML without the block's own tags.
  public func inlineHTML(of node: MarkdownNode) -> Bytes {
    if !mayHaveControls, let text = node.unmarkedText { return text }
    var html = rendered(node)
    while let last = html.last, last.isASCIISpace { html.removeLast() }
    guard let open = html.firstIndex(of: UInt8(ascii: ">")), let close = html.lastIndex(of: UInt8(ascii: "<")),
      open < close
    else { return [] }
    return finished(Array(html[(open + 1)..<close]))
  }

  /// What the library wrote, without what HTML forbids, and with every element closed that is opened.
  private func finished(_ html: Bytes) -> Bytes {
    let legal = mayHaveControls ? ControlCharacters.removed(from: html) : html
    return hasHTML ? HTMLWriter.rewritten(legal) : legal
  }

  /// Whether `www.` stands anywhere: without it, no address begins that has no scheme.
  private static func mayHaveAddress(_ text: Span<UInt8>) -> Bool {
    let w = UInt8(ascii: "w")
    var at = 0
    while let stop = text.firstOffset(of: UInt8(ascii: "."), from: at) {
      if stop >= 3, text[stop - 1] == w, text[stop - 2] == w, text[stop - 3] == w { return true }
      at = stop + 1
    }
    return false
  }

  static func attach(_ extensions: [String], to parser: OpaquePointer) {
    for name in extensions { unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name)) }
  }

  private static let extensions = ["table", "autolink", "tasklist"]
  private static let strikethrough = "strikethrough"

  /// Done once for the process: the registry of libcmark-gfm is its own.
  private static let registerExtensions: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    SpecialCharacters.fill(for: extensions)
  }()

  /// Strikethrough asks for what the table was filled with, so that it can't be forgotten; its texts, which are few, are
  /// finished one after the other. Texts without a tilde never ask the table for one.
  private static func finished(_ parser: OpaquePointer, hasTildes: Bool) -> OpaquePointer {
    guard hasTildes else { return unsafe cmark_parser_finish(parser) }
    nonisolated(unsafe) let parser = unsafe parser
    let address = tildes.withLock { _ in unsafe UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let tree = unsafe OpaquePointer(bitPattern: address) else {
      fatalError("libcmark-gfm found no memory for a tree")
    }
    return unsafe tree
  }

  private static let tildes = Mutex(())
}
