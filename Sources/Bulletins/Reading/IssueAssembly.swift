import Coding
import Diagnostics
import Languages
import Text

/// Puts an issue together of what was read of its file, sets its texts as the language wants it, and says what is missing.
struct IssueAssembly {
  let source: SourceFile
  private(set) var metadata: Metadata
  let masthead: MastheadReader
  let articles: [ReadArticle]
  /// The texts of the articles.
  private(set) var texts: [Bytes] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile, metadata: Metadata, masthead: MastheadReader, articles: [ReadArticle]) {
    self.source = source
    self.metadata = metadata
    self.masthead = masthead
    self.articles = articles
  }

  /// The issue; `nil` where it lacks what each must have.
  mutating func issue(isDraft: Bool, tag: String, _ language: Language) -> Issue? {
    let start = source.location(metadata.number?.range ?? metadata.title?.range ?? 0..<0)
    reportMissing(at: start)
    guard !hasTooManyAuthors(), let title = metadata.title, let date = metadata.date else { return nil }
    let isWithdrawn = metadata.isWithdrawn?.value ?? false
    if !isDraft, !isWithdrawn { reportMissingTexts(at: title.range) }
    let typesetting = ArticleTypesetting(language: language, isWithdrawn: isWithdrawn)
    texts = articles.map { typesetting.text(of: $0) }
    let all = articles.map { typesetting.article($0, metadata) }
    var kept = metadata
    // The lead has the abstract.
    (kept.problems, kept.misspellings, kept.emptyFields, kept.abstract) = ([], [], [], nil)
    return Issue(
      path: source.path, language: tag, date: date.value,
      release: Release(
        isDraft: isDraft, start: (metadata.publishDate ?? date).value.firstDay,
        end: metadata.expiryDate?.value.firstDay),
      formerAddresses: metadata.formerAddresses?.value ?? [], metadata: kept, lead: all[0],
      others: Array(all.dropFirst()), location: start,
      namePlaces: NamePlaces(
        authors: metadata.authors?.range ?? 0..<0, editors: metadata.editors?.range ?? 0..<0,
        topics: metadata.topics?.range ?? 0..<0, sections: articles.flatMap(\.body.sectionLines)))
  }

  /// How a title is written; where a heading of the series' level stands in its place, with its words.
  private func titleHelp(at place: Range<Int>?) -> String {
    let line = place.map { Array(source.bytes[$0]).string } ?? ""
    return "write it as `\(line.hasPrefix("# ") ? "#" + line.trimmed : "## Title")` under the rule"
  }

  /// Whether the text has more authors than any for readers, whichever of its articles they wrote, which is said.
  private mutating func hasTooManyAuthors() -> Bool {
    var (count, last) = (metadata.authors?.value.count ?? 0, metadata.authors)
    for article in articles.dropFirst() where count <= WrittenValue.most {
      guard let authors = article.head.authors else { continue }
      count += authors.value.count
      last = authors
    }
    guard count > WrittenValue.most, let last else { return false }
    diagnostics.append(
      Diagnostic(
        .tooManyValues, "the text has more than \(WrittenValue.most) authors", at: source.location(last.range),
        help: "name those that readers ask for"))
    return true
  }

  private mutating func reportMissing(at start: Location) {
    let place = masthead.titleRange
    let glued = metadata.isExplained(\.title) ? nil : place.flatMap { GluedTitle(at: $0, in: source) }
    let missing = [
      metadata.title != nil
        ? nil
        : glued?.finding(.missingTitle, in: source)
          ?? metadata.missing(
            \.title, .missingTitle, "the issue has no title", at: place.map(source.location) ?? start,
            help: masthead.isPresent ? titleHelp(at: place) : "add `title:` to its metadata",
            in: source),
      metadata.date != nil
        ? nil
        : metadata.missing(
          \.date, .missingDate, "the issue has no date", at: start, help: "add `date:` to its metadata", in: source),
    ]
    diagnostics += missing.compactMap(\.self) + metadata.misspellings.map { $0.finding(in: source) }
    if masthead.isPresent, metadata.authors == nil, !metadata.isExplained(\.authors), let title = metadata.title {
      diagnostics.append(
        Diagnostic(
          .missingAuthors, "no line of authors follows the title", at: source.location(title.range),
          help: "write their names between the title and the abstract"))
    }
  }

  private mutating func reportMissingTexts(at title: Range<Int>) {
    for article in articles where article.isEmpty {
      let last = article.head.abstract?.range ?? article.head.authors?.range ?? article.head.title?.range ?? title
      diagnostics.append(
        Diagnostic(
          .missingText, "no text follows", at: source.location(last),
          help: "write the text below, or set `draft: true` until it is there"))
    }
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
  static let missingText = DiagnosticKind(
    "missing-text", .warning,
    "The issue, or an article of it, ends after its title, byline or abstract: it was saved too early. Write the text, or hold the issue back with `draft: true`."
  )
}
