import Bulletins
import Templating
import Text

/// An article of an issue, after the one that it opens with. A class, because its text is asked for with it.
final class ArticleRecord: RecordSubject {
  private let article: Article
  private let authors: [Credit]
  private let issue: IssueRecord
  private let text: LazyText

  /// - Parameter place: Its place among all articles of the issue.
  init(_ place: Int, of issue: IssueRecord, _ links: SourceLinks, _ texts: TextSource) {
    let file = issue.issue.issue
    article = file.articles[place]
    authors = issue.issue.otherAuthors[place - 1]
    self.issue = issue
    text = texts.text(of: article.text, at: file.path, article: place, links)
  }

  static let recordType = RecordType<ArticleRecord>(
    "an article of an issue",
    [
      .init("id", .scalar, "The id in the page of the issue.") { Value($0.article.id) },
      .init("title", .scalar, "The title as plain text.") { Value($0.article.title) },
      .init("quoted_title", .scalar, "The title as it stands between quotation marks: those in it are inner ones.") {
        $0.issue.quoted($0.article.title)
      },
      .init("title_html", .scalar, "The title with its inline markup.") {
        $0.issue.markup($0.article.titleHTML, of: $0.article)
      },
      .init("subtitle_html", .scalar, "The line below the title, or none.") {
        $0.issue.markup($0.article.subtitleHTML, of: $0.article)
      },
      .init("url", .scalar, "The address.") { $0.address(from: $0.issue.url) },
      .init("absolute_url", .scalar, "The whole address.") { $0.address(from: $0.issue.absoluteURL) },
      .init("authors", .records(of: AuthorRecord.self), "The authors in printed order.") {
        .list($0.issue.people(of: $0.authors.writers))
      },
      .init("contributors", .records(of: AuthorRecord.self), "Who did other work for it, with what they did.") {
        .list($0.issue.people(of: $0.authors.contributors))
      },
      .init("affiliation_html", .scalar, "The house and town printed below the authors, or none.") {
        $0.issue.markup($0.article.affiliationHTML, of: $0.article)
      },
      .init("abstract", .scalar, "The abstract as plain text, or none.") {
        $0.article.abstractText.map { .text($0) } ?? .none
      },
      .init("abstract_html", .scalar, "The abstract with its inline markup, or none.") {
        $0.issue.markup($0.article.abstractHTML, of: $0.article)
      },
      .lazy("body", "The text as HTML.") { $0.text },
      .init("sections", .list(.record(IssueRecord.section.shape)), "The headings of the text in order.") {
        IssueRecord.section.list(of: $0.article.text.sections)
      },
    ])

  private func address(from page: Value) -> Value {
    .text((page.bytes ?? []) + Bytes("#".utf8) + Bytes((article.id ?? "").utf8))
  }

  /// The article in the words of schema.org.
  var jsonLD: Value { ArticleRecord.schemaOrg.object(self) }

  private static let schemaOrg = SchemaOrgType<ArticleRecord>(
    "Article",
    [
      .init("headline") { Value($0.article.title) },
      .init("url") { $0.address(from: $0.issue.absoluteURL) },
      .init("author") { $0.issue.peopleLD($0.authors.writers) },
    ],
    optional: [.init("abstract") { $0.article.abstractText.map { .text($0) } }])
}
