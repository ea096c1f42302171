import Markdown
import Text

extension ArticleHeadReader {
  /// Reads the paragraphs that emphasis covers, or the one that a word says to be the abstract, whatever type it is set in.
  /// Where all that is left is emphasised, only the first is the abstract.
  mutating func readAbstract(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) {
    if readHeadedAbstract(&blocks, known: known, document) { return }
    guard let first = blocks.first, !isKeywords(first) else { return }
    let label =
      blocks.count > 1 ? AbstractLabel(of: first, isBelowByline: head.authors != nil, in: options.languages) : nil
    guard first.isEmphasised || label != nil else { return }
    var paragraphs = first.isEmphasised ? blocks.prefix { $0.isEmphasised && !isKeywords($0) } : blocks.prefix(1)
    if paragraphs.count == blocks.count { paragraphs = paragraphs.prefix(1) }
    let printed = paragraphs.map { self.text(of: $0) }.joined(separator: " ")
    // An abstract that front matter says in other words is published; the printed one stays text.
    if let known = known.abstract?.value, printed != known, label == nil || !printed.hasSuffix(known) { return }
    if let label {
      label.remove(document, RunIn(first, source: source, options: options.markdown))
      let text = paragraphs.map { self.text(of: $0) }.joined(separator: " ")
      head.abstract = Located(text, at: range(of: first))
    } else {
      head.abstract = Located(printed, at: range(of: first))
    }
    addAbstract(paragraphs, document)
    blocks = blocks[paragraphs.endIndex...]
  }

  /// Takes paragraphs out of the tree as those of the abstract.
  mutating func addAbstract(_ paragraphs: ArraySlice<MarkdownNode>, _ document: borrowing MarkdownDocument) {
    for paragraph in paragraphs {
      readLinks(in: paragraph)
      let isEmphasised = paragraph.isEmphasised
      if !head.abstractHTML.isEmpty { head.abstractHTML.append("<br>\n") }
      head.abstractHTML +=
        isEmphasised ? contentHTML(of: paragraph, document) : contentHTML(ofNode: paragraph, document)
      if isEmphasised { paragraph.remove() }
    }
  }

  /// The HTML of a paragraph that emphasis covers, without the emphasis.
  func contentHTML(of paragraph: MarkdownNode, _ document: borrowing MarkdownDocument) -> Bytes {
    paragraph.children.reduce(into: []) { html, child in
      switch child.kind {
      case .emphasis: html += contentHTML(ofNode: child, document)
      // The stop behind the emphasis.
      case .text: html.append(escaping: child.literal.utf8)
      case .footnoteReference: html += document.html(of: child)
      default: html.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// The HTML of what stands in a node, which is taken out of the tree.
  func contentHTML(ofNode node: MarkdownNode, _ document: borrowing MarkdownDocument) -> Bytes {
    guard let content = node.detachContentAsDocument() else { return [] }
    defer { content.remove() }
    return document.inlineHTML(of: content)
  }

  /// Says what keeps the paragraph in the place of an abstract from being one.
  mutating func reportUnclosedAbstract(_ blocks: ArraySlice<MarkdownNode>) {
    guard let finding = blocks.first.flatMap({ UnclosedAbstract.find($0, in: source) }) else { return }
    head.report(finding)
  }

  /// The HTML of an inline text, after its links were read as those of the body are.
  mutating func inlineHTML(of node: MarkdownNode, _ document: borrowing MarkdownDocument) -> Bytes {
    readLinks(in: node)
    return document.inlineHTML(of: node)
  }

  mutating func readLinks(in node: MarkdownNode) {
    let nodes = BodyNodes(node)
    if nodes.links.isEmpty, nodes.html.isEmpty { return }
    var reader = links ?? LinkReader(source: source, home: options.home)
    reader.read(nodes.links, html: nodes.html)
    links = reader
  }
}
