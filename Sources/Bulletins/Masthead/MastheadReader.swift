import Diagnostics
import Languages
import Markdown
import Text

/// Reads the masthead of an issue: the first heading, the number line below it, and what stands between that and the rule.
/// Without a number line there is none, and everything is text.
struct MastheadReader {
  let source: SourceFile
  let options: ReadingOptions
  /// What front matter or header lines say; `nil` where the file has neither.
  let known: Metadata?
  /// The language that these, or the file's name, say.
  let statedLanguage: String?
  var metadata = Metadata(from: .masthead)
  var diagnostics: [Diagnostic] = []
  /// Where the title stands or should: under the rule.
  private(set) var titleRange: Range<Int>?
  /// Whether the file begins with a masthead at all.
  private(set) var isPresent = false

  init(source: SourceFile, options: ReadingOptions, known: Metadata?, statedLanguage: String?) {
    self.source = source
    self.options = options
    self.known = known
    self.statedLanguage = statedLanguage
  }

  /// Reads the masthead that the blocks of a document begin with, and takes it out of the tree.
  mutating func read(_ blocks: inout ArraySlice<MarkdownNode>) {
    let glued = blocks.first.flatMap { MastheadOpening.gluedSeries($0, in: source) }
    let heading = blocks.first.flatMap { glued != nil || $0.kind == .heading(1) ? $0 : nil }
    let rest = heading == nil ? blocks : blocks.dropFirst()
    guard let first = rest.first.flatMap({ heading == nil ? $0 : MastheadOpening.paragraph(of: $0) }),
      first.kind == .paragraph
    else { return }
    let end = rest.dropFirst().firstIndex { MastheadOpening.isEnded(by: $0, in: source) }
    let rule = end.flatMap { blocks[$0].kind == .thematicBreak ? $0 : nil }
    let series = heading.map { node in
      let text = node.withoutHeadingAttribute(source.printedText(of: node, options.markdown).plain)
      return Located(glued == nil ? text : String(text.dropFirst()), at: range(of: node))
    }
    let below = rest[(rest.startIndex + 1)..<(rule ?? end ?? blocks.endIndex)]
    guard
      let opening = MastheadOpening(first, of: series?.value, above: below, in: source, options),
      heading != nil && glued == nil || rule != nil && (opening.line.isCertain || glued != nil && known == nil)
    else {
      if heading != nil, glued == nil, rule != nil, known == nil { reportMissingNumberLine(first) }
      return
    }
    isPresent = true
    metadata.series = series
    if let glued {
      diagnostics.append(
        glued.finding(
          .noMetadata, "without a blank behind its sign, this is no heading that begins a masthead", in: source))
    }
    // Without a rule, the masthead is read up to the next heading, for what else may be wrong in it.
    let close = rule ?? end ?? blocks.endIndex
    if rule == nil {
      diagnostics.append(
        Diagnostic(
          .missingRule, "no rule ends the masthead before this",
          at: source.location(range(of: end.map { blocks[$0] } ?? first)),
          notes: [Diagnostic.Note("the masthead begins here", at: source.location(range(of: heading ?? first)))],
          help: "write `---` on a line of its own between the editors and the title"))
    }
    readNumberLine(opening.line, in: first)
    if let excess = excess(from: first, to: below.last ?? first) {
      diagnostics.append(excess)
    } else {
      readLines(opening.lines, of: first, below)
    }
    let next = rule == nil ? close : close + 1
    titleRange = range(of: next < blocks.endIndex ? blocks[next] : blocks[blocks.endIndex - 1])
    for block in blocks[..<next] { block.remove() }
    blocks = blocks[next...]
  }

  /// The language in which the file says that it is, or its masthead is; `nil` where neither tells it.
  var language: Language? { (statedLanguage ?? metadata.language?.value).map(options.languages.tagged) }

  /// What names may hold in that language, or in any of the site's.
  var names: NameWords { language.map(options.languages.names) ?? options.languages.names }

  private mutating func reportMissingNumberLine(_ block: MarkdownNode) {
    let mistake = Diagnostic(
      .missingNumberLine, "the masthead has no number line", at: source.location(range(of: block)),
      help: "write it under the series' name: `No. 23 (99) • February 11, 2010 • © Publisher`")
    metadata.report(mistake, of: \.date)
  }

  private mutating func readNumberLine(_ line: NumberLine, in block: MarkdownNode) {
    metadata.language = line.language.map { Located($0.tag, at: range(of: block)) }
    metadata.set(number: field(\.number, line.number, in: block))
    metadata.volume = line.volume.map { Located($0, at: source.range(of: $0, inLines: block.lines)) }
    metadata.special = line.special.map { Located($0, at: source.range(of: $0, inLines: block.lines)) }
    metadata.cumulative = field(
      \.cumulative, line.cumulative, in: block,
      at: line.cumulative.value.map { place(ofCumulative: $0.description, in: block) })
    metadata.date = field(
      \.date, line.date, in: block, at: line.dateText.map { source.range(of: $0, inLines: block.lines) })
    metadata.note(printedDate: line.dateText)
    metadata.publisher = line.publisher.map { Located($0, at: range(of: block)) }
    let unread = line.unread.map { source.range(of: $0, inLines: block.lines) }
    for (text, part) in zip(line.unread, unread) {
      // `… • © Publisher • DOI: 10.5555/99`
      if let entry = MastheadLines.entry(text, line: block.lines.lowerBound) {
        readEntries([entry])
      } else {
        reportUnread(part)
      }
    }
    if let weekday = line.wrongWeekday {
      diagnostics.append(
        Diagnostic(
          .wrongWeekday, "this day is not on a “\(weekday)”",
          at: source.location(source.range(of: weekday, inLines: block.lines)),
          help: "correct the day of the week, or the date"))
    }
    guard case .missing = line.date else { return }
    // A part with a year in it is the date, which nothing parts from the number.
    let glued = line.unread.firstIndex { $0.hasYear }
    let mistake = Diagnostic(
      .missingDate,
      glued == nil ? "the number line has no date" : "no • stands before this, so that the number line has no date",
      at: glued.map { source.location(unread[$0]) } ?? source.location(range(of: block)),
      help: "write it after the number, with a • between: `No. 23 (99) • February 11, 2010 • © Publisher`")
    metadata.report(mistake, of: \.date)
  }

  /// Where a cumulative number is printed, behind its bracket; where the number is, when words stand before it.
  private func place(ofCumulative number: String, in block: MarkdownNode) -> Range<Int> {
    let printed = "(" + number
    let range = source.range(of: printed, inLines: block.lines)
    return range.count == printed.utf8.count ? range.dropFirst() : metadata.number?.range ?? range
  }

  /// A part of the number line.
  ///
  /// - Parameter place: Where it stands; by itself, where its value is printed.
  private mutating func field<Content: Sendable & CustomStringConvertible>(
    _ field: Metadata.FieldPath, _ read: NumberLine.Field<Content>, in block: MarkdownNode,
    at place: Range<Int>? = nil
  ) -> Located<Content>? {
    switch read {
    case .missing: return nil
    case .read(let value):
      return Located(value, at: place ?? source.range(of: value.description, inLines: block.lines))
    case .wrong(let kind, let message, let culprit, let help):
      let place = source.location(source.range(of: culprit, inLines: block.lines))
      metadata.report(Diagnostic(kind, message, at: place, help: help), of: field)
      return nil
    }
  }

  /// Reads the lines that follow the number line in its paragraph, and the blocks up to the rule.
  private mutating func readLines(
    _ rest: [(place: Int, text: String)], of first: MarkdownNode, _ blocks: ArraySlice<MarkdownNode>
  ) {
    var lines = editorLines()
    for (place, text) in rest {
      lines.add(text, line: first.lines.lowerBound + place, beginsBlock: place == rest.first?.place)
    }
    for block in blocks {
      for item in block.kind == .list ? block.children : [block] {
        guard block.kind == .list || block.kind == .paragraph, !item.hasImage else {
          reportUnread(range(of: item))
          continue
        }
        let text = source.printedText(of: item, options.markdown)
        for (place, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
          let number = min(item.lines.lowerBound + place, item.lines.upperBound)
          lines.add(
            String(Substring(line)), line: number, beginsBlock: place == 0, isItem: block.kind == .list)
        }
      }
    }
    for line in lines.unread { reportUnread(source.range(of: line.text, inLines: line.number...line.number)) }
    readEntries(lines.entries)
    readEditors(lines)
  }

  private mutating func readEntries(_ entries: [MastheadLines.Entry]) {
    if entries.isEmpty { return }
    var written = WrittenLanguage(options.languages)
    if let tag = language.flatMap({ LanguageTag($0.tag) }) { written.name(tag) }
    var reader = MetadataReader(source: source, continuing: metadata, written)
    for entry in entries {
      // A key that is there already is not read again.
      guard known?.has(entry.key) != true, !reader.metadata.has(entry.key) else {
        reportUnread(source.range(ofLine: entry.line))
        continue
      }
      let range = source.range(of: entry.value.trimmed, inLines: entry.line...entry.line)
      reader.read(entry.key, WrittenValue(text: entry.value, at: range), key: range)
    }
    metadata = reader.metadata
    diagnostics += reader.diagnostics
  }

  private func range(of node: MarkdownNode) -> Range<Int> { source.range(ofLine: node.lines.lowerBound) }
}

extension MarkdownNode {
  /// Whether a picture stands in it.
  fileprivate var hasImage: Bool { kind == .image || children.contains(where: \.hasImage) }
}

extension String {
  /// Whether four digits stand in it that are a year.
  var hasYear: Bool {
    utf8.split { !$0.isASCIIDigit }.contains {
      $0.count == 4 && ($0.first == UInt8(ascii: "1") || $0.first == UInt8(ascii: "2"))
    }
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
}
