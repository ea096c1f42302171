import Bulletins
import Languages
import Templating
import Text

/// The values of one series that many pages share, made once. A class, because every page refers to it.
final class SeriesValues: Sendable {
  let series: Series
  let settings: SiteSettings
  let addresses: Addresses
  let calendar: SiteCalendar
  var published: PublishedSeries { PublishedSeries(series: series, addresses: addresses) }
  let language: Language
  /// What issues have that say nothing else: the name of the series, who publishes it, the licence.
  let name: Value
  let publisher: Value?
  let license: Value?
  /// The licence's address, or none, and the licence in the words of schema.org.
  let licenseURL: Value
  let licenseLD: Value?
  let issn: Value?
  let languageTag: Value
  /// The scheme and host of the site.
  let origin: Bytes
  // Each list is in the order of the series.

  /// A link for each person.
  let personLinks: LazyList<Value>
  /// Each person's name and address, and each person in the words of schema.org.
  let peopleNames: LazyList<Value>
  let peopleURLs: LazyList<Value>
  let peopleLD: LazyList<Value>
  /// Each person as an editor without a role, as most are, and as an author of whom no more is said.
  let plainEditors: LazyList<Value>
  let plainAuthors: LazyList<Value>
  /// The periodical in the words of schema.org.
  let periodicalLD: Value
  /// A link for each topic, without an anchor; its name and its address; and each topic in the words of schema.org.
  let topicLinks: LazyList<Value>
  let topicNames: LazyList<Value>
  let topicURLs: LazyList<Value>
  let topicsLD: LazyList<Value>
  /// Each topic with its entries counted.
  let listedTopics: LazyList<Value>
  /// A link for each issue, and its address.
  let issueLinks: LazyList<Value>
  let issueURLs: LazyList<Value>
  private let volumeURLs: [Int: Value]

  init(_ series: Series, settings: SiteSettings, languages: KnownLanguages) {
    self.series = series
    self.settings = settings
    calendar = SiteCalendar(timeZone: settings.timeZone)
    let addresses = Addresses(language: series.language, settings: settings)
    self.addresses = addresses
    let language = languages.tagged(series.language)
    self.language = language
    languageTag = Value(series.language)
    origin = Bytes(settings.origin.utf8)
    name = Value(settings.seriesName(in: series.language))
    publisher = settings.publisher.text(in: series.language).map { Value($0.text) }
    license = settings.license.map { Value($0) }
    licenseURL = Value(settings.license.flatMap(LicenseAddress.of))
    licenseLD = license.map { SchemaOrg.license($0) }
    issn = settings.issn.map { Value($0.description) }
    peopleNames = series.people.mapped { Value($0.name) }
    peopleURLs = series.people.mapped { Value(addresses.person($0)) }
    plainEditors = series.people.mapped { person in
      EditorRecord(name: Value(person.name), url: Value(addresses.person(person)), roles: []).record
    }
    plainAuthors = series.people.mapped { AuthorRecord(person: $0, url: Value(addresses.person($0))).record }
    let personLinks = series.people.mapped { PersonLink(person: $0, addresses: addresses).record }
    self.personLinks = personLinks
    peopleLD = series.people.mapped {
      SchemaOrgType<PersonLink>.person.object(PersonLink(person: $0, addresses: addresses))
    }
    periodicalLD = SchemaOrg.periodical.object(addresses)
    topicNames = series.topics.mapped { Value($0.name) }
    topicURLs = series.topics.mapped { Value(addresses.topic($0)) }
    let origin = self.origin
    let links = series.topics.mapped {
      TopicLink(name: Value($0.name), url: Value(addresses.topic($0)), origin: origin)
    }
    topicLinks = links.mapped(\.record)
    topicsLD = links.mapped { SchemaOrgType<TopicLink>.topic.object($0) }
    let topics = series.topics
    // Few themes list all topics on their pages.
    listedTopics = LazyList(count: topics.count) {
      ListedTopic(name: topics[$0].name, url: addresses.topic(topics[$0]), count: topics[$0].entries.count).record
    }
    volumeURLs = Dictionary(series.volumes.map { ($0.year, Value(addresses.volume($0.year))) }) { first, _ in first }
    let issueURLs = series.issues.mapped { Value(addresses.issue($0)) }
    self.issueURLs = issueURLs
    let issues = series.issues
    issueLinks = LazyList(count: issues.count, holding: SeriesValues.mostLinks) {
      IssueLink(issue: issues[$0], url: issueURLs[$0], language: language, people: personLinks).record
    }
  }

  /// A link takes as much memory as all else that pages know of an issue. Those of an ordinary archive are held, and of a
  /// very large one those of neighbours.
  private static let mostLinks = 16_384

  var issues: LazyList<PlacedIssue> { series.issues }
  var people: LazyList<Person> { series.people }
  var topics: LazyList<Topic> { series.topics }

  /// The address of the volume of a year.
  func volumeURL(_ year: Int) -> Value { volumeURLs[year] ?? Value(addresses.volume(year)) }

  /// The day of the newest issue, in ISO form.
  var newestDay: String? { issues.last?.issue.date.machineText }

  /// The newest issue that names its editors.
  var newestMasthead: Int? { issues.lastIndex { !$0.editors.isEmpty } }

  /// The articles of a person in an issue, in order.
  func articles(by person: Int, in index: Int) -> [Value] {
    let issue = issues[index]
    let lead = issue.authors.contains { $0.person == person } ? [issueLinks[index]] : []
    let places = issue.otherAuthors.indices.filter { issue.otherAuthors[$0].contains { $0.person == person } }
    return lead
      + places.map { place in
        let link = IssueLink(
          issue: issue, place: place + 1, url: issueURLs[index], language: language, people: personLinks)
        return link.record
      }
  }

  /// The issues, the newest first.
  func newestFirst(_ indices: some BidirectionalCollection<Int>) -> Value {
    .list(indices.reversed().map { issueLinks[$0] })
  }
}
