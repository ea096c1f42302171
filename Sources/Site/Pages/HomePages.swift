import Bulletins
import Templating

/// The home page of each language: the newest issue, those before it, and the ways to all others.
enum HomePages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "home.html",
    [
      .init("newest", .record(of: IssueLink.self), "The newest issue, or none.") { $0?.issueLinks.last ?? .none },
      .init("contents", .records(of: IssuePart.self), "The headings and articles of the newest issue in order.") {
        $0.map { IssuePart.all(ofNewestIn: $0).records } ?? .list([])
      },
      .init("issues", .records(of: IssueLink.self), "The newest issues after the first.") { series in
        series.map { $0.newestFirst(afterNewest($0)) } ?? .list([])
      },
      .init("topics", .records(of: IndexLine.self), "The topics that have most entries, in the order of their names.") {
        $0.map { mostWritten(in: $0).records } ?? .list([])
      },
      .init("volumes", .records(of: ListedVolume.self), "All volumes, the newest first, without their issues.") {
        $0?.newestVolumes(0) ?? .list([])
      },
    ])

  private static func afterNewest(_ series: SeriesValues) -> Range<Int> {
    let end = max(0, series.issues.count - 1)
    return max(0, end - series.settings.homeItems)..<end
  }

  /// How many topics a home page names.
  private static let mostTopics = 24

  private static func mostWritten(in series: SeriesValues) -> [IndexLine] {
    let topics = series.topics
    let most = topics.indices.map { (topic: $0, count: topics[$0].entries.count) }.filter { $0.count > 0 }
      .sorted { ($1.count, $0.topic) < ($0.count, $1.topic) }.prefix(mostTopics)
    return most.sorted { $0.topic < $1.topic }.map { place, count in
      IndexLine(name: topics[place].name, url: series.topicURLs[place], wrote: count)
    }
  }

  static func addPages(to plan: inout PlanBuilder) { plan.addForEachLanguage(template, at: "", section: .home) }
}

/// A part of an issue, as its list of contents leads to it.
struct IssuePart: RecordSubject {
  let name: String
  let url: String

  /// The headings and articles of the newest issue.
  static func all(ofNewestIn series: SeriesValues) -> [IssuePart] {
    guard let newest = series.issues.last else { return [] }
    let url = series.addresses.issue(newest)
    let articles = newest.issue.others.compactMap { article in article.id.map { (id: $0, text: article.title) } }
    let sections = newest.issue.lead.text.sections.map { (id: $0.id, text: $0.text) }
    return (sections + articles).map { IssuePart(name: $0.text, url: "\(url)#\($0.id)") }
  }

  static let recordType = RecordType<IssuePart>(
    "a part of an issue",
    [
      .init("name", .scalar, "The heading, or the title of the article.") { Value($0.name) },
      .init("url", .scalar, "The address.") { Value($0.url) },
    ])
}
