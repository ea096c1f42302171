import Bulletins
import Languages
import Templating

/// The index of topics of each language: names with their entries, and other words that say “see”.
enum TopicIndexPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<LetterIndexPage>("topics.html", LetterIndexPage.variables)

  static func addPages(to plan: inout PlanBuilder) {
    plan.addIndex(template, at: "topics/", section: .topics, length: length, lines: lines)
  }

  private static func length(of series: SeriesValues) -> Int {
    series.topics.reduce(0) { $0 + 1 + ($1.authority?.also.count ?? 0) }
  }

  private static func lines(of series: SeriesValues) -> [LetterIndex.Line] {
    var lines: [LetterIndex.Line] = series.topics.enumerated().map { index, topic in
      (topic.letter, IndexLine(name: topic.name, url: series.topicURLs[index], wrote: topic.entries.count))
    }
    let collation = Collation(language: series.addresses.language)
    let topics = lines.count
    for (index, topic) in series.topics.enumerated() {
      for word in topic.authority?.also ?? [] {
        lines.append(
          (collation.heading(of: word), IndexLine(name: word, url: series.topicURLs[index], see: topic.name)))
      }
    }
    // Topics are in order; only other words have to find their places among them.
    if lines.count == topics { return lines }
    let ranks = collation.ranks(of: lines.map(\.line.name))
    return lines.sorted { (ranks[$0.line.name] ?? 0) < (ranks[$1.line.name] ?? 0) }
  }
}
