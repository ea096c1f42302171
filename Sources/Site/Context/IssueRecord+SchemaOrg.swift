import Bulletins
import Templating
import Text

extension IssueRecord {
  /// The issue in the words of schema.org.
  var jsonLD: Value { report.object(self) }

  fileprivate var authorsLD: Value { peopleLD(issue.authors.writers) }
  fileprivate var contributorsLD: Value? {
    issue.authors.contributors.isEmpty ? nil : peopleLD(issue.authors.contributors)
  }
  fileprivate var editorsLD: Value { peopleLD(issue.editors) }
  /// The people of a byline or of a masthead.
  func peopleLD(_ credits: some Collection<Credit>) -> Value {
    .list(credits.map { series.peopleLD[$0.person] })
  }

  fileprivate var topicsLD: Value { .list(issue.topics.map { series.topicsLD[$0.topic] }) }
}

private let report = SchemaOrgType<IssueRecord>(
  "Report",
  [
    .init("@context") { _ in SchemaOrg.vocabulary },
    .init("@id") { $0.absoluteURL },
    .init("headline") { $0.title },
    .init("inLanguage") { $0.series.languageTag },
    .init("datePublished") { $0.day },
    .init("url") { $0.absoluteURL },
    .init("author") { $0.authorsLD },
    .init("editor") { $0.editorsLD },
    .init("about") { $0.topicsLD },
    .init("isPartOf") { publishedIssue.object($0) },
  ],
  optional: [
    .init("contributor") { $0.contributorsLD },
    .init("hasPart") { record in
      record.issue.otherAuthors.isEmpty || record.issue.issue.isWithdrawn
        ? nil : .list(record.articles.map { $0.jsonLD })
    },
    .init("reportNumber") { $0.number },
    .init("publisher") { $0.publisher.map { SchemaOrg.organization.object($0) } },
    .init("abstract") { $0.abstract },
    .init("license") { record in
      record.issue.issue.license.map { SchemaOrg.license(Value($0)) } ?? record.series.licenseLD
    },
    .init("identifier") { $0.issue.issue.doi.map { Value($0.address) } },
    .init("dateModified") { $0.issue.issue.modified.map { Value($0.machineText) } },
    .init("encoding") { $0.absolutePDF.map { SchemaOrg.pdf.object($0) } },
    .init("image") { $0.cardURL },
    .init("creativeWorkStatus") { $0.issue.issue.isWithdrawn ? Value("Withdrawn") : nil },
  ])

/// The issue as one of a volume.
private let publishedIssue = SchemaOrgType<IssueRecord>(
  "PublicationIssue",
  [
    .init("@id") { .text(($0.absoluteURL.bytes ?? []) + Bytes("#issue".utf8)) },
    .init("isPartOf") { volume.object($0) },
  ],
  optional: [
    .init("issueNumber") { $0.number },
    // Its place in the whole series.
    .init("position") { $0.issue.issue.cumulative.map { Value($0.description) } },
  ])

/// The volume of an issue.
private let volume = SchemaOrgType<IssueRecord>(
  "PublicationVolume",
  [
    .init("@id") { .text($0.series.origin + ($0.series.volumeURL($0.issue.issue.year).bytes ?? [])) },
    .init("volumeNumber") { record in
      record.issue.issue.volume.map { Value($0) } ?? Value(String(record.issue.issue.year))
    },
    .init("isPartOf") { $0.series.periodicalLD },
  ])
