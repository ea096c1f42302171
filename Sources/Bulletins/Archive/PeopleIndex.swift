import Diagnostics
import Languages
import Text

/// Finds the people of a series in its issues.
struct PeopleIndex {
  private let collation: Collation
  private let words: NameWords
  private let people: AuthorityTable<Authorities.PersonEntry>?
  private(set) var findings: [NameFinding] = []
  private var found: [Found] = []
  private var table = NameTable()
  private var lists: ListedNames
  private var nearest: NearestWords?

  private struct Found {
    var authority: Authorities.PersonEntry?
    var orcid: ORCID?
    var wrote: [Int] = []
    var edited: [(issue: Int, roles: [String])] = []
  }

  init(language: String, names: NameWords, authorities: Authorities) {
    words = names
    collation = Collation(language: language)
    people = authorities.people
    lists = ListedNames(people, names)
  }

  /// Fills each issue's authors and editors, and gives the people in order.
  mutating func index(_ issues: inout [PlacedIssue.Draft]) -> [Person] {
    var masthead: (editors: [Contributor], credits: [Credit], names: [Int]) = ([], [], [])
    for index in issues.indices {
      let issue = issues[index].issue
      issues[index].authors = authors(of: issue.lead, in: issue, index)
      if !issue.others.isEmpty {
        issues[index].otherAuthors = issue.others.map { authors(of: $0, in: issue, index) }
      }
      // Mastheads stay the same for years.
      if masthead.editors != issue.editors {
        let (credits, names) = credits(issue.editors, in: issue, at: .editors)
        masthead = (issue.editors, credits, names)
      }
      for name in masthead.names { table.use(name) }
      for editor in masthead.credits { found[editor.person].edited.append((index, editor.roles)) }
      issues[index].editors = masthead.credits
    }
    return sorted(&issues)
  }

  /// The authors of an article.
  private mutating func authors(of article: Article, in issue: Issue, _ index: Int) -> [Credit] {
    let (authors, names) = credits(article.authors, in: issue, at: article.id == nil ? .authors : .laterByline)
    for name in names { table.use(name) }
    for author in authors where found[author.person].wrote.last != index { found[author.person].wrote.append(index) }
    return authors
  }

  /// The people of a list, each once and with all roles, and the names under which it has them.
  private mutating func credits(
    _ list: [Contributor], in issue: Issue, at place: NameFinding.Place
  ) -> (credits: [Credit], names: [Int]) {
    var credits: [Credit] = []
    var names: [Int] = []
    for contributor in lists.people(list) {
      let name = name(contributor, in: issue, at: place)
      let person = table.names[name].subject
      if found[person].orcid == nil { found[person].orcid = contributor.orcid }
      if let first = credits.firstIndex(where: { $0.person == person }) {
        credits[first].roles += contributor.roles.filter { !credits[first].roles.contains($0) }
      } else {
        credits.append(Credit(person: person, roles: contributor.roles, titled: contributor.titled))
        names.append(name)
      }
    }
    return (credits, names)
  }

  /// The index of a name in the table.
  private mutating func name(_ contributor: Contributor, in issue: Issue, at place: NameFinding.Place) -> Int {
    if let known = table[contributor.name] { return known }
    let listed = people?.entry(spelled: contributor.name) ?? contributor.titled.flatMap { people?.entry(spelled: $0) }
    let owner = listed ?? people?.owner(of: Slug(naming: contributor.name))
    let name = table.add(contributor.name, entry: owner, isListed: listed != nil, in: issue, at: place)
    if table.slugs.count > found.count { found.append(Found(authority: owner, orcid: owner?.orcid)) }
    if listed == nil, let people { findUnknown(contributor.name, like: owner?.name, people, in: issue, at: place) }
    return name
  }

  private mutating func findUnknown(
    _ name: String, like owner: String?, _ people: AuthorityTable<Authorities.PersonEntry>, in issue: Issue,
    at place: NameFinding.Place
  ) {
    let words = nearest ?? NearestWords(people.spellings)
    nearest = words
    let suggestion = owner ?? words.nearest(to: name)
    findings.append(
      NameFinding(
        kind: .unknownPerson, message: "“\(name)” is not in people.yaml",
        help: suggestion.map { "did you mean “\($0)”?" } ?? "add the name there", name: name, issue: issue,
        place: place))
  }

  private mutating func sorted(_ issues: inout [PlacedIssue.Draft]) -> [Person] {
    let usual = table.usual
    if people == nil { findings += table.likeNames(usual, folder: "people", file: "people.yaml") }
    let names = found.indices.map { found[$0].authority?.name ?? usual[$0]?.text ?? "" }
    let sortNames = found.indices.map { PersonName.sortName(names[$0], family: found[$0].authority?.family, words) }
    let ranks = collation.ranks(of: sortNames)
    let order = found.indices.sorted {
      (ranks[sortNames[$0]] ?? 0, table.slugs[$0]) < (ranks[sortNames[$1]] ?? 0, table.slugs[$1])
    }
    var places = [Int](repeating: 0, count: found.count)
    for (place, person) in order.enumerated() { places[person] = place }
    for index in issues.indices {
      for author in issues[index].authors.indices {
        issues[index].authors[author].person = places[issues[index].authors[author].person]
      }
      for article in issues[index].otherAuthors.indices {
        for author in issues[index].otherAuthors[article].indices {
          issues[index].otherAuthors[article][author].person =
            places[issues[index].otherAuthors[article][author].person]
        }
      }
      for editor in issues[index].editors.indices {
        issues[index].editors[editor].person = places[issues[index].editors[editor].person]
      }
    }
    return order.map { index in
      let person = found[index]
      return Person(
        name: names[index], sortName: sortNames[index], slug: table.slugs[index],
        letter: collation.heading(of: sortNames[index]), authority: person.authority, orcid: person.orcid,
        wrote: person.wrote, edited: person.edited)
    }
  }
}

extension DiagnosticKind {
  static let unknownPerson = DiagnosticKind(
    "unknown-person", .warning,
    "With a `people.yaml`, a name that is not in it may be misspelt. Add it there, as a person or as another spelling.")
}
