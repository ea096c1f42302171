import Bulletins
import Languages
import Templating
import Text

/// An issue with everything that pages show of it: the one model of which page, feed item, citation tags and JSON-LD are
/// made.
///
/// A class, because two dozen fields ask it. What several of them show is made once.
final class IssueRecord: RecordSubject {
  let issue: PlacedIssue
  let series: SeriesValues
  /// The title as plain text.
  let title: Value
  /// The date in ISO form.
  let day: Value
  let url: Value
  let absoluteURL: Value
  let number: Value?
  let abstract: Value?
  /// What the issue says of itself, or else what holds for the whole series.
  let seriesName: Value
  let publisher: Value?
  let license: Value?
  let text: LazyText
  private let index: Int
  /// How many of its authors, topics and categories are told.
  private let mostNames: Int
  private let site: SiteValues
  private let texts: TextSource

  init(
    _ index: Int, of series: SeriesValues, _ site: SiteValues, _ texts: TextSource, mostNames: Int = .max
  ) {
    self.index = index
    self.mostNames = mostNames
    issue = series.issues[index]
    let file = issue.issue
    self.series = series
    self.site = site
    self.texts = texts
    title = Value(file.title)
    day = Value(file.date.machineText)
    url = series.issueURLs[index]
    absoluteURL = .text(series.origin + (url.bytes ?? []))
    number = file.number.map { Value($0.description) }
    abstract = file.lead.abstractText.map { .text($0) }
    seriesName = file.series.map { Value($0) } ?? series.name
    publisher = file.publisher.map { Value($0) } ?? series.publisher
    license = file.license.map { Value($0) } ?? series.license
    text = texts.text(of: file.lead.text, at: file.path, site.sourceLinks)
  }

  private var file: Issue { issue.issue }

  /// A title as it stands between the quotation marks of the language.
  func quoted(_ title: String) -> Value { Value(series.language.typesetting.quotes.within(title)) }

  private func told(_ names: [Value]) -> [Value] {
    names.count > mostNames ? Array(names.prefix(mostNames)) : names
  }

  static let recordType = RecordType<IssueRecord>(
    "an issue",
    [
      .init("series", .scalar, "The name in the masthead, or the site's.") { $0.seriesName },
      .init("number", .scalar, "The number as printed, or none.") { $0.number ?? .none },
      .init("cumulative", .scalar, "The number since the series began, or none.") {
        Value($0.file.cumulative?.description)
      },
      .init("volume", .scalar, "The number of the volume as printed, or none.") { Value($0.file.volume) },
      .init("special", .scalar, "What is printed in the place of a number, or none.") { Value($0.file.special) },
      .init("is_dated", .scalar, "Whether it has neither a number nor words in its place, and is called by its date.") {
        .bool($0.file.isDated)
      },
      .init("title", .scalar, "The title as plain text.") { $0.title },
      .init("quoted_title", .scalar, "The title as it stands between quotation marks: those in it are inner ones.") {
        $0.quoted($0.file.title)
      },
      .init("title_html", .scalar, "The title with its inline markup.") {
        $0.markup($0.file.lead.titleHTML, of: $0.file.lead)
      },
      .init("subtitle_html", .scalar, "The line below the title, or none.") {
        $0.markup($0.file.lead.subtitleHTML, of: $0.file.lead)
      },
      .init("url", .scalar, "The address.") { $0.url },
      .init("absolute_url", .scalar, "The whole address.") { $0.absoluteURL },
      .init("pdf_url", .scalar, "The address of its PDF, or none.") { $0.pdfURL ?? .none },
      .init("pdf_absolute_url", .scalar, "The whole address of its PDF, or none.") { $0.absolutePDF ?? .none },
      .init("card_url", .scalar, "The whole address of its card, or none.") { $0.cardURL ?? .none },
      .init("date", .scalar, "The date in ISO form: a day, or the month or year that is known.") { $0.day },
      .init("date_text", .scalar, "The date as the language prints it; a quarter or a season as it was written.") {
        Value($0.file.dateText(in: $0.series.language))
      },
      .init("date_slashes", .scalar, "The date as citation tags want it: 2010/02/11.") {
        Value($0.file.date.written(with: UInt8(ascii: "/")))
      },
      .init("rfc822", .scalar, "The day as feeds write it, in the site's time zone; none where no day is known.") {
        $0.file.date.isDay ? .text($0.series.calendar.rfc822($0.file.date)) : .none
      },
      .init("year", .scalar, "The year of its volume.") { .int($0.file.year) },
      .init("volume_url", .scalar, "The address of its volume.") {
        $0.series.volumeURL($0.file.year)
      },
      .init("publisher", .scalar, "Who stands behind the ©, or the site's publisher.") { $0.publisher ?? .none },
      .init("authors", .records(of: AuthorRecord.self), "The authors in printed order, with what is said of them.") {
        .list($0.told($0.people(of: $0.issue.authors.writers)))
      },
      .init(
        "contributors", .records(of: AuthorRecord.self),
        "Who did other work for the text, as translators do, with what they did. Where nobody else is named, they are authors."
      ) {
        .list($0.told($0.people(of: $0.issue.authors.contributors)))
      },
      .init("editors", .records(of: EditorRecord.self), "The editors in printed order, with their roles.") {
        .list($0.editors)
      },
      .init("affiliation_html", .scalar, "The house and town printed below the authors, or none.") {
        $0.markup($0.file.lead.affiliationHTML, of: $0.file.lead)
      },
      .init("abstract", .scalar, "The abstract as plain text, or none.") { $0.abstract ?? .none },
      .init("abstract_html", .scalar, "The abstract with its inline markup, or none.") {
        $0.markup($0.file.lead.abstractHTML, of: $0.file.lead)
      },
      .lazy("body", "The text as HTML.") { $0.text },
      .init("sections", .list(.record(section.shape)), "The headings of the text in order.") {
        section.list(of: $0.file.lead.text.sections)
      },
      .init("articles", .records(of: ArticleRecord.self), "The articles after the one that it opens with.") { record in
        record.articles.records
      },
      .init("topics", .records(of: TopicLink.self), "The topics with the sections they lead to.") {
        .list($0.told($0.topics))
      },
      .init("previous", .record(of: IssueLink.self), "The issue before it, or none.") {
        $0.link($0.series.series.previous($0.index))
      },
      .init("next", .record(of: IssueLink.self), "The issue after it, or none.") {
        $0.link($0.series.series.next($0.index))
      },
      .init("translations", .records(of: Translation.self), "The same text in other languages.") {
        .list($0.translations)
      },
      .init("doi", .scalar, "The DOI, or none.") { Value($0.file.doi?.description) },
      .init("doi_url", .scalar, "The address that the DOI is, or none.") { Value($0.file.doi?.address) },
      .init("is_withdrawn", .scalar, "Whether its text was taken back; it has no body and no abstract then.") {
        .bool($0.file.isWithdrawn)
      },
      .init("modified", .scalar, "The day of the last change after its own day, in ISO form, or none.") {
        Value($0.file.modified?.machineText)
      },
      .init("modified_text", .scalar, "The same day as the language prints it, or none.") { record in
        record.file.modified.map { Value(record.series.language.written($0)) } ?? .none
      },
      .init("corrections", .list(.record(correction.shape)), "What was changed after it came out, the oldest first.") {
        $0.corrections
      },
      .init("category", .scalar, "The first category that the file names, or none.") {
        Value($0.file.categories.first)
      },
      .init("categories", .list(.scalar), "The categories that the file names.") {
        .list($0.told($0.file.categories.map { Value($0) }))
      },
      .init("license", .scalar, "The licence of the text, or none.") { $0.license ?? .none },
      .init("license_url", .scalar, "The address of the licence, or none.") { record in
        record.file.license.map { Value(LicenseAddress.of($0)) } ?? record.series.licenseURL
      },
      .init("extra", .any, "The keys of the file's metadata that have no meaning here.") { .extra($0.file.extra) },
      .init("json_ld", .any, "The issue in the words of schema.org, for search engines.") { $0.jsonLD },
    ])

  /// The articles after the one that it opens with.
  var articles: [ArticleRecord] {
    file.others.indices.map { ArticleRecord($0 + 1, of: self, site.sourceLinks, texts) }
  }

  /// What is printed above the text of an article, with links to files turned into links to addresses.
  func markup(_ html: Bytes, of article: Article) -> Value {
    if html.isEmpty { return .none }
    return .safe(site.sourceLinks.resolved(html, above: article.text, of: file.path))
  }

  private var topics: [Value] {
    issue.topics.map { entry in
      TopicLink(
        name: series.topicNames[entry.topic], url: series.topicURLs[entry.topic], origin: series.origin,
        section: entry.section
      ).record
    }
  }

  private var corrections: Value {
    Self.correction.list(of: file.corrections.map { (correction: $0, language: series.language) })
  }

  private func link(_ index: Int?) -> Value { index.map { series.issueLinks[$0] } ?? .none }

  /// The same text in other languages.
  var translations: [Value] {
    site.versions(of: issue).compactMap { version in
      site.series[version.language].map { Translation(to: version.path, title: version.title, $0.addresses).record }
    }
  }
}
