import Diagnostics
import Languages
import Markdown
import Text

/// Reads the blocks of an issue that come before its body, and takes them out of the tree.
struct MastheadReader {
  let source: SourceFile
  let options: ReadingOptions
  /// What stronger sources gave already.
  let known: Metadata
  /// Whether the file has front matter or header lines.
  let hasOtherSources: Bool
  private(set) var metadata = Metadata(from: .masthead)
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var titleHTML: Bytes = []
  private(set) var abstractHTML: Bytes = []
  /// Where the title stands or should: under the rule.
  private(set) var titleRange: Range<Int>?
  /// Whether the file begins with a masthead at all.
  private(set) var isPresent = false

  init(source: SourceFile, options: ReadingOptions, known: Metadata, hasOtherSources: Bool) {
    self.source = source
    self.options = options
    self.known = known
    self.hasOtherSources = hasOtherSources
  }

  /// Reads the masthead, title, byline and abstract of a document.
  mutating func read(_ document: borrowing MarkdownDocument) {
    var blocks = document.root.children.filter { $0.kind != .footnoteDefinition }[...]
    readMasthead(&blocks)
    if options.markdown.smartPunctuation {
      SmartQuotes.translate(document.root, of: source, to: language.typesetting.quotes)
    }
    readTitle(&blocks, document)
    readByline(&blocks)
    readAbstract(&blocks, document)
  }

  private mutating func readMasthead(_ blocks: inout ArraySlice<MarkdownNode>) {
    guard let heading = blocks.first, heading.kind == .heading(1), blocks.count > 1 else { return }
    let rest = blocks.dropFirst()
    let end = rest.firstIndex { $0.kind == .thematicBreak || $0.isHeading }
    let rule = end.flatMap { blocks[$0].kind == .thematicBreak ? $0 : nil }
    let first = rest[rest.startIndex]
    let hasNumberLine = first.kind == .paragraph && NumberLine.begins(first.text, in: options.languages)
    guard hasNumberLine || (rule != nil && first.kind == .paragraph && isMastheadWithoutNumber(first)) else { return }
    isPresent = true
    metadata.series = Located(text(of: heading), at: range(of: heading))
    // Without a rule, the masthead is read up to the next heading, for what else may be wrong in it.
    let close = rule ?? end ?? blocks.endIndex
    if rule == nil {
      diagnostics.append(
        Diagnostic(
          .missingRule, "no rule ends the masthead before this", at: location(of: end.map { blocks[$0] } ?? first),
          notes: [Diagnostic.Note("the masthead begins here", at: location(of: heading))],
          help: "write `---` on a line of its own between the editors and the title"))
    }
    readLines(Array(rest[rest.startIndex..<close]), hasNumberLine: hasNumberLine)
    let next = rule == nil ? close : close + 1
    titleRange = range(of: next < blocks.endIndex ? blocks[next] : blocks[blocks.endIndex - 1])
    for block in blocks[..<next] { block.remove() }
    blocks = blocks[next...]
  }

  /// A masthead may leave the number line to front matter, if its editors are labelled. Without front matter, what
  /// stands between a heading and a rule is a masthead whose number line is wrong.
  private func isMastheadWithoutNumber(_ first: MarkdownNode) -> Bool {
    EditorList.label(in: first.text) != nil || !hasOtherSources
  }

  private mutating func readLines(_ blocks: [MarkdownNode], hasNumberLine: Bool) {
    var editors: [String] = []
    var numberLine = ""
    for (index, block) in blocks.enumerated() {
      guard index == 0, hasNumberLine else {
        editors.append(block.kind == .list ? block.children.map(text).joined(separator: ", ") : lines(of: block))
        continue
      }
      let printed = source.printedText(of: block, options.markdown)
      var lines = printed.utf8.split(separator: 0x0A).map { String(Substring($0)) }[...]
      var number = lines.removeFirst()
      while let next = lines.first, continuesNumberLine(number, next) {
        number += " " + next
        lines.removeFirst()
      }
      numberLine = number
      editors.append(contentsOf: lines)
    }
    let list = editors.joined(separator: "\n")
    if let block = blocks.first {
      hasNumberLine ? readNumberLine(numberLine, in: block, above: list) : reportMissingNumberLine(block)
    }
    readEditors(list, from: blocks)
  }

  private func continuesNumberLine(_ line: String, _ next: String) -> Bool {
    [line.trimmed.unicodeScalars.last, next.trimmed.unicodeScalars.first].contains { mark in
      mark.map { NumberLine.separates($0) || $0 == "©" } ?? false
    }
  }

  private mutating func reportMissingNumberLine(_ block: MarkdownNode) {
    let mistake = Diagnostic(
      .missingNumberLine, "the masthead has no number line", at: location(of: block),
      help: "write it under the series' name: `No. 23 (99) • February 11, 2010 • © Publisher`")
    metadata.report(mistake, of: \.date)
  }

  private mutating func readNumberLine(_ text: String, in block: MarkdownNode, above editors: String) {
    let clues = LanguageClues(
      series: metadata.series?.value, seriesNames: options.seriesNames, label: { EditorList.label(in: editors) })
    guard let line = NumberLine(text, in: options.languages, clues: clues) else { return }
    metadata.language = line.language.map { Located($0.tag, at: range(of: block)) }
    metadata.set(number: field(\.number, line.number, in: block))
    metadata.volume = line.volume.map { Located($0, at: range(of: $0, in: block)) }
    metadata.special = line.special.map { Located($0, at: range(of: $0, in: block)) }
    metadata.cumulative = field(\.cumulative, line.cumulative, in: block)
    metadata.date = field(\.date, line.date, in: block)
    metadata.publisher = line.publisher.map { Located($0, at: range(of: block)) }
    if case .missing = line.date {
      let mistake = Diagnostic(
        .missingDate, "the number line has no date", at: location(of: block),
        help: "write it after the number, with a • between: `No. 23 (99) • February 11, 2010 • © Publisher`")
      metadata.report(mistake, of: \.date)
    }
  }

  private mutating func field<Value: Sendable & CustomStringConvertible>(
    _ field: Metadata.FieldPath, _ read: NumberLine.Field<Value>, in block: MarkdownNode
  ) -> Located<Value>? {
    switch read {
    case .missing: return nil
    case .read(let value):
      return Located(value, at: range(of: value.description, in: block))
    case .wrong(let kind, let message, let culprit, let help):
      let mistake = Diagnostic(kind, message, at: source.location(range(of: culprit, in: block)), help: help)
      metadata.report(mistake, of: field)
      return nil
    }
  }

  private mutating func readEditors(_ text: String, from blocks: [MarkdownNode]) {
    guard let last = blocks.last, let first = blocks.first else { return }
    switch EditorList.read(text, names) {
    case .success(let editors) where !editors.isEmpty:
      let start = blocks.count > 1 ? blocks[1] : first
      metadata.editors = Located(editors, at: range(from: start, to: last))
    case .success: break
    case .failure(let problem):
      let lines = first.lines.lowerBound...last.lines.upperBound
      let mistake = Diagnostic(
        .unbalancedBrackets, problem.message, at: source.location(of: problem.culprit, inLines: lines),
        help: problem.help)
      metadata.report(mistake, of: \.editors)
    }
  }

  private mutating func readTitle(_ blocks: inout ArraySlice<MarkdownNode>, _ document: borrowing MarkdownDocument) {
    guard isPresent else { return }
    // With a title in front matter, a heading further down belongs to the body.
    let candidates = known.title == nil ? blocks[...] : blocks.prefix(1)
    guard let index = candidates.firstIndex(where: { $0.kind == .heading(2) }) else { return }
    let heading = blocks[index]
    let title = text(of: heading)
    blocks = blocks[(index + 1)...]
    guard !title.isEmpty else { return }
    metadata.title = Located(title, at: range(of: heading))
    titleHTML = document.inlineHTML(of: heading)
    heading.remove()
  }

  private mutating func readByline(_ blocks: inout ArraySlice<MarkdownNode>) {
    guard isPresent, metadata.title != nil, let paragraph = blocks.first, paragraph.kind == .paragraph else { return }
    let next = blocks.dropFirst().first
    if paragraph.isEmphasised, next?.isEmphasised != true { return }
    guard !paragraph.isRunIn, let authors = Byline.authors(in: lines(of: paragraph), names) else { return }
    metadata.authors = Located(authors, at: range(from: paragraph, to: paragraph))
    blocks.removeFirst().remove()
  }

  private mutating func readAbstract(_ blocks: inout ArraySlice<MarkdownNode>, _ document: borrowing MarkdownDocument) {
    guard let paragraph = blocks.first, paragraph.isEmphasised, isPresent || blocks.count > 1,
      let emphasis = paragraph.firstChild
    else { return }
    metadata.abstract = Located(text(of: paragraph), at: range(of: paragraph))
    guard let content = emphasis.detachContentAsDocument() else { return }
    abstractHTML = document.inlineHTML(of: content)
    content.remove()
    blocks.removeFirst().remove()
  }

  private var tag: String? { known.language?.value ?? metadata.language?.value }

  private var language: Language { options.languages.tagged(tag ?? options.language) }

  /// What names may hold in the language that the issue is known to be in, or in any of the site's.
  private var names: NameWords { tag == nil ? options.languages.names : options.languages.names(in: language) }

  private func text(of node: MarkdownNode) -> String { source.printedText(of: node, options.markdown).plain }

  /// The text with its line breaks, which may stand between names.
  private func lines(of node: MarkdownNode) -> String { source.printedText(of: node, options.markdown) }

  private func location(of node: MarkdownNode) -> Location { source.location(range(of: node)) }

  private func range(of node: MarkdownNode) -> Range<Int> { source.range(ofLine: node.lines.lowerBound) }

  private func range(from first: MarkdownNode, to last: MarkdownNode) -> Range<Int> {
    let start = range(of: first).lowerBound
    return start..<max(start, source.range(ofLine: last.lines.upperBound).upperBound)
  }

  private func range(of text: String, in block: MarkdownNode) -> Range<Int> {
    source.range(of: text, inLines: block.lines)
  }
}

extension DiagnosticKind {
  static let missingRule = DiagnosticKind(
    "missing-rule", .error,
    "No rule ends the masthead, so editors and text can't be told apart. Write `---` on a line of its own after the editors."
  )
  static let missingNumberLine = DiagnosticKind(
    "missing-number-line", .error,
    "The masthead has no number line. Write it under the series' name: `No. 23 (99) • February 11, 2010 • © Publisher`."
  )
  static let unbalancedBrackets = DiagnosticKind(
    "unbalanced-brackets", .error,
    "A bracket in the list of editors is opened and never closed, or closed and never opened, so roles and names can't be told apart."
  )
}
