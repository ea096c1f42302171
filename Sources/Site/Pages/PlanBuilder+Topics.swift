import Bulletins
import Languages
import Templating
import Text

extension PlanBuilder {
  /// The index of topics, and the page of each.
  mutating func addTopics(_ all: SeriesValues) {
    let (values, series) = (values, all.series)
    let newest = series.issues.last?.issue.date.description
    addPage(all.addresses.prefix + "topics/", "topics.html", all, date: newest) {
      ["letters": TopicIndexLines(all).letters]
    }
    let relations = TopicRelations(series)
    for (index, topic) in series.topics.enumerated() {
      let date = topic.entries.last.map { series.issues[$0.issue].issue.date.description }
      add(
        all.addresses.prefix + "topics/\(topic.slug)/", .index, "topic.html", from: "the topic “\(topic.name)”",
        date: date
      ) { _ in
        let record = Value(
          Shapes.topic, Value(topic.name), Value(all.addresses.topic(topic)),
          Value(all.addresses.topic(topic) + "feed.xml"), relations.broader(index).map { all.topics[$0] } ?? .none,
          .list(relations.narrower(index).map { all.topics[$0] }),
          .list(relations.related(index).map { all.topics[$0] }),
          .list((topic.authority?.also ?? []).map { Value($0) }),
          .list(topic.entries.reversed().map { entry(of: $0, all) }))
        return values.context(series.language, url: all.addresses.topic(topic), ["topic": record])
      }
      add(values.feed(all, ofTopic: index))
    }
  }
}

private func entry(of entry: Topic.Entry, _ all: SeriesValues) -> Value {
  let url = all.issueURLs[entry.issue]
  return Value(
    Shapes.entry, all.issues[entry.issue],
    entry.section.map { section in .text((url.bytes ?? []) + Bytes("#\(section)".utf8)) } ?? url)
}

/// What topics are to each other, by their places in the series; topics without entries are left out.
private struct TopicRelations: Sendable {
  private let places: [String: Int]
  private let topics: LazyList<Topic>
  private let children: [Int: [Int]]

  init(_ series: Series) {
    topics = series.topics
    let places = Dictionary(
      series.topics.indices.map { (series.topics[$0].authority?.name ?? series.topics[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    self.places = places
    children = Dictionary(
      grouping: series.topics.indices.filter { series.topics[$0].authority?.broader.map { places[$0] != nil } ?? false }
    ) { index in series.topics[index].authority?.broader.flatMap { places[$0] } ?? -1 }
  }

  func broader(_ index: Int) -> Int? { topics[index].authority?.broader.flatMap { places[$0] } }

  func narrower(_ index: Int) -> [Int] { children[index] ?? [] }

  func related(_ index: Int) -> [Int] { (topics[index].authority?.related ?? []).compactMap { places[$0] } }
}

/// The index of topics: names with their entries, and other words that say “see”.
private struct TopicIndexLines {
  private let all: SeriesValues

  init(_ all: SeriesValues) { self.all = all }

  var letters: Value {
    let collation = Collation(language: all.series.language)
    var lines: [(name: String, letter: String, value: Value)] = []
    for topic in all.series.topics {
      let url = Value(all.addresses.topic(topic))
      lines.append(
        (
          topic.name, topic.letter,
          Value(Shapes.indexLine, Value(topic.name), url, .int(topic.entries.count), .none, .none)
        ))
      for word in topic.authority?.also ?? [] {
        let line = Value(Shapes.indexLine, Value(word), url, .none, .none, Value(topic.name))
        lines.append((word, collation.heading(of: word), line))
      }
    }
    let ranks = collation.ranks(of: lines.map(\.name))
    return LetterIndex.value(
      lines.sorted { (ranks[$0.name] ?? 0) < (ranks[$1.name] ?? 0) }.map { ($0.letter, $0.value) })
  }
}
