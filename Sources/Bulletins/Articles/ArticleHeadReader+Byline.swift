import Diagnostics
import Markdown
import Text

extension ArticleHeadReader {
  /// Reads the line of authors that a text begins with.
  mutating func readByline(_ blocks: inout ArraySlice<MarkdownNode>) {
    guard let paragraph = blocks.first, !paragraph.isEmphasised || blocks.dropFirst().first?.isEmphasised == true,
      !isLabelOfAbstract(paragraph), let authors = authors(in: paragraph)
    else { return }
    head.authors = Located(authors, at: wholeRange(of: paragraph))
    blocks.removeFirst().remove()
    readFurtherAuthors(below: authors, &blocks)
  }

  /// Reads paragraphs below the byline which are made as that is, each with an author and where they work.
  private mutating func readFurtherAuthors(below authors: [Contributor], _ blocks: inout ArraySlice<MarkdownNode>) {
    guard authors.allSatisfy({ !$0.roles.isEmpty }) else { return }
    while blocks.count > 1, let paragraph = blocks.first, paragraph.lines.count > 1, !paragraph.isEmphasised,
      let others = self.authors(in: paragraph), others.allSatisfy({ !$0.roles.isEmpty }), let all = head.authors
    {
      head.authors = Located(
        all.value + others, at: all.range.lowerBound..<wholeRange(of: paragraph).upperBound)
      blocks.removeFirst().remove()
    }
  }

  /// Whether a line of authors follows a heading, or its subtitle.
  func isByline(below heading: Int, _ blocks: ArraySlice<MarkdownNode>) -> Bool {
    follower(of: heading, blocks).map { !$0.isLinkToFile && isByline($0) } ?? false
  }

  /// The same, where no other text can be meant.
  func isSurelyByline(below heading: Int, _ blocks: ArraySlice<MarkdownNode>) -> Bool {
    follower(of: heading, blocks).map { !$0.isLinkToFile && isSurelyByline($0) } ?? false
  }

  private func follower(of heading: Int, _ blocks: ArraySlice<MarkdownNode>) -> MarkdownNode? {
    blocks[(heading + 1)...].first { !ArticleHeadReader.isSubtitle($0) }
  }

  /// Whether a paragraph names authors.
  func isByline(_ paragraph: MarkdownNode) -> Bool { authors(in: paragraph) != nil }

  /// The authors that a paragraph names; `nil` for one that is no line of authors.
  func authors(in paragraph: MarkdownNode) -> [Contributor]? {
    guard paragraph.kind == .paragraph, !paragraph.isRunIn, !paragraph.showsSomethingElse else { return nil }
    let printed = source.printedText(of: paragraph, options.markdown)
    // The sign of a heading, which a blank of another kind keeps from being one, begins no name.
    guard printed.utf8.first != UInt8(ascii: "#"), let authors = Byline.authors(in: printed, names) else { return nil }
    // Of a town and a day, and of no long list.
    return authors.count < 4 && authors.contains { isDate($0.name) } ? nil : authors
  }

  /// Reads the authors that a heading names behind a word that says so: `### by Nora Quist`.
  ///
  /// - Returns: Whether there is such a heading.
  mutating func readBylineInHeading(_ blocks: inout ArraySlice<MarkdownNode>) -> Bool {
    // Without an abstract below, it may say what the text is: `### by Lake Superior`.
    guard blocks.count > 1, let heading = blocks.first, let authors = authors(inHeading: heading),
      let next = blocks.dropFirst().first, next.isEmphasised || isLabelOfAbstract(next)
    else { return false }
    heading.takeHeadingAttribute()
    head.authors = Located(authors, at: wholeRange(of: heading))
    blocks.removeFirst().remove()
    return true
  }

  /// Whether a heading names authors behind a word that says so.
  func isBylineInHeading(_ heading: MarkdownNode) -> Bool { authors(inHeading: heading) != nil }

  private func authors(inHeading heading: MarkdownNode) -> [Contributor]? {
    guard ArticleHeadReader.isSubtitle(heading) else { return nil }
    let text = text(of: heading)
    // `By Night Train` is a subtitle.
    guard text.has(ascii: ":") || text.unicodeScalars.first?.properties.isLowercase == true,
      let (label, rest) = NameLabel.split(text, names), label.credit == nil, NameShape.isByline(rest, names),
      NameShape.beginsAsName(rest)
    else { return nil }
    return Byline.authors(in: text, names)
  }

  /// Passes over where and when a text was written, `Tarn, April 2024`, which stays above the text; the abstract follows it.
  mutating func passDateline(_ blocks: inout ArraySlice<MarkdownNode>) {
    guard blocks.count > 2, let line = blocks.first, line.kind == .paragraph, !line.isEmphasised,
      blocks.dropFirst().first?.isEmphasised == true
    else { return }
    let text = text(of: line)
    let parts = text.utf8.split(separator: UInt8(ascii: ","), maxSplits: 1).map { String(Substring($0)).trimmed }
    if parts.count == 2 && isDate(parts[1]) || isDate(text) { blocks.removeFirst() }
  }

  /// Whether a text is a day or a month, which nobody is called.
  private func isDate(_ text: String) -> Bool {
    text.utf8.count < 40 && text.utf8.contains(where: \.isASCIIDigit)
      && NumberLine.date(text, in: nil, of: options.languages).value != nil
  }

  /// Whether a paragraph names authors, and can be meant as nothing else.
  func isSurelyByline(_ paragraph: MarkdownNode) -> Bool {
    isByline(paragraph) && !paragraph.isEmphasised && NameShape.isByline(text(of: paragraph), names)
  }
}
