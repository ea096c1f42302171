import Bulletins
import Diagnostics
import Publishing
import Templating

/// An issue as the preview lists it.
struct ListedIssue {
  let facts: LiveSite.IssueFacts

  var bulletin: Issue { facts.issue }

  /// Why a build would hold it back, or publish it without its text, in the words of a build.
  var state: String? {
    let name = facts.withholding?.name
    let held =
      switch facts.withholding {
      case .scheduled(let day): name.map { "\($0) for \(day)" }
      case .expired(let day): name.map { "\($0) on \(day)" }
      case .draft, nil: name
      }
    let states = [held, bulletin.isWithdrawn ? "withdrawn" : nil].compactMap(\.self)
    return states.isEmpty ? nil : states.joined(separator: ", ")
  }
}

/// An issue as its panel shows it.
struct ExplainedIssue {
  let issue: ListedIssue
  let wordCount: Int
  let filePath: String
  let fileAddress: String
  /// The address that opens the file in the editor, where the site's settings have one.
  let editorAddress: String?
  /// What its buttons have with them.
  let token: String
}

extension PreviewTemplates {
  /// The page with all issues, after the files that never were right.
  static let list = PageTemplate<
    (unreadable: [LiveSite.ListedText], issues: [ListedIssue], pages: [LiveSite.ListedText])
  >(
    "list.html",
    [
      .init("unreadable", .list(.record(text.shape)), "Issues that never were right.") {
        text.list(of: $0.unreadable)
      },
      .init("issues", .list(.record(issue.shape)), "All issues.") { issue.list(of: $0.issues) },
      .init("pages", .list(.record(text.shape)), "The standing pages.") { text.list(of: $0.pages) },
    ])

  /// What the reader understood of an issue.
  static let panel = PageTemplate<ExplainedIssue>(
    "panel.html",
    [
      style(),
      .init("issue", .record(issue.shape), "The issue.") { issue.record(of: $0.issue) },
      .init("editors", .list(.record(person.shape)), "Its editors.") { person.list(of: $0.issue.bulletin.editors) },
      .init("authors", .list(.record(person.shape)), "Its authors.") {
        person.list(of: $0.issue.bulletin.lead.authors)
      },
      .init("topics", .list(.scalar), "The names of its topics.") { .list($0.issue.facts.topics.map { Value($0) }) },
      .init("words", .scalar, "How many words it has.") { .int($0.wordCount) },
      .init("minutes", .scalar, "How long reading it takes.") { .int(max(1, ($0.wordCount + 110) / 220)) },
      .init("file_path", .scalar, "The whole path of its file.") { Value($0.filePath) },
      .init("file_address", .scalar, "The address of its file.") { Value($0.fileAddress) },
      .init("editor_address", .scalar, "The address that opens it in the editor, or none.") {
        Value($0.editorAddress)
      },
      .init("feed", .scalar, "The address of its feed.") { Value($0.issue.facts.feed) },
      .init("previous", .scalar, "The address of the issue before, or none.") { Value($0.issue.facts.previous) },
      .init("next", .scalar, "The address of the issue after, or none.") { Value($0.issue.facts.next) },
      .init("token", .scalar, "What its buttons have with them.") { Value($0.token) },
      .init("findings", .list(.record(finding.shape)), "What is said of its file.") {
        finding.list(of: $0.issue.facts.diagnostics)
      },
    ])

  private static let finding = RecordType<Diagnostic>(
    "a finding",
    [
      .init("text", .scalar, "The finding as a build prints it.") { Value($0.printed) },
      .init("mend", .scalar, "What would mend it, or none.") { Value($0.mend?.summary) },
      .init("mend_name", .scalar, "The name of the mend, or none.") { Value($0.mendName) },
    ])

  private static let issue = RecordType<ListedIssue>(
    "an issue",
    [
      .init("address", .scalar, "The address of its page.") { Value($0.facts.address) },
      .init("path", .scalar, "The path of its file.") { Value($0.bulletin.path) },
      .init("number", .scalar, "The number, or none.") { Value($0.bulletin.number?.description) },
      .init("cumulative", .scalar, "The cumulative number, or none.") {
        Value($0.bulletin.cumulative.map { "\($0)" })
      },
      .init("date", .scalar, "The date.") { Value($0.bulletin.date.description) },
      .init("language", .scalar, "The BCP 47 tag of the language.") { Value($0.bulletin.language) },
      .init("title", .scalar, "The title.") { Value($0.bulletin.title) },
      .init("state", .scalar, "Why a build would hold it back, or none.") { Value($0.state) },
      .init("mistakes", .scalar, "How many mistakes its file has.") {
        .int($0.facts.diagnostics.count { $0.severity == .error })
      },
      .init("warnings", .scalar, "How many warnings its file has.") {
        .int($0.facts.diagnostics.count { $0.severity == .warning })
      },
    ])

  private static let person = RecordType<Contributor>(
    "a person",
    [
      .init("name", .scalar, "The name.") { Value($0.name) },
      .init("roles", .list(.scalar), "The roles behind the name.") { .list($0.roles.map { Value($0) }) },
    ])

  private static let text = RecordType<LiveSite.ListedText>(
    "a text",
    [
      .init("path", .scalar, "The path of its file.") { Value($0.path) },
      .init("address", .scalar, "Where its page is or will be, or none.") { Value($0.address) },
      .init("title", .scalar, "The title, or none.") { Value($0.title) },
      .init("number", .scalar, "The number, or none.") { Value($0.number) },
      .init("date", .scalar, "The date, or none.") { Value($0.date) },
      .init("language", .scalar, "The BCP 47 tag of the language, or none.") { Value($0.language) },
      .init("mistakes", .scalar, "How many mistakes its file has.") {
        .int($0.diagnostics.count { $0.severity == .error })
      },
      .init("warnings", .scalar, "How many warnings its file has.") {
        .int($0.diagnostics.count { $0.severity == .warning })
      },
    ])
}
