import Bulletins
import Languages
import Templating
import Text

/// An issue as lists show it, or one of its articles.
struct IssueLink: RecordSubject {
  let issue: PlacedIssue
  /// The place of the article among those of the issue.
  var place = 0
  /// The address of the issue.
  let url: Value
  let language: Language
  /// A link for each person of the series.
  let people: LazyList<Value>

  private var file: Issue { issue.issue }
  private var article: Article { place == 0 ? file.lead : file.others[place - 1] }
  private var authors: [Credit] { place == 0 ? issue.authors : issue.otherAuthors[place - 1] }

  static let recordType = RecordType<IssueLink>(
    "an issue in a list",
    [
      .init("number", .scalar, "The number as printed, or none.") { Value($0.file.number?.description) },
      .init("cumulative", .scalar, "The number since the series began, or none.") {
        Value($0.file.cumulative?.description)
      },
      .init("special", .scalar, "What is printed in the place of a number, or none.") { Value($0.file.special) },
      .init("is_dated", .scalar, "Whether it has neither a number nor words in its place, and is called by its date.") {
        .bool($0.file.isDated)
      },
      .init("title", .scalar, "The title as plain text.") { Value($0.article.title) },
      .init("url", .scalar, "The address.") { link in
        link.article.id.map { Value.text((link.url.bytes ?? []) + Bytes("#\($0)".utf8)) } ?? link.url
      },
      .init("date", .scalar, "The date in ISO form: a day, or the month or year that is known.") {
        Value($0.file.date.machineText)
      },
      .init("date_text", .scalar, "The date as the language prints it; a quarter or a season as it was written.") {
        Value($0.file.dateText(in: $0.language))
      },
      .init("year", .scalar, "The year of the volume.") { .int($0.file.year) },
      .init("authors", .records(of: PersonLink.self), "The authors in printed order.") { link in
        .list(link.authors.writers.map { link.people[$0.person] })
      },
      .init("abstract", .scalar, "The abstract as plain text, or none.") {
        $0.article.abstractText.map { .text($0) } ?? .none
      },
      .init("is_withdrawn", .scalar, "Whether its text was taken back.") { .bool($0.file.isWithdrawn) },
    ])
}
