import Diagnostics
import Languages
import Markdown
import Text

/// Reads what stands above the text of an article, and takes it out of the tree; what is none of it stays text.
struct ArticleHeadReader {
  let source: SourceFile
  let options: ReadingOptions
  /// What names in the text may hold.
  let names: NameWords
  var head = ArticleHead()
  /// Reads the links of what stands above the text, and then those of the text, which stand with them.
  var links: LinkReader?

  init(source: SourceFile, options: ReadingOptions, names: NameWords) {
    self.source = source
    self.options = options
    self.names = names
  }

  /// Reads a title, its subtitle, the byline and the abstract below.
  ///
  /// - Parameter known: What stronger sources gave already.
  mutating func readPrinted(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) {
    if let heading = readTitle(&blocks, known: known, document) {
      passContinuedTitle(of: heading, &blocks)
      if !readBylineInHeading(&blocks) {
        readSubtitle(&blocks, document)
        passFiguresAndKickers(&blocks)
        if !readBylineInHeading(&blocks) { readByline(&blocks) }
      }
      if head.authors != nil { readAffiliation(&blocks, document) }
      passDateline(&blocks)
    }
    readAbstract(&blocks, known: known, document)
    // Some print the authors below the abstract.
    if head.title != nil, head.authors == nil, head.abstract != nil, blocks.count > 1,
      let next = blocks.first, isSurelyByline(next)
    {
      readByline(&blocks)
    }
    if head.authors != nil { reportUnclosedAbstract(blocks) }
  }

  /// Reads the heading that opens a text without masthead: the title where nothing else gives one, and left out where it
  /// says the same as the title that something else gives. In a file of nothing but text, it may be of any level.
  mutating func readOpeningHeading(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) {
    guard let heading = blocks.first, case .heading(let level) = heading.kind else { return }
    let title = heading.withoutHeadingAttribute(text(of: heading))
    let isTitle = known.title.map { Title.areSame($0.value, title) } ?? (level == 1 || known.date == nil)
    guard isTitle, !title.isEmpty else { return }
    takeTitle(heading, known.title?.value ?? title, document)
    blocks.removeFirst()
  }

  /// Reads an abstract that opens a text without masthead.
  mutating func readOpeningAbstract(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) {
    if blocks.count > 1 { readAbstract(&blocks, known: known, document) }
  }

  private mutating func takeTitle(_ heading: MarkdownNode, _ title: String, _ document: borrowing MarkdownDocument) {
    head.title = Located(title, at: range(of: heading))
    head.id = heading.takeHeadingAttribute()
    head.titleHTML = inlineHTML(of: heading, document)
    heading.remove()
  }

  /// The last line of the title's heading.
  private mutating func readTitle(
    _ blocks: inout ArraySlice<MarkdownNode>, known: Metadata, _ document: borrowing MarkdownDocument
  ) -> Int? {
    // With a title in front matter, a heading further down belongs to the body.
    let candidates = known.title == nil ? blocks[...] : blocks.prefix(1)
    guard let index = candidates.firstIndex(where: { $0.kind == .heading(2) }) else { return nil }
    let heading = blocks[index]
    let title = heading.withoutHeadingAttribute(text(of: heading))
    blocks = blocks[(index + 1)...]
    guard !title.isEmpty else { return nil }
    let line = heading.lines.upperBound
    takeTitle(heading, title, document)
    return line
  }

  /// The second half of a title that was broken over two lines stays where it is, above the text; byline and abstract
  /// follow it.
  private mutating func passContinuedTitle(of line: Int, _ blocks: inout ArraySlice<MarkdownNode>) {
    guard let next = blocks.first, let follower = blocks.dropFirst().first, follower.kind == .paragraph else { return }
    let isHeading = next.kind == .heading(2) && isByline(follower)
    let isBelow = next.kind == .paragraph && next.lines.lowerBound == line + 1 && !next.isEmphasised && !next.isRunIn
    let isGlued = isBelow && isRest(next, ofTitleAbove: blocks)
    guard isHeading || isGlued else { return }
    head.report(
      Diagnostic(
        .brokenTitle, "this stands between the title and the byline, and is published as text",
        at: source.location(range(of: next)),
        help: "write the title on one line, and leave a blank line between it and the byline"))
    blocks.removeFirst()
  }

  /// Whether a paragraph right below the title is the rest of it, and names nobody.
  private func isRest(_ next: MarkdownNode, ofTitleAbove blocks: ArraySlice<MarkdownNode>) -> Bool {
    let goesOn = goesOn(head.title?.value)
    if goesOn, next.lines.count > 1 { return true }
    return blocks.dropFirst().first.map(isSurelyByline) ?? false
      && (goesOn || Byline.read(text(of: next), names).count == 1) && blocks.dropFirst(2).first?.kind == .paragraph
  }

  /// Whether a title ends as none does: with a colon, a comma or a dash, or a word in small letters that others follow.
  private func goesOn(_ title: String?) -> Bool {
    guard let title, let sign = title.unicodeScalars.last else { return false }
    if ":,;–—：，、".unicodeScalars.contains(sign) { return true }
    guard let blank = title.utf8.lastIndex(of: 0x20) else { return false }
    return names.openEnds.contains(String(title[title.utf8.index(after: blank)...]))
  }

  private mutating func readSubtitle(_ blocks: inout ArraySlice<MarkdownNode>, _ document: borrowing MarkdownDocument) {
    if isSubtitleInItalics(blocks), let paragraph = blocks.popFirst() {
      readLinks(in: paragraph)
      head.subtitleHTML = contentHTML(of: paragraph, document)
      paragraph.remove()
      return
    }
    if isSubtitleInBold(blocks), let paragraph = blocks.popFirst(), let bold = paragraph.firstChild {
      readLinks(in: paragraph)
      head.subtitleHTML = contentHTML(ofNode: bold, document)
      paragraph.remove()
      return
    }
    guard let heading = blocks.first, ArticleHeadReader.isSubtitle(heading), !isLabelOfAbstract(heading),
      let next = blocks.dropFirst().first,
      next.isEmphasised || isSurelyByline(next) || isBylineInHeading(next)
        || isByline(next) && blocks.dropFirst(2).first?.isEmphasised == true
    else { return }
    heading.takeHeadingAttribute()
    head.subtitleHTML = inlineHTML(of: heading, document)
    blocks.removeFirst().remove()
  }

  /// Whether a heading is of a lower level than titles are.
  static func isSubtitle(_ node: MarkdownNode) -> Bool {
    if case .heading(let level) = node.kind { level > 2 } else { false }
  }

  /// Whether a line in italics stands between the title and the byline, where the abstract follows the byline.
  private func isSubtitleInItalics(_ blocks: ArraySlice<MarkdownNode>) -> Bool {
    guard blocks.count > 3, let line = blocks.first, line.isEmphasised else { return false }
    let next = blocks.dropFirst()
    return next.first.map(isSurelyByline) ?? false && next.dropFirst().first?.isEmphasised == true
  }

  /// Whether a bold line, too long for a name, stands between the title and the byline: of shorter ones, nobody can tell
  /// which is which.
  private func isSubtitleInBold(_ blocks: ArraySlice<MarkdownNode>) -> Bool {
    guard blocks.count > 2, let line = blocks.first, line.kind == .paragraph, let bold = line.firstChild, bold.isStrong,
      bold.next == nil, let next = blocks.dropFirst().first, next.firstChild?.isStrong == false, isSurelyByline(next)
    else { return false }
    let words = text(of: line).utf8.split(separator: 0x20).count
    return words > 3 && (authors(in: line)?.count ?? 1) == 1 && !GroupName.isOne(text(of: line), names)
      && !GroupName.isOne(text(of: next), names)
  }

  /// Pictures, code, documents, and what kind of text it is, stand between the title and the byline and stay where they are,
  /// above the text; byline and abstract follow them.
  private func passFiguresAndKickers(_ blocks: inout ArraySlice<MarkdownNode>) {
    let others = blocks.drop { $0.kind == .paragraph && ($0.showsSomethingElse || isKicker($0)) }
    guard others.startIndex > blocks.startIndex, let next = others.first,
      isSurelyByline(next) || isByline(next) && others.dropFirst().first?.isEmphasised == true
    else { return }
    blocks = others
  }

  /// Whether a line says what the text is, and names nobody: `Opinion`, `Policy Brief`.
  private func isKicker(_ paragraph: MarkdownNode) -> Bool {
    let text = text(of: paragraph)
    return text.utf8.count < 40 && options.languages.haveKicker(text.lowercased())
  }

  /// Reads short lines between byline and abstract: the house and the town of the authors.
  private mutating func readAffiliation(
    _ blocks: inout ArraySlice<MarkdownNode>, _ document: borrowing MarkdownDocument
  ) {
    let lines = blocks.prefix { isAffiliation($0) }
    guard !lines.isEmpty, lines.count < 4, blocks[lines.endIndex...].first?.isEmphasised == true else { return }
    for line in lines {
      reportName(in: line)
      if !head.affiliationHTML.isEmpty { head.affiliationHTML.append("<br>\n") }
      head.affiliationHTML += inlineHTML(of: line, document)
      line.remove()
    }
    blocks = blocks[lines.endIndex...]
  }

  /// Says that a line below the authors may name another one: who works in New York, and who is called so, is written alike.
  private mutating func reportName(in line: MarkdownNode) {
    guard isSurelyByline(line), !GroupName.isOne(text(of: line), names) else { return }
    head.report(
      Diagnostic(
        .nameBelowByline, "this is read as where the authors work", at: source.location(range(of: line)),
        help: "write it behind a comma on the line of authors, if it names another author"))
  }

  private func isAffiliation(_ paragraph: MarkdownNode) -> Bool {
    guard paragraph.kind == .paragraph, !paragraph.isEmphasised, !paragraph.isRunIn, !isLabelOfAbstract(paragraph)
    else { return false }
    let text = text(of: paragraph)
    return text.utf8.split(separator: 0x20).count < 16
      && !".!?:…".unicodeScalars.contains(text.unicodeScalars.last ?? "?")
  }

  /// What a reader sees of a node.
  func text(of node: MarkdownNode) -> String { source.printedText(of: node, options.markdown).plain }

  /// The lines of a node, as a range of bytes.
  func wholeRange(of node: MarkdownNode) -> Range<Int> {
    let start = range(of: node).lowerBound
    return start..<max(start, source.range(ofLine: node.lines.upperBound).upperBound)
  }

  func range(of node: MarkdownNode) -> Range<Int> { source.range(ofLine: node.lines.lowerBound) }
}

extension DiagnosticKind {
  static let nameBelowByline = DiagnosticKind(
    "name-below-byline", .warning,
    "A line between authors and abstract says where the authors work, and this one looks like a name: further authors stand on the line of the first, between commas or with “and”."
  )
  static let brokenTitle = DiagnosticKind(
    "broken-title", .warning,
    "Something stands between the title and the byline: a second heading, or a line right below the title. A title is one line; what is below it was probably its second half, and is published above the text."
  )
}
