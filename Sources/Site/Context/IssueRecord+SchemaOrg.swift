import Templating

extension IssueRecord {
  /// The issue in the words of schema.org.
  var jsonLD: Value { report.object(self) }

  fileprivate var authorsLD: Value { .list(issue.authors.map { series.peopleLD[$0.person] }) }
  fileprivate var editorsLD: Value { .list(issue.editors.map { series.peopleLD[$0.person] }) }
  fileprivate var topicNames: Value { .list(issue.topics.map { series.topicNames[$0.topic] }) }
}

private let report = SchemaOrgType<IssueRecord>(
  "Report",
  [
    .init("@context") { _ in schemaOrg },
    .init("headline") { $0.title },
    .init("inLanguage") { $0.series.languageTag },
    .init("datePublished") { $0.day },
    .init("url") { $0.absoluteURL },
    .init("author") { $0.authorsLD },
    .init("editor") { $0.editorsLD },
    .init("about") { $0.topicNames },
    .init("isPartOf") { periodical.object($0) },
  ],
  optional: [
    .init("reportNumber") { $0.number },
    .init("publisher") { $0.publisher.map { organization.object($0) } },
    .init("abstract") { $0.abstract },
    .init("license") { $0.license },
    .init("identifier") { $0.issue.issue.doi.map { Value($0.address) } },
    .init("dateModified") { $0.issue.issue.modified.map { Value($0.machineText) } },
    .init("creativeWorkStatus") { $0.issue.issue.isWithdrawn ? Value("Withdrawn") : nil },
  ])

/// What an issue belongs to.
private let periodical = SchemaOrgType<IssueRecord>(
  "Periodical", [.init("name") { $0.seriesName }], optional: [.init("issn") { $0.series.issn }])

/// A publisher, by its name.
private let organization = SchemaOrgType<Value>("Organization", [.init("name") { $0 }])

private let schemaOrg = Value("https://schema.org")
