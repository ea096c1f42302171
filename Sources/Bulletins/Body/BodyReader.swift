import Coding
import Diagnostics
import Languages
import Markdown
import Text

/// Reads what is left of a document after the masthead, and writes it as HTML.
struct BodyReader {
  let source: SourceFile
  let options: ReadingOptions
  /// The language that the text is in.
  let language: Language
  /// Whether paragraphs that a page break seems to have cut are joined.
  let joinsParagraphs: Bool
  /// The text as HTML, headings with their ids.
  private(set) var html: Bytes = []
  var outline = TextOutline()
  /// The sections of the text in order.
  var sections: [TextOutline.Section] = []
  /// The line on which each of them begins.
  var sectionLines: [Int] = []
  /// How many lists of the sections were asked for.
  var contentsCount = 0
  var inspection = Inspection()
  var diagnostics: [Diagnostic] = []
  /// The ids that are taken in the page.
  var ids: HeadingIDs
  /// Reads links, after those above the text.
  private(set) var links: LinkReader?

  /// - Parameters:
  ///   - ids: The ids that are taken in the page.
  ///   - links: What read the links above the text.
  init(
    source: SourceFile, options: ReadingOptions, language: Language, joinsParagraphs: Bool,
    ids: HeadingIDs = HeadingIDs(), links: LinkReader? = nil
  ) {
    self.source = source
    self.options = options
    self.language = language
    self.joinsParagraphs = joinsParagraphs
    self.ids = ids
    self.links = links
  }

  /// Reads the links of what stands above the text and is taken out of the tree.
  mutating func readLinks(above node: MarkdownNode) {
    let nodes = BodyNodes(node)
    if nodes.links.isEmpty { return }
    var reader = links ?? LinkReader(source: source, home: options.home)
    reader.read(nodes.links, html: nodes.html)
    links = reader
  }

  /// Reads a document from which everything but the body was taken out.
  ///
  /// - Parameters:
  ///   - text: What the document was made of, byte for byte where the source has it.
  ///   - head: What was taken out and is published above the body, as HTML, and the line on which it begins.
  mutating func read(
    _ document: borrowing MarkdownDocument, of text: TagText, below head: (html: Bytes, line: Int)? = nil
  ) {
    let root = document.root
    let nodes = BodyNodes(root)
    observe(nodes)
    inspection.counts = nodes.counts
    let firstLine = root.firstChild?.lines.lowerBound ?? 1
    var checks = MarkdownChecks(
      source: source, markdown: text.markdown, isHTML: text.isHTML, with: options.extensions, from: firstLine)
    checks.head = head
    checks.look(at: nodes, in: language)
    if joinsParagraphs { joinParagraphs(root) }
    countBlocks(root)
    var text = text
    checks.tagInAddress = readLinks(nodes, in: &text)
    readListRunIns(nodes.items)
    if nodes.counts.images > 0 { openFigures(document) }
    openWideBlocks(nodes)
    for item in nodes.items { item.labelTaskBox() }
    openSections(document, nodes.headings, text.attributes)
    followOldPlaces(in: root)
    writeContents(of: text, in: root)
    if !text.attributes.isEmpty { give(text.attributes, to: root) }
    html = namingAlerts(text.swept(document.html()), of: text)
    if nodes.counts.images > 0 { html = BodyReader.loadingLate(html) }
    if nodes.counts.footnotes > 0 { outline.anchors += NoteAnchors.find(in: html) }
    outline.digest = Fingerprint(of: html)
    checks.look(at: html, notes: nodes.counts.footnotes)
    diagnostics += checks.diagnostics
    if let refused = Diagnostic.html(document.refusedHTML, in: source) { diagnostics.append(refused) }
  }

  private mutating func countBlocks(_ root: MarkdownNode) {
    for block in root.children {
      if block.kind == .paragraph { inspection.counts.paragraphs += 1 }
      if block.kind == .list { inspection.counts.topLevelLists += 1 }
    }
  }

  /// Reads the links of the text.
  ///
  /// - Returns: Where the first address stands that another engine would make.
  private mutating func readLinks(_ nodes: BodyNodes, in text: inout TagText) -> Range<Int>? {
    for node in nodes.html { outline.anchors += node.htmlReferences.ids }
    if links == nil, nodes.links.isEmpty, nodes.html.isEmpty, text.tags.isEmpty { return nil }
    var reader = links ?? LinkReader(source: source, home: options.home)
    reader.read(nodes.links, html: nodes.html)
    var ids: [String] = []
    text.rewriteTemplates { html, tag in
      let read = reader.read(template: html, at: tag)
      ids += read.ids
      return read.html
    }
    outline.anchors += ids
    outline.links = text.marking(reader.links)
    diagnostics += reader.diagnostics
    links = reader
    return reader.tag
  }
}
