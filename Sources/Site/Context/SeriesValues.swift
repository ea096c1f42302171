import Bulletins
import Feeds
import Templating
import Text

/// The values of one series that many pages share, made once.
struct SeriesValues: Sendable {
  let series: Series
  let settings: SiteSettings
  let addresses: Addresses
  let feedDate: FeedDate
  let language: Language
  /// A link for each person, each topic without an anchor, and each issue, in the order of the series.
  let people: [Value]
  /// Each person's address, and each person in the words of schema.org.
  let peopleURLs: [Value]
  let peopleLD: [Value]
  let topics: [Value]
  let issues: [Value]

  init(_ series: Series, settings: SiteSettings, feedDate: FeedDate) {
    self.series = series
    self.settings = settings
    self.feedDate = feedDate
    let addresses = Addresses(language: series.language, settings: settings)
    self.addresses = addresses
    let language = Language.tagged(series.language)
    self.language = language
    peopleURLs = series.people.map { Value(addresses.person($0)) }
    let people = zip(series.people, peopleURLs).map { person, url in
      Value(Shapes.personLink, Value(person.name), url, Value(person.orcid))
    }
    self.people = people
    peopleLD = series.people.map { person in
      var map = ValueMap()
      map["@type"] = Value("Person")
      map["name"] = Value(person.name)
      if let orcid = person.orcid { map["identifier"] = Value("https://orcid.org/\(orcid)") }
      return .map(map)
    }
    topics = series.topics.map { topic in
      Value(Shapes.topicLink, Value(topic.name), Value(addresses.topic(topic)), .none)
    }
    issues = series.issues.map { issue in
      let bulletin = issue.bulletin
      return Value(
        Shapes.issueLink, Value(bulletin.number?.description), Value(bulletin.cumulative?.description),
        Value(bulletin.title), Value(addresses.issue(issue)), Value(bulletin.date.description),
        Value(language.written(bulletin.date)), .int(bulletin.date.year), .list(issue.authors.map { people[$0] }),
        Value(bulletin.abstract))
    }
  }

  /// The issues, the newest first.
  func newestFirst(_ indices: some BidirectionalCollection<Int>) -> Value {
    .list(indices.reversed().map { issues[$0] })
  }

  /// The full record of an issue.
  func issue(_ index: Int, in site: SiteValues, _ bodies: Bodies) -> Value {
    IssueValue(self, index, site, bodies).value
  }
}

extension Value {
  /// A record of a shape.
  init(_ shape: Shape, _ values: Value...) { self = .record(Record(shape, values)) }
}
