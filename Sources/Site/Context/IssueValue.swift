import Bulletins
import Feeds
import Templating
import Text

/// The full record of an issue: the one model of which page, feed item, citation tags and JSON-LD are made.
///
/// A class, because a dozen closures refer to what it refers to.
final class IssueValue {
  private let all: SeriesValues
  private let issue: Issue
  private let site: SiteValues
  private let bodies: Bodies
  private var bulletin: Bulletin { issue.bulletin }

  init(_ all: SeriesValues, _ index: Int, _ site: SiteValues, _ bodies: Bodies) {
    self.bodies = bodies
    self.all = all
    issue = all.series.issues[index]
    self.site = site
  }

  var value: Value {
    let date = bulletin.date
    let url = all.addresses.issue(issue)
    return Value(
      Shapes.issue,
      [
        Value(series), Value(bulletin.number?.description), Value(bulletin.cumulative?.description),
        Value(bulletin.title), .safe(bulletin.titleHTML), Value(url), Value(all.addresses.absolute(url)),
        Value(date.description), Value(all.language.written(date)),
        .text(Bytes(date.description.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "/") : $0 })),
        Value(all.feedDate.text(year: date.year, month: date.month, day: date.day, daysSince1970: date.daysSince1970)),
        .int(date.year), Value(all.addresses.volume(date.year)), Value(publisher),
        .list(issue.authors.map { all.people[$0] }), .list(issue.editors.map { editor($0) }), Value(bulletin.abstract),
        bulletin.abstractHTML.isEmpty ? .none : .safe(bulletin.abstractHTML),
        .none,
        .list(bulletin.body.sections.map { section($0) }), .list(issue.topics.map { topic($0) }),
        issue.previous.map { all.issues[$0] } ?? .none, issue.next.map { all.issues[$0] } ?? .none,
        .list(translations), Value(bulletin.category), Value(license), extra, jsonLD,
      ], late: (Symbol("body"), bodies.text(of: bulletin.body, at: bulletin.path, site.sourceLinks)))
  }

  private static let nothing = Value.list([])

  private var series: String? {
    bulletin.series ?? SiteSettings.text(all.settings.series, all.series.language)
      ?? SiteSettings.text(all.settings.title, all.series.language)
  }

  private var publisher: String? {
    bulletin.publisher ?? SiteSettings.text(all.settings.publisher, all.series.language)
  }

  private var license: String? { bulletin.license ?? all.settings.license }

  private func editor(_ editor: (person: Int, roles: [String])) -> Value {
    Value(
      Shapes.editor, all.peopleNames[editor.person], all.peopleURLs[editor.person],
      editor.roles.isEmpty ? IssueValue.nothing : .list(editor.roles.map { Value($0) }))
  }

  private func section(_ section: Body.Section) -> Value {
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
      Value(issue.bulletin.title), Value(url), Value(other.addresses.absolute(url)))
  }

  private var extra: Value {
    var map = ValueMap()
    for (key, value) in bulletin.extra { map[key] = Value(value) }
    return .map(map)
  }

  private var jsonLD: Value {
    var map = ValueMap()
    map["@context"] = Value("https://schema.org")
    map["@type"] = Value("Report")
    map["headline"] = Value(bulletin.title)
    map["inLanguage"] = Value(bulletin.language)
    map["datePublished"] = Value(bulletin.date.description)
    map["url"] = Value(all.addresses.absolute(all.addresses.issue(issue)))
    if let number = bulletin.number { map["reportNumber"] = Value(number.description) }
    map["author"] = .list(issue.authors.map { all.peopleLD[$0] })
    map["editor"] = .list(issue.editors.map { all.peopleLD[$0.person] })
    if let publisher {
      map["publisher"] = object(("@type", Value("Organization")), ("name", Value(publisher)))
    }
    map["about"] = .list(issue.topics.map { all.topicNames[$0.topic] })
    if let abstract = bulletin.abstract { map["abstract"] = Value(abstract) }
    if let license { map["license"] = Value(license) }
    var periodical = [("@type", Value("Periodical")), ("name", Value(series))]
    if let issn = all.settings.issn { periodical.append(("issn", Value(issn))) }
    map["isPartOf"] = object(periodical)
    return .map(map)
  }

  private func object(_ members: (String, Value)...) -> Value { object(members) }

  private func object(_ members: [(String, Value)]) -> Value {
    var map = ValueMap()
    for (key, value) in members { map[key] = value }
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
