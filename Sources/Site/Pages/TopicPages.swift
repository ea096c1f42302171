import Bulletins
import Templating
import Text

/// The pages of each topic: one, or one more for each year.
enum TopicPages: PageKind {
  static let templates = [template.declaration]

  private typealias Subject = (topic: TopicRecord, page: IssueListPage)

  private static let template = PageTemplate<Subject>(
    "topic.html",
    [.init("topic", .record(of: TopicRecord.self), "The topic.") { $0.topic.record }]
      + IssueListPage.variables { $0.page })

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      let relations = TopicRelations(series.series)
      for (index, topic) in series.topics.enumerated() {
        let list = topic.entries.count > series.settings.listItems ? entries(of: topic, series) : nil
        plan.addList(
          template, of: series, at: topic.pagePath, section: .topics, from: "the topic “\(topic.name)”",
          date: topic.entries.last.map { series.issues[$0.issue].issue.date.machineText }, list?.pages.division
        ) { page in
          (
            TopicRecord(topic, index, of: series, relations),
            IssueListPage(list: list ?? entries(of: topic, series), page: page)
          )
        }
      }
    }
  }

  private static func entries(of topic: Topic, _ series: SeriesValues) -> IssueList {
    let entries = topic.entries
    return .byYear(entries.indices, of: series, at: series.addresses.topic(topic), issue: { entries[$0].issue }) {
      let entry = entries[$0]
      let url = series.issueURLs[entry.issue]
      let place = entry.section.map { .text((url.bytes ?? []) + Bytes("#\($0)".utf8)) } ?? url
      return [ListedIssue(issue: series.issueLinks[entry.issue], url: place).record]
    }
  }
}

/// A topic, and what it is to others.
struct TopicRecord: RecordSubject {
  private let topic: Topic
  private let index: Int
  private let series: SeriesValues
  private let relations: TopicRelations
  private let url: String

  init(_ topic: Topic, _ index: Int, of series: SeriesValues, _ relations: TopicRelations) {
    self.topic = topic
    self.index = index
    self.series = series
    self.relations = relations
    url = series.addresses.topic(topic)
  }

  private func links(_ topics: [Int]) -> Value { .list(topics.map { series.topicLinks[$0] }) }

  static let recordType = RecordType<TopicRecord>(
    "a topic",
    [
      .init("name", .scalar, "The name in the page's language.") { Value($0.topic.name) },
      .init("url", .scalar, "The address.") { Value($0.url) },
      .init("feed_url", .scalar, "The address of its feed; none where nothing is written about it but about its parts.")
      { $0.topic.entries.isEmpty ? .none : Value($0.url + "feed.xml") },
      .init("broader", .record(of: TopicLink.self), "The topic that it is part of, or none.") { topic in
        topic.relations.wider(topic.index).last.map { topic.series.topicLinks[$0] } ?? .none
      },
      .init("wider", .records(of: TopicLink.self), "The topics that it is part of, the widest first.") {
        $0.links($0.relations.wider($0.index))
      },
      .init("narrower", .records(of: TopicLink.self), "The topics that are part of it.") {
        $0.links($0.relations.narrower($0.index))
      },
      .init("related", .records(of: TopicLink.self), "See also.") { $0.links($0.relations.related($0.index)) },
      .init("other_words", .list(.scalar), "Words under which an index says “see”.") {
        .list(($0.topic.authority?.also ?? []).map { Value($0) })
      },
    ])
}
