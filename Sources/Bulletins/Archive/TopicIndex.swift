import Diagnostics
import Languages
import Text

/// Finds the topics of a series in the run-in headings and metadata of its issues.
struct TopicIndex {
  private let language: String
  private let collation: Collation
  private let authority: AuthorityTable<Authorities.TopicEntry>?
  private let rubrics: Rubrics
  /// Whether run-in headings name topics.
  private let readsRunIns: Bool
  private(set) var findings: [NameFinding] = []
  private var found: [Found] = []
  private var table = NameTable()
  /// What each heading that was met names: a name of the table, or nothing.
  private var headings: [String: Int?] = [:]
  private var nearest: NearestWords?

  private struct Found {
    let authority: Authorities.TopicEntry?
    var entries: [Topic.Entry] = []
  }

  init(language: String, rubrics: [String], authorities: Authorities) {
    self.language = language
    authority = authorities.topics
    readsRunIns = authorities.readsRunIns
    collation = Collation(language: language)
    self.rubrics = Rubrics(rubrics + authorities.rubrics)
  }

  /// Fills each issue's topics, and gives the topics in order.
  mutating func index(_ issues: inout [PlacedIssue.Draft]) -> [Topic] {
    for index in issues.indices {
      let issue = issues[index].issue
      var topics: [(topic: Int, section: String?)] = []
      var place = 0
      for article in issue.articles {
        for section in article.text.sections {
          place += 1
          guard section.isRunIn, readsRunIns,
            let name = headings[section.text] ?? heading(section.text, in: issue, at: .section(place - 1))
          else { continue }
          add(name, section.id, of: index, to: &topics)
        }
      }
      for tag in issue.tags { add(name(tag, in: issue, at: .topics), nil, of: index, to: &topics) }
      issues[index].topics = topics
    }
    return sorted(&issues)
  }

  /// The topic that a run-in heading names; `nil` for a rubric.
  private mutating func heading(_ text: String, in issue: Issue, at place: NameFinding.Place) -> Int? {
    let name = rubrics.contain(text) ? nil : name(text, in: issue, at: place)
    headings[text] = .some(name)
    return name
  }

  private mutating func add(
    _ name: Int, _ section: String?, of issue: Int, to topics: inout [(topic: Int, section: String?)]
  ) {
    table.use(name)
    let topic = table.names[name].subject
    if topics.contains(where: { $0.topic == topic }) { return }
    topics.append((topic, section))
    found[topic].entries.append(Topic.Entry(issue: issue, section: section))
  }

  /// The index of a name in the table.
  private mutating func name(_ written: String, in issue: Issue, at place: NameFinding.Place) -> Int {
    if let known = table[written] { return known }
    let listed = authority?.entry(spelled: written)
    // One topic has one address in all languages.
    let owner = listed ?? authority?.owner(of: Slug(naming: written))
    let name = table.add(written, entry: owner, isListed: listed != nil, in: issue, at: place)
    if table.slugs.count > found.count { found.append(Found(authority: owner)) }
    if listed == nil, let authority { findUnknown(written, like: owner?.name, authority, in: issue, at: place) }
    return name
  }

  private mutating func findUnknown(
    _ name: String, like owner: String?, _ authority: AuthorityTable<Authorities.TopicEntry>, in issue: Issue,
    at place: NameFinding.Place
  ) {
    let words = nearest ?? NearestWords(authority.spellings)
    nearest = words
    let suggestion = owner ?? words.nearest(to: name)
    findings.append(
      NameFinding(
        kind: .unknownTopic, message: "“\(name)” is not in topics.yaml",
        help: suggestion.map { "did you mean “\($0)”?" }
          ?? "add it there as a topic, as another word for one, or as a rubric",
        name: name, issue: issue, place: place))
  }

  private mutating func sorted(_ issues: inout [PlacedIssue.Draft]) -> [Topic] {
    let usual = table.usual
    if authority == nil { findings += table.likeNames(usual, folder: "topics", file: "topics.yaml") }
    let names = found.indices.map { index in
      found[index].authority.map { $0.names[language] ?? $0.name } ?? usual[index]?.text ?? ""
    }
    let ranks = collation.ranks(of: names)
    let order = found.indices.sorted {
      (ranks[names[$0]] ?? 0, table.slugs[$0]) < (ranks[names[$1]] ?? 0, table.slugs[$1])
    }
    var places = [Int](repeating: 0, count: found.count)
    for (place, topic) in order.enumerated() { places[topic] = place }
    for index in issues.indices {
      issues[index].topics = issues[index].topics.map { (places[$0.topic], $0.section) }
    }
    return order.map { index in
      Topic(
        name: names[index], slug: table.slugs[index], letter: collation.heading(of: names[index]),
        authority: found[index].authority, entries: found[index].entries)
    }
  }
}

/// Run-in headings that recur and are no subject.
struct Rubrics {
  private let words: Set<Spelling>

  init(_ names: [String]) { words = Set(names.map(Spelling.init)) }

  /// Whether a heading is a rubric, whatever its capitals and hyphens are.
  func contain(_ heading: String) -> Bool { words.contains(Spelling(heading)) }
}

extension DiagnosticKind {
  static let unknownTopic = DiagnosticKind(
    "unknown-topic", .warning,
    "With a `topics.yaml`, a topic that is not in it may be misspelt. Add it there, as a topic, as another word for one, or as a rubric."
  )
}
