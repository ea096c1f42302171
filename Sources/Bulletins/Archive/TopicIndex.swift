import Diagnostics
import Languages
import Text

/// Finds the topics of a series in the run-in headings and metadata of its issues.
struct TopicIndex {
  private let language: String
  private let collation: Collation
  private let rubrics: Rubrics
  /// Whether run-in headings name topics.
  private let readsRunIns: Bool
  private var register: NameRegister<Authorities.TopicEntry>
  /// Where each subject of the register is written about.
  private var entries: [[Topic.Entry]] = []
  /// What each heading that was met names: a name of the table, or nothing.
  private var headings: [String: Int?] = [:]

  /// What is to be said of names.
  var findings: [NameFinding] { register.findings }

  init(language: String, _ data: Language, authorities: Authorities) {
    self.language = language
    register = NameRegister(
      authorities.topics,
      unknown: .init(
        kind: .unknownTopic, file: "topics.yaml",
        help: "add it there as a topic, as another word for one, or as a rubric"))
    readsRunIns = authorities.readsRunIns
    collation = Collation(language: language)
    rubrics = Rubrics(data, and: authorities.rubrics)
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
      for tag in issue.tags { add(register.name(tag, in: issue, at: .topics), nil, of: index, to: &topics) }
      issues[index].topics = topics
    }
    return sorted(&issues)
  }

  /// The topic that a run-in heading names; `nil` for a rubric.
  private mutating func heading(_ text: String, in issue: Issue, at place: NameFinding.Place) -> Int? {
    // `**1.** The first of them …` and `**1989.** The wall …` open a paragraph, and are no subject.
    let isFigure = !text.unicodeScalars.contains { $0.properties.isAlphabetic }
    let subject = Rubrics.withoutPlace(text)
    let name =
      isFigure || rubrics.contain(subject) && !register.isListed(subject)
      ? nil : register.name(subject, in: issue, at: place)
    headings[text] = .some(name)
    return name
  }

  private mutating func add(
    _ name: Int, _ section: String?, of issue: Int, to topics: inout [(topic: Int, section: String?)]
  ) {
    register.use(name)
    let topic = register.subject(of: name)
    if topic >= entries.count { entries += Array(repeating: [], count: topic + 1 - entries.count) }
    // The issues come one after the other.
    if entries[topic].last?.issue == issue { return }
    topics.append((topic, section))
    entries[topic].append(Topic.Entry(issue: issue, section: section))
  }

  private mutating func sorted(_ issues: inout [PlacedIssue.Draft]) -> [Topic] {
    let language = language
    register.addWider(\.broader)
    let names = register.names(folder: "topics") { $0.names[language] ?? $0.name }
    let (order, places) = register.order(by: names, collation.ranks(of: names))
    for index in issues.indices {
      issues[index].topics = issues[index].topics.map { (places[$0.topic], $0.section) }
    }
    return order.map { index in
      Topic(
        name: names[index], slug: register.table.slugs[index], letter: collation.heading(of: names[index]),
        authority: register.entries[index], entries: entries.indices.contains(index) ? entries[index].map(\.self) : [])
    }
  }
}

extension DiagnosticKind {
  static let unknownTopic = DiagnosticKind(
    "unknown-topic", .warning,
    "With a `topics.yaml`, a topic that is not in it may be misspelt. Add it there, as a topic, as another word for one, or as a rubric."
  )
}
