import Diagnostics
import Markdown
import Text

extension BodyReader {
  /// Notes what looks like a run-in in a list, which opens no section.
  mutating func readListRunIns(_ items: [MarkdownNode]) {
    inspection.listRunIns = items.compactMap { item in
      guard let paragraph = item.firstChild, paragraph.isRunIn, let strong = paragraph.firstChild else { return nil }
      return RunIn.withoutStop(strong.text.plain)
    }
  }

  /// Turns run-in headings into headings that open sections, and gives every heading an id.
  mutating func openSections(
    _ document: borrowing MarkdownDocument, _ headings: [MarkdownNode], _ attributes: [BlockAttributes]
  ) {
    let blocks = document.root.children
    let chosen = takeAttributes(of: headings, attributes)
    let isNested = headings.contains { $0.parent != document.root }
    let runIns = RunIns.among(blocks, source: source, options: options.markdown)
    let shift = blocks.contains { $0.kind == .heading(1) } ? 1 : 0
    // A list that is kept takes no more room than it needs.
    sectionLines.reserveCapacity(headings.count + runIns.count { $0 != nil })
    var isOpen = false
    for (block, runIn) in zip(blocks, runIns) {
      if case .heading(let level) = block.kind {
        if isOpen { block.insertBefore(html: Bytes("</div>\n".utf8)) }
        isOpen = false
        publish(block, level: level + shift, chosen, document)
      } else if let runIn {
        open(runIn, at: block, closing: isOpen, document)
        isOpen = true
      } else if block.kind == .footnoteDefinition, isOpen {
        block.insertBefore(html: Bytes("</div>\n".utf8))
        isOpen = false
      }
      if isNested, !block.isHeading { publishHeadings(in: block, headings, chosen, document) }
    }
    if isOpen { document.root.append(html: Bytes("</div>\n".utf8)) }
    outline.sections = SectionList(sections)
  }

  /// The ids that headings ask for themselves: no other has one of them, whatever stands before it. Of two that ask for
  /// one, the first has it.
  private mutating func takeAttributes(
    of headings: [MarkdownNode], _ attributes: [BlockAttributes]
  ) -> [WantedID] {
    var chosen: [WantedID] = []
    for heading in headings {
      guard let id = HeadingAttribute.take(from: heading) ?? attributes.ofHeading(heading.lines)?.usableID else {
        continue
      }
      let isFree = ids.take(id)
      if !isFree { reportRepeated(id, of: heading) }
      chosen.append(WantedID(heading: heading, id: id, isFree: isFree))
    }
    return chosen
  }

  private mutating func open(
    _ runIn: RunIn, at block: MarkdownNode, closing isOpen: Bool, _ document: borrowing MarkdownDocument
  ) {
    let id = ids.id(for: runIn.text)
    sections.append(TextOutline.Section(id: id, text: runIn.text, level: 2, isRunIn: true))
    sectionLines.append(block.lines.lowerBound)
    let heading = runIn.detachHeading(document)
    var html = Bytes()
    html.reserveCapacity(heading.count + id.utf8.count + 60)
    if isOpen { html.append("</div>\n") }
    // No section: readers who go from landmark to landmark would stop at each paragraph.
    html.append("<div class=\"run-in\">\n<h2 id=\"")
    html.append(contentsOf: id.utf8)
    html.append("\">")
    html += heading
    html.append("</h2>\n")
    block.insertBefore(html: html)
  }

  /// Publishes the headings in a quotation or a list, which open nothing.
  private mutating func publishHeadings(
    in block: MarkdownNode, _ headings: [MarkdownNode], _ chosen: [WantedID],
    _ document: borrowing MarkdownDocument
  ) {
    var inside: [(MarkdownNode, Int)] = []
    block.walk { node, _ in
      if case .heading(let level) = node.kind { inside.append((node, level)) }
    }
    for (heading, level) in inside { publish(heading, level: level, chosen, document) }
  }

  private mutating func publish(
    _ heading: MarkdownNode, level: Int, _ chosen: [WantedID],
    _ document: borrowing MarkdownDocument
  ) {
    let wanted = chosen.isEmpty ? nil : chosen.first { $0.heading == heading }
    var text = source.printedText(of: heading, options.markdown)
    if let wanted { text = HeadingAttribute.removed(wanted.id, from: text) }
    text = HeadingAttribute.withoutList(text).plain
    let tag = "h\(min(6, max(2, level)))"
    let content = document.inlineHTML(of: heading)
    guard !text.isEmpty else { return publishEmpty(heading, tag, content) }
    // Of two that ask for one id, the second is called by its words.
    let id = wanted.flatMap { $0.isFree ? $0.id : nil } ?? ids.id(for: text)
    // An id is made of what was typed; lists show what is printed.
    let shown = options.markdown.smartPunctuation ? HeadingAttribute.withoutList(heading.text).plain : text
    sections.append(TextOutline.Section(id: id, text: shown, level: sourceLevel(of: heading), isRunIn: false))
    sectionLines.append(heading.lines.lowerBound)
    heading.replace(withHTML: Bytes("<\(tag) id=\"\(id)\">".utf8) + content + Bytes("</\(tag)>\n".utf8))
  }

  private mutating func reportRepeated(_ id: String, of heading: MarkdownNode) {
    let line = source.range(ofLine: heading.lines.lowerBound)
    let place = source.offset(of: "#" + id, in: line).map { $0..<$0 + id.utf8.count + 1 } ?? line
    diagnostics.append(
      Diagnostic(
        .repeatedID, "another heading has the id “\(id)” already", at: source.location(place),
        help: "give each heading an id of its own: links lead to the first"))
  }

  private func sourceLevel(of heading: MarkdownNode) -> Int {
    if case .heading(let level) = heading.kind { level } else { 2 }
  }

  /// A heading without words can't be linked to; a picture in it stays, and so does what stands for it.
  private mutating func publishEmpty(_ heading: MarkdownNode, _ tag: String, _ content: Bytes) {
    diagnostics.append(
      Diagnostic(
        .emptyHeading, "this heading has no words", at: source.location(ofLine: heading.lines.lowerBound),
        help: "write them behind the `#`, or remove the line"))
    if content.isEmpty {
      heading.remove()
    } else {
      heading.replace(withHTML: Bytes("<p>".utf8) + content + Bytes("</p>\n".utf8))
    }
  }
}

/// The id that a heading asks for itself.
private struct WantedID {
  let heading: MarkdownNode
  let id: String
  /// Whether no other has it.
  let isFree: Bool
}

extension DiagnosticKind {
  static let repeatedID = DiagnosticKind(
    "repeated-id", .warning,
    "Two headings ask for one id, `{#lamp}`. The second one is called by its words instead, and links to the id lead to the first."
  )
  static let emptyHeading = DiagnosticKind(
    "empty-heading", .warning,
    "A heading has no words. It is in no list of contents, and what is there beside words is published as a paragraph.")
}
