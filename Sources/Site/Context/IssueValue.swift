import Bulletins
import Languages
import Templating

/// The full record of an issue: the one model of which page, feed item, citation tags and JSON-LD are made.
///
/// A class, because a dozen closures refer to what it refers to.
final class IssueValue {
  private let all: SeriesValues
  private let issue: PlacedIssue
  private let site: SiteValues
  private let texts: TextSource
  private var bulletin: Issue { issue.issue }

  init(_ all: SeriesValues, _ index: Int, _ site: SiteValues, _ texts: TextSource) {
    self.texts = texts
    self.all = all
    issue = all.series.issues[index]
    self.site = site
  }

  var value: Value {
    let date = bulletin.date
    let (title, day, abstract) = (
      Value(bulletin.title), Value(date.description), bulletin.lead.abstract.map { Value($0) }
    )
    let url = all.addresses.issue(issue)
    let absoluteURL = Value(all.addresses.absolute(url))
    let number = bulletin.number.map { Value($0.description) }
    let (series, publisher, license) = (self.series, self.publisher, self.license)
    let people = issue.authors.map { all.people[$0] }
    let jsonLD = SchemaOrg.report.object(
      SchemaOrg.context, title, all.languageTag, day, absoluteURL, .list(issue.authors.map { all.peopleLD[$0] }),
      .list(issue.editors.map { all.peopleLD[$0.person] }), .list(issue.topics.map { all.topicNames[$0.topic] }),
      SchemaOrg.periodical.object(series, optional: [all.issn]),
      optional: [number, publisher.map { SchemaOrg.organization.object($0) }, abstract, license])
    return Value(
      Shapes.issue,
      [
        series, number ?? .none, Value(bulletin.cumulative?.description), title, .safe(bulletin.lead.titleHTML),
        Value(url),
        absoluteURL, day, Value(all.language.written(date)),
        Value(date.written(with: UInt8(ascii: "/"))),
        .text(all.calendar.rfc822(date)),
        .int(date.year), Value(all.addresses.volume(date.year)), publisher ?? .none, .list(people),
        .list(issue.editors.map { editor($0) }), abstract ?? .none,
        bulletin.lead.abstractHTML.isEmpty ? .none : .safe(bulletin.lead.abstractHTML),
        .none,
        .list(bulletin.lead.text.sections.map { section($0) }), .list(issue.topics.map { topic($0) }),
        issue.previous.map { all.issues[$0] } ?? .none, issue.next.map { all.issues[$0] } ?? .none,
        .list(translations), Value(bulletin.category), license ?? .none, extra, jsonLD,
      ], late: (SiteValues.body, texts.text(of: bulletin.lead.text, at: bulletin.path, site.sourceLinks)))
  }

  private static let nothingElse = Value.map(ValueMap())

  private var series: Value { bulletin.series.map { Value($0) } ?? all.name }

  private var publisher: Value? { bulletin.publisher.map { Value($0) } ?? all.publisher }

  private var license: Value? { bulletin.license.map { Value($0) } ?? all.license }

  private func editor(_ editor: (person: Int, roles: [String])) -> Value {
    if editor.roles.isEmpty { return all.plainEditors[editor.person] }
    return Value(
      Shapes.editor, all.peopleNames[editor.person], all.peopleURLs[editor.person],
      .list(editor.roles.map { Value($0) }))
  }

  private func section(_ section: TextOutline.Section) -> Value {
    Value(
      Shapes.section, Value(section.id), Value(section.text), .int(section.level), .bool(section.isRunIn))
  }

  private func topic(_ entry: (topic: Int, section: String?)) -> Value {
    Value(Shapes.topicLink, all.topicNames[entry.topic], all.topicURLs[entry.topic], Value(entry.section))
  }

  /// The same text in other languages.
  var translations: [Value] { issue.translations.compactMap { translation($0) } }

  private func translation(_ translation: (language: String, issue: Int)) -> Value? {
    guard let other = site.series[translation.language] else { return nil }
    let issue = other.series.issues[translation.issue]
    let url = other.addresses.issue(issue)
    return Value(
      Shapes.translation, Value(translation.language), Value(LanguageName.of(translation.language)),
      Value(issue.issue.title), Value(url), Value(other.addresses.absolute(url)))
  }

  private var extra: Value {
    if bulletin.extra.isEmpty { return IssueValue.nothingElse }
    var map = ValueMap()
    for (key, value) in bulletin.extra { map[key] = Value(value) }
    return .map(map)
  }
}

extension Value {
  /// A value of metadata that only templates know.
  init(_ extra: ExtraValue) {
    switch extra {
    case .null: self = .none
    case .bool(let value): self = .bool(value)
    case .text(let text): self = Value(text)
    case .list(let values): self = .list(values.map { Value($0) })
    case .mapping(let members):
      var map = ValueMap()
      for (key, value) in members.sorted(by: { $0.key < $1.key }) { map[key] = Value(value) }
      self = .map(map)
    }
  }
}
