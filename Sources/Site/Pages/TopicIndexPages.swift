import Bulletins
import Languages
import Templating

/// The index of topics of each language: names with their entries, and other words that say “see”.
enum TopicIndexPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "topics.html",
    [
      .init("letters", .records(of: LetterRecord.self), "The index of topics by letters.") {
        $0.map { LetterRecord.list(of: lines(of: $0)) } ?? .list([])
      }
    ])

  static func addPages(to plan: inout PlanBuilder) { plan.addForEachLanguage(template, at: "topics/") }

  private static func lines(of series: SeriesValues) -> [(letter: String, line: IndexLine)] {
    let collation = Collation(language: series.addresses.language)
    var lines: [(letter: String, line: IndexLine)] = []
    for topic in series.topics {
      let url = Value(series.addresses.topic(topic))
      lines.append((topic.letter, IndexLine(name: topic.name, url: url, wrote: topic.entries.count)))
      for word in topic.authority?.also ?? [] {
        lines.append((collation.heading(of: word), IndexLine(name: word, url: url, see: topic.name)))
      }
    }
    let ranks = collation.ranks(of: lines.map(\.line.name))
    return lines.sorted { (ranks[$0.line.name] ?? 0) < (ranks[$1.line.name] ?? 0) }
  }
}
