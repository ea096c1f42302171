import Diagnostics
import Languages
import Text

/// Finds the topics of a series in the run-in headings and metadata of its issues.
struct TopicIndex {
  private let language: String
  private let collation: Collation
  private let authorities: Authorities
  private let rubrics: Rubrics
  private(set) var diagnostics: [Diagnostic] = []
  private var found: [Found] = []
  private var byName: [String: Int] = [:]
  private var slugs = SlugTable()
  /// What each heading that was met names.
  private var headings: [String: Int?] = [:]

  private struct Found {
    let name: String
    let slug: Slug
    let authority: Authorities.TopicEntry?
    var entries: [Topic.Entry] = []
  }

  init(language: String, rubrics: [String], authorities: Authorities) {
    self.language = language
    self.authorities = authorities
    collation = Collation(language: language)
    self.rubrics = Rubrics(rubrics + authorities.rubrics)
  }

  /// Fills each issue's topics, and gives the topics in order.
  mutating func index(_ issues: inout [PlacedIssue.Draft]) -> [Topic] {
    for index in issues.indices {
      let issue = issues[index].issue
      var topics: [(topic: Int, section: String?)] = []
      for section in issue.lead.text.sections where section.isRunIn {
        guard let topic = headings[section.text] ?? heading(section.text, in: issue) else { continue }
        add(topic, section.id, of: index, to: &topics)
      }
      for tag in issue.tags { add(topic(tag, in: issue), nil, of: index, to: &topics) }
      issues[index].topics = topics
    }
    return sorted(&issues)
  }

  /// The topic that a run-in heading names; `nil` for a rubric.
  private mutating func heading(_ text: String, in issue: Issue) -> Int? {
    let topic = rubrics.contain(text) ? nil : topic(text, in: issue)
    headings[text] = .some(topic)
    return topic
  }

  private mutating func add(
    _ topic: Int, _ section: String?, of issue: Int, to topics: inout [(topic: Int, section: String?)]
  ) {
    if topics.contains(where: { $0.topic == topic }) { return }
    topics.append((topic, section))
    found[topic].entries.append(Topic.Entry(issue: issue, section: section))
  }

  private mutating func topic(_ written: String, in issue: Issue) -> Int {
    if let known = byName[written] { return known }
    let authority = authorities.topics?[written]
    if authority == nil, let topics = authorities.topics {
      diagnostics.append(
        Diagnostic(
          .unknownTopic, "“\(written)” is not in topics.yaml", at: issue.location,
          help: topics.keys.nearest(to: written).map { "did you mean “\($0)”?" }
            ?? "add it there as a topic, as another word for one, or as a rubric"))
    }
    let name = authority.map { $0.names[language] ?? $0.name } ?? written
    let topic = byName[name] ?? enter(name, authority, in: issue)
    byName[written] = topic
    return topic
  }

  private mutating func enter(_ name: String, _ authority: Authorities.TopicEntry?, in issue: Issue) -> Int {
    // One topic has one address in all languages.
    let (slug, owner) = slugs.slug(for: authority?.name ?? name, else: "topic")
    if let owner {
      diagnostics.append(
        Diagnostic(
          .sameSlug, "“\(name)” and “\(owner)” have one address; “\(name)” gets /topics/\(slug)/", at: issue.location,
          help: "if they are one topic, say so in topics.yaml"))
    }
    found.append(Found(name: name, slug: slug, authority: authority))
    byName[name] = found.count - 1
    return found.count - 1
  }

  private func sorted(_ issues: inout [PlacedIssue.Draft]) -> [Topic] {
    let ranks = collation.ranks(of: found.map(\.name))
    let order = found.indices.sorted { (ranks[found[$0].name] ?? 0, $0) < (ranks[found[$1].name] ?? 0, $1) }
    var places = [Int](repeating: 0, count: found.count)
    for (place, topic) in order.enumerated() { places[topic] = place }
    let sorted = order.map { index in
      let topic = found[index]
      return Topic(
        name: topic.name, slug: topic.slug, letter: collation.heading(of: topic.name), authority: topic.authority,
        entries: topic.entries)
    }
    for index in issues.indices {
      issues[index].topics = issues[index].topics.map { (places[$0.topic], $0.section) }
    }
    return sorted
  }
}

/// Run-in headings that recur and are no subject.
struct Rubrics {
  private let words: Set<String>

  init(_ names: [String]) { words = Set(names.map { $0.lowercased() }) }

  /// Whether a heading is a rubric, in any case.
  func contain(_ heading: String) -> Bool { words.contains(heading.lowercased()) }
}

extension DiagnosticKind {
  static let unknownTopic = DiagnosticKind(
    "unknown-topic", .warning,
    "With a `topics.yaml`, a topic that is not in it may be misspelt. Add it there, as a topic, as another word for one, or as a rubric."
  )
}
