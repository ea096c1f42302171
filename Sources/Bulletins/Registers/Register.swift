import Text

/// All people or all topics of an archive, whatever the language: one address is one entry.
public struct Register: Sendable {
  /// What a register lists.
  public enum Subject: Sendable {
    case people, topics
  }

  /// What it lists.
  public let subject: Subject
  /// In the order of the first language that has them.
  public private(set) var entries: [RegisterEntry] = []
  private var places: [Slug: Int] = [:]

  /// Lists an archive.
  public init(_ subject: Subject, of archive: Archive) {
    self.subject = subject
    for series in archive.series {
      switch subject {
      case .people: addPeople(of: series)
      case .topics: addTopics(of: series)
      }
    }
    let similar = SimilarNames(entries, subject)
    for index in entries.indices { entries[index].similar = similar.names(like: index) }
  }

  private mutating func addPeople(of series: Series) {
    let issues = series.issues
    for person in series.people {
      for index in person.wrote {
        note(person.name, person.slug, person.authority != nil, in: issues[index].issue) { $0.written += 1 }
      }
      for (index, _) in person.edited {
        note(person.name, person.slug, person.authority != nil, in: issues[index].issue) { $0.edited += 1 }
      }
    }
    var seen: Set<String> = []
    for placed in issues {
      let names = placed.issue.articles.flatMap(\.authors) + placed.issue.editors
      for name in names where seen.insert(name.name).inserted { addSpelling(name.name) }
    }
  }

  private mutating func addTopics(of series: Series) {
    let issues = series.issues
    for topic in series.topics {
      for entry in topic.entries {
        note(topic.authority?.name ?? topic.name, topic.slug, topic.authority != nil, in: issues[entry.issue].issue) {
          $0.written += 1
        }
      }
    }
    var seen: Set<String> = []
    for placed in issues {
      let names = placed.issue.tags + placed.issue.articles.flatMap { $0.text.runIns.map(\.text) }
      for name in names where seen.insert(name).inserted { addSpelling(name) }
    }
  }

  private mutating func note(
    _ name: String, _ slug: Slug, _ isListed: Bool, in issue: Issue, _ count: (inout RegisterEntry) -> Void
  ) {
    let place = places[slug] ?? entries.count
    if place == entries.count {
      places[slug] = place
      entries.append(RegisterEntry(name, slug, isListed: isListed, in: issue))
    }
    entries[place].note(issue)
    count(&entries[place])
  }

  /// Another form of a name that has the address of an entry.
  private mutating func addSpelling(_ name: String) {
    guard let place = places[Slug(naming: name)], entries[place].name != name,
      Spelling(entries[place].name) != Spelling(name), !entries[place].spellings.contains(name)
    else { return }
    entries[place].spellings.append(name)
    entries[place].spellings.sort()
  }
}
