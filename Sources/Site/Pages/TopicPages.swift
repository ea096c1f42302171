import Bulletins
import Templating
import Text

/// The page of each topic.
enum TopicPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<TopicRecord>(
    "topic.html", [.init("topic", .record(of: TopicRecord.self), "The topic.") { $0.record }])

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      let relations = TopicRelations(series.series)
      for (index, topic) in series.topics.enumerated() {
        let date = topic.entries.last.map { series.issues[$0.issue].issue.date.machineText }
        plan.add(
          PageDraft(
            template, .index, of: plan.site, at: series.addresses.prefix + topic.pagePath,
            in: series.addresses.language, from: "the topic “\(topic.name)”", date: date
          ) { _ in TopicRecord(topic, index, of: series, relations) })
      }
    }
  }
}

/// A topic with everything that was written about it.
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
      .init("feed_url", .scalar, "The address of its feed.") { Value($0.url + "feed.xml") },
      .init("broader", .record(of: TopicLink.self), "The topic that it is part of, or none.") { topic in
        topic.relations.broader(topic.index).map { topic.series.topicLinks[$0] } ?? .none
      },
      .init("narrower", .records(of: TopicLink.self), "The topics that are part of it.") {
        $0.links($0.relations.narrower($0.index))
      },
      .init("related", .records(of: TopicLink.self), "See also.") { $0.links($0.relations.related($0.index)) },
      .init("other_words", .list(.scalar), "Words under which an index says “see”.") {
        .list(($0.topic.authority?.also ?? []).map { Value($0) })
      },
      .init("entries", .records(of: TopicEntry.self), "Where it is written about, the newest first.") { topic in
        .list(topic.topic.entries.reversed().map { TopicEntry(entry: $0, series: topic.series).record })
      },
    ])
}

/// A place where a topic is written about.
struct TopicEntry: RecordSubject {
  let entry: Topic.Entry
  let series: SeriesValues

  static let recordType = RecordType<TopicEntry>(
    "an entry of a topic",
    [
      .init("issue", .record(of: IssueLink.self), "The issue.") { $0.series.issueLinks[$0.entry.issue] },
      .init("url", .scalar, "The address of the section, or of the issue.") {
        let url = $0.series.issueURLs[$0.entry.issue]
        return $0.entry.section.map { .text((url.bytes ?? []) + Bytes("#\($0)".utf8)) } ?? url
      },
    ])
}
