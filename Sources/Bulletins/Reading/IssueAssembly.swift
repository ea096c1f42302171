import Coding
import Diagnostics
import Languages
import Text

/// Puts an issue together of what was read of its file, sets its text as the language wants it, and says what is missing.
struct IssueAssembly {
  let source: SourceFile
  let metadata: Metadata
  let masthead: MastheadReader
  let body: BodyReader
  /// The text of the body.
  private(set) var text: Bytes
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile, metadata: Metadata, masthead: MastheadReader, body: BodyReader) {
    self.source = source
    self.metadata = metadata
    self.masthead = masthead
    self.body = body
    text = body.html
  }

  /// The issue; `nil` where it lacks what each must have.
  mutating func issue(isDraft: Bool, tag: String, _ language: Language) -> Issue? {
    let start = source.location(metadata.number?.range ?? metadata.title?.range ?? 0..<0)
    reportMissing(at: start)
    guard let title = metadata.title, let date = metadata.date else { return nil }
    let isPrintedTitle = masthead.metadata.title?.value == title.value
    let isPrintedAbstract = masthead.metadata.abstract?.value == metadata.abstract?.value
    text = Typography.set(text, hasFootnotes: body.inspection.counts.footnotes > 0, in: language)
    func set(_ html: Bytes) -> Bytes { Typography.set(html, in: language) }
    let lead = Article(
      title: title.value, titleHTML: set(isPrintedTitle ? masthead.titleHTML : escaped(title.value)),
      authors: metadata.authors?.value ?? [], abstract: metadata.abstract?.value,
      abstractHTML: set(isPrintedAbstract ? masthead.abstractHTML : escaped(metadata.abstract?.value ?? "")),
      text: body.outline)
    var kept = metadata
    kept.problems = []
    return Issue(
      path: source.path, language: tag, date: date.value,
      release: Release(
        isDraft: isDraft, start: (metadata.publishDate ?? date).value.firstDay,
        end: metadata.expiryDate?.value.firstDay),
      formerAddresses: metadata.formerAddresses?.value ?? [], metadata: kept, lead: lead, location: start,
      namePlaces: NamePlaces(
        authors: metadata.authors?.range ?? 0..<0, editors: metadata.editors?.range ?? 0..<0,
        topics: metadata.topics?.range ?? 0..<0, sections: body.sectionLines))
  }

  private mutating func reportMissing(at start: Location) {
    if metadata.title == nil, !metadata.isExplained(\.title) {
      diagnostics.append(
        Diagnostic(
          .missingTitle, "the issue has no title", at: masthead.titleRange.map(source.location) ?? start,
          help: masthead.isPresent ? "write it as `## Title` under the rule" : "add `title:` to its metadata"))
    }
    if metadata.date == nil, !metadata.isExplained(\.date) {
      diagnostics.append(
        Diagnostic(.missingDate, "the issue has no date", at: start, help: "add `date:` to its metadata"))
    }
    if masthead.isPresent, metadata.authors == nil, !metadata.isExplained(\.authors), let title = metadata.title {
      diagnostics.append(
        Diagnostic(
          .missingAuthors, "no line of authors follows the title", at: source.location(title.range),
          help: "write their names between the title and the abstract"))
    }
  }

  private func escaped(_ text: String) -> Bytes {
    var html = Bytes()
    html.append(escaping: text.utf8)
    return html
  }
}

extension DiagnosticKind {
  static let missingTitle = DiagnosticKind(
    "missing-title", .error,
    "The issue has no title: write it as a second-level heading under the masthead, or as `title:` in front matter.")
  static let missingDate = DiagnosticKind(
    "missing-date", .error,
    "The issue has no date: write it in the number line, as `date:` in front matter, or at the start of the file's name."
  )
  static let missingAuthors = DiagnosticKind(
    "missing-authors", .warning,
    "The masthead's title is followed by no line of names. Write the authors between the title and the abstract.")
}
