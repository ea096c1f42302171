import Diagnostics
import Languages
import Text

/// Finds the people of a series in its issues.
struct PeopleIndex {
  private let language: String
  private let collation: Collation
  private let words: NameWords
  private let comma: String
  private var register: NameRegister<Authorities.PersonEntry>
  private var lists: ListedNames
  /// What each subject of the register did.
  private var found: [Found] = []

  /// What is to be said of names.
  var findings: [NameFinding] { register.findings + otherIdentifiers }
  /// ORCID iDs that differ from those of the authority file.
  private var otherIdentifiers: [NameFinding] = []

  private struct Found {
    var orcid: ORCID?
    var wrote: [Int] = []
    var edited: [(issue: Int, roles: [String])] = []
  }

  /// - Parameters:
  ///   - comma: What the language prints between names.
  ///   - names: What names in texts of the language may hold.
  init(language: String, comma: String, names: NameWords, authorities: Authorities) {
    words = names
    self.comma = comma
    self.language = language
    collation = Collation(language: language)
    register = NameRegister(
      authorities.people, unknown: .init(kind: .unknownPerson, file: "people.yaml", help: "add the name there"))
    lists = ListedNames(authorities.people, names)
  }

  /// Fills each issue's authors and editors, and gives the people in order.
  mutating func index(_ issues: inout [PlacedIssue.Draft]) -> [Person] {
    // Mastheads stay the same for years, and languages take turns.
    var mastheads: [[Contributor]: (credits: [Credit], names: [Int])] = [:]
    var last: (editors: [Contributor], masthead: (credits: [Credit], names: [Int])) = ([], ([], []))
    for index in issues.indices {
      let issue = issues[index].issue
      issues[index].authors = authors(of: issue.lead, in: issue, index)
      if !issue.others.isEmpty {
        issues[index].otherAuthors = issue.others.map { authors(of: $0, in: issue, index) }
      }
      let editors = issue.editors
      if editors.isEmpty { continue }
      // To compare with the issue before costs less than to look up what all its names add up to.
      if editors != last.editors {
        let masthead = mastheads[editors] ?? credits(editors, in: issue, at: .editors)
        mastheads[editors] = masthead
        last = (editors, masthead)
      }
      let masthead = last.masthead
      for name in masthead.names { register.use(name) }
      for editor in masthead.credits { found[editor.person].edited.append((index, editor.roles)) }
      issues[index].editors = masthead.credits
    }
    return sorted(&issues)
  }

  /// The authors of an article.
  private mutating func authors(of article: Article, in issue: Issue, _ index: Int) -> [Credit] {
    var (authors, names) = credits(article.authors, in: issue, at: article.id == nil ? .authors : .laterByline)
    for name in names { register.use(name) }
    for author in authors where found[author.person].wrote.last != index { found[author.person].wrote.append(index) }
    // Who alone is named for a text stands for it, whatever they did.
    if !authors.contains(where: \.isAuthor) {
      for place in authors.indices { authors[place].isAuthor = true }
    }
    return authors
  }

  /// The people of a list, each once and with all roles, and the names under which it has them.
  private mutating func credits(
    _ list: [Contributor], in issue: Issue, at place: NameFinding.Place
  ) -> (credits: [Credit], names: [Int]) {
    var credits: [Credit] = []
    var names: [Int] = []
    let people = lists.people(list)
    for (index, contributor) in people.enumerated() {
      let isSaid = doubts(index, of: people, in: issue, at: place)
      let name = register.name(contributor.name, or: contributor.titled, in: issue, at: place, isSaid: isSaid)
      let person = register.subject(of: name)
      if person == found.count { found.append(Found(orcid: register.entries[person]?.orcid)) }
      if found[person].orcid == nil { found[person].orcid = contributor.orcid }
      if let orcid = contributor.orcid, let listed = register.entries[person]?.orcid, orcid != listed {
        otherIdentifiers.append(.otherORCID(orcid, of: contributor.name, listed: listed, in: issue, at: place))
      }
      let isAuthor = contributor.roles.isEmpty || !words.areCredits(contributor.roles)
      if let first = credits.firstIndex(where: { $0.person == person }) {
        credits[first].isAuthor = credits[first].isAuthor || isAuthor
        credits[first].roles += contributor.roles.filter { !credits[first].roles.contains($0) }
      } else {
        credits.append(
          Credit(person: person, roles: contributor.roles, titled: contributor.titled, isAuthor: isAuthor))
        names.append(name)
      }
    }
    return (credits, names)
  }

  /// Says what is doubtful about a name of a list; `false` where nothing is.
  private mutating func doubts(
    _ index: Int, of people: [Contributor], in issue: Issue, at place: NameFinding.Place
  ) -> Bool {
    if isGiven(index, of: people) {
      register.findFamilyName(people[index - 1].name, before: people[index].name, in: issue, at: place)
      return true
    }
    if index + 1 < people.count, isGiven(index + 1, of: people) { return true }
    return register.findDoubt(about: index, of: people, words, in: issue, at: place)
  }

  /// Whether a name of a list is probably the given name of the one before it.
  private func isGiven(_ index: Int, of people: [Contributor]) -> Bool {
    index > 0 && (people[index].joint == .familyComma || NameDoubt.isTurned(index, of: people, words))
  }

  private mutating func sorted(_ issues: inout [PlacedIssue.Draft]) -> [Person] {
    let entries = register.entries
    let language = language
    let names = register.names(folder: "people") { $0.names[language] ?? $0.name }
    let sortNames = names.indices.map {
      PersonName.sortName(names[$0], family: entries[$0]?.family, words, comma: comma)
    }
    let (order, places) = register.order(by: sortNames, collation.ranks(of: sortNames))
    // Issues with one masthead have one list, before and after.
    var mastheads: [[Credit]: [Credit]] = [:]
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
      let editors = issues[index].editors
      if editors.isEmpty { continue }
      if let known = mastheads[editors] {
        issues[index].editors = known
        continue
      }
      for editor in editors.indices {
        issues[index].editors[editor].person = places[editors[editor].person]
      }
      mastheads[editors] = issues[index].editors
    }
    return order.map { index in
      let person = found[index]
      return Person(
        name: names[index], sortName: sortNames[index], slug: register.table.slugs[index],
        letter: collation.heading(of: sortNames[index]), authority: entries[index], orcid: person.orcid,
        // Copied, since a list that grew has room for as many again.
        wrote: person.wrote.map(\.self), edited: person.edited.map(\.self))
    }
  }
}

extension DiagnosticKind {
  static let unknownPerson = DiagnosticKind(
    "unknown-person", .warning,
    "With a `people.yaml`, a name that is not in it may be misspelt. Add it there, as a person or as another spelling.")
}
