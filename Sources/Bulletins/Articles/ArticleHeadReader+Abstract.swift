import Diagnostics
import Markdown
import Text

extension ArticleHeadReader {
  /// Reads the paragraphs that emphasis covers, or the one that a word says to be the abstract, whatever type it is set in.
  /// Where all that is left is emphasised, only the first is the abstract.
  mutating func readAbstract(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) {
    guard let first = blocks.first else { return }
    let label = blocks.count > 1 ? AbstractLabel(of: first, in: options.languages) : nil
    guard first.isEmphasised || label != nil else { return }
    var paragraphs = first.isEmphasised ? blocks.prefix { $0.isEmphasised } : blocks.prefix(1)
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
    for paragraph in paragraphs {
      readLinks(in: paragraph)
      let isEmphasised = paragraph.isEmphasised
      if !head.abstractHTML.isEmpty { head.abstractHTML.append("<br>\n") }
      head.abstractHTML +=
        isEmphasised ? contentHTML(of: paragraph, document) : contentHTML(ofNode: paragraph, document)
      if isEmphasised { paragraph.remove() }
    }
    blocks = blocks[paragraphs.endIndex...]
  }

  /// The HTML of a paragraph that emphasis covers, without the emphasis.
  func contentHTML(of paragraph: MarkdownNode, _ document: borrowing MarkdownDocument) -> Bytes {
    paragraph.children.reduce(into: []) { html, child in
      switch child.kind {
      case .emphasis: html += contentHTML(ofNode: child, document)
      // The stop behind the emphasis.
      case .text: html.append(escaping: child.literal.utf8)
      default: html.append(UInt8(ascii: "\n"))
      }
    }
  }

  /// The HTML of what stands in a node, which is taken out of the tree.
  private func contentHTML(ofNode node: MarkdownNode, _ document: borrowing MarkdownDocument) -> Bytes {
    guard let content = node.detachContentAsDocument() else { return [] }
    defer { content.remove() }
    return document.inlineHTML(of: content)
  }

  /// `*The abstract` without a star at its end.
  mutating func reportUnclosedAbstract(_ blocks: ArraySlice<MarkdownNode>) {
    guard let paragraph = blocks.first, paragraph.kind == .paragraph, paragraph.firstChild?.kind == .text else {
      return
    }
    let line = source.range(ofLine: paragraph.lines.lowerBound)
    guard let start = source.bytes[line].firstIndex(where: { !$0.isASCIISpace }), start + 1 < line.upperBound else {
      return
    }
    let (mark, next) = (source.bytes[start], source.bytes[start + 1])
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), next != mark, !next.isASCIISpace else { return }
    head.report(
      Diagnostic(
        .unclosedAbstract, "this opens the italics of an abstract, and nothing closes them",
        at: source.location(start..<start + 1),
        help: "write `\(UnicodeScalar(mark))` at the end of the paragraph, too, or `\\\(UnicodeScalar(mark))` here"))
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

extension DiagnosticKind {
  static let unclosedAbstract = DiagnosticKind(
    "unclosed-abstract", .warning,
    "The paragraph under the byline begins with a mark of italics that is never closed, so that readers see the mark, and the issue has no abstract. Close it at the end of the paragraph."
  )
}
