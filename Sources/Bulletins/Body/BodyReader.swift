import Coding
import Diagnostics
import Languages
import Markdown
import Text

/// Reads what is left of a document after the masthead, and writes it as HTML.
struct BodyReader {
  let source: SourceFile
  let options: MarkdownOptions
  /// The language that the text is in.
  let language: Language
  /// The text as HTML, headings with their ids.
  private(set) var html: Bytes = []
  private(set) var outline = TextOutline()
  /// The line on which each section of the outline begins.
  private(set) var sectionLines: [Int] = []
  private(set) var inspection = Inspection()
  private(set) var diagnostics: [Diagnostic] = []
  private var ids: Set<String> = []

  init(source: SourceFile, options: MarkdownOptions, language: Language) {
    self.source = source
    self.options = options
    self.language = language
  }

  /// Reads a document from which everything but the body was taken out.
  mutating func read(_ document: borrowing MarkdownDocument) {
    let root = document.root
    let nodes = BodyNodes(root)
    observe(nodes)
    inspection.counts = nodes.counts
    joinParagraphs(root)
    countBlocks(root)
    readLinks(nodes.links)
    readListRunIns(nodes.items)
    openSections(document)
    html = document.html()
    outline.digest = Fingerprint(of: html)
  }

  private mutating func observe(_ nodes: BodyNodes) {
    var style = StyleObserver(smartPunctuation: options.smartPunctuation, language)
    style.observe(
      paragraphs: StyleObserver.mayBeginInLowerCase(source.bytes) ? nodes.paragraphs : [],
      texts: StyleObserver.mayHaveStraightQuotes(source.bytes) ? nodes.texts : [])
    inspection.observations += style.observations
    if let last = source.bytes.last, last != 0x0A {
      inspection.observations.append(.noFinalNewline(line: source.bytes.count { $0 == 0x0A } + 1))
    }
  }

  private mutating func joinParagraphs(_ root: MarkdownNode) {
    var pairs: [[Int]] = []
    var next = root.firstChild
    while let paragraph = next {
      while let following = paragraph.next, PageBreak.separates(paragraph, following) {
        pairs.append([paragraph.lines.upperBound, following.lines.lowerBound])
        paragraph.join(following)
      }
      next = paragraph.next
    }
    inspection.counts.joins = pairs.count
    if !pairs.isEmpty { inspection.observations.insert(.joinedAcrossPageBreak(pairs), at: 0) }
  }

  private mutating func countBlocks(_ root: MarkdownNode) {
    for block in root.children {
      if block.kind == .paragraph { inspection.counts.paragraphs += 1 }
      if block.kind == .list { inspection.counts.topLevelLists += 1 }
    }
  }

  private mutating func readLinks(_ links: [MarkdownNode]) {
    var reader = LinkReader(source: source)
    for link in links { reader.read(link) }
    outline.attachments = reader.attachments
    outline.sourceLinks = reader.sourceLinks
    diagnostics += reader.diagnostics
  }

  private mutating func readListRunIns(_ items: [MarkdownNode]) {
    inspection.listRunIns = items.compactMap { item in
      guard let paragraph = item.firstChild, paragraph.isRunIn, let strong = paragraph.firstChild else { return nil }
      return RunIn.withoutStop(strong.text.plain)
    }
  }

  /// Turns run-in headings into headings that open sections, and gives every heading an id.
  private mutating func openSections(_ document: borrowing MarkdownDocument) {
    let blocks = document.root.children
    let shift = blocks.contains { $0.kind == .heading(1) } ? 1 : 0
    var isOpen = false
    for block in blocks {
      if case .heading(let level) = block.kind {
        if isOpen { block.insertBefore(html: Bytes("</section>\n".utf8)) }
        isOpen = false
        publish(block, level: level, shift: shift, document)
      } else if block.kind == .paragraph, block.isRunIn, let runIn = RunIn(block, source: source, options: options) {
        let id = uniqueID(for: runIn.text)
        outline.sections.append(TextOutline.Section(id: id, text: runIn.text, level: 2, isRunIn: true))
        sectionLines.append(block.lines.lowerBound)
        let heading = runIn.detachHeading(document)
        var html = Bytes()
        html.reserveCapacity(heading.count + 2 * id.utf8.count + 90)
        if isOpen { html.append("</section>\n") }
        html.append("<section class=\"run-in\" aria-labelledby=\"")
        html.append(contentsOf: id.utf8)
        html.append("\">\n<h2 id=\"")
        html.append(contentsOf: id.utf8)
        html.append("\">")
        html += heading
        html.append("</h2>\n")
        block.insertBefore(html: html)
        isOpen = true
      } else if block.kind == .footnoteDefinition, isOpen {
        block.insertBefore(html: Bytes("</section>\n".utf8))
        isOpen = false
      }
    }
    if isOpen { document.root.append(html: Bytes("</section>\n".utf8)) }
  }

  private mutating func publish(
    _ heading: MarkdownNode, level: Int, shift: Int, _ document: borrowing MarkdownDocument
  ) {
    let text = source.printedText(of: heading, options).plain
    let id = uniqueID(for: text)
    outline.sections.append(TextOutline.Section(id: id, text: text, level: level, isRunIn: false))
    sectionLines.append(heading.lines.lowerBound)
    let tag = "h\(min(6, max(2, level + shift)))"
    let content = document.inlineHTML(of: heading)
    heading.replace(withHTML: Bytes("<\(tag) id=\"\(id)\">".utf8) + content + Bytes("</\(tag)>\n".utf8))
  }

  private mutating func uniqueID(for text: String) -> String {
    var slug = Slug(of: text)?.description ?? "section"
    // libcmark-gfm names its footnotes `fn-…` and `fnref-…`.
    if slug.utf8.starts(with: "fn-".utf8) || slug.utf8.starts(with: "fnref-".utf8) { slug = "s-" + slug }
    var id = slug
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(slug)-\(number)"
      number += 1
    }
    return id
  }
}
