import Diagnostics
import Languages
import Text

/// Finds the people of a series in its issues.
struct PeopleIndex {
  private let collation: Collation
  private let names: NameWords
  private let authorities: Authorities
  private(set) var diagnostics: [Diagnostic] = []
  private var found: [Found] = []
  private var byName: [String: Int] = [:]
  private var slugs = SlugTable()

  private struct Found {
    let name: String
    let slug: Slug
    let authority: Authorities.PersonEntry?
    var orcid: String?
    var wrote: [Int] = []
    var edited: [(issue: Int, roles: [String])] = []
  }

  init(language: String, names: NameWords, authorities: Authorities) {
    self.names = names
    collation = Collation(language: language)
    self.authorities = authorities
  }

  /// Fills each issue's authors and editors, and gives the people in order.
  mutating func index(_ issues: inout [PlacedIssue.Draft]) -> [Person] {
    var masthead: (editors: [Contributor], people: [(person: Int, roles: [String])]) = ([], [])
    for index in issues.indices {
      let issue = issues[index].issue
      var authors: [Int] = []
      for author in issue.lead.authors {
        let person = person(author, in: issue)
        if authors.contains(person) { continue }
        authors.append(person)
        found[person].wrote.append(index)
      }
      // Mastheads stay the same for years.
      if masthead.editors != issue.editors { masthead = (issue.editors, people(issue.editors, in: issue)) }
      for (person, roles) in masthead.people { found[person].edited.append((index, roles)) }
      issues[index].authors = authors
      issues[index].editors = masthead.people
    }
    return sorted(&issues)
  }

  /// The people of a masthead, each once and with all roles.
  private mutating func people(
    _ editors: [Contributor], in issue: Issue
  ) -> [(person: Int, roles: [String])] {
    var people: [(person: Int, roles: [String])] = []
    for editor in editors {
      let person = person(editor, in: issue)
      if let first = people.firstIndex(where: { $0.person == person }) {
        people[first].roles += editor.roles.filter { !people[first].roles.contains($0) }
      } else {
        people.append((person, editor.roles))
      }
    }
    return people
  }

  private mutating func person(_ contributor: Contributor, in issue: Issue) -> Int {
    if let known = byName[contributor.name] {
      if found[known].orcid == nil { found[known].orcid = contributor.orcid }
      return known
    }
    let authority = authorities.people?[contributor.name]
    if authority == nil { warnIfUnknown(contributor.name, in: issue) }
    let name = authority?.name ?? contributor.name
    let person = byName[name] ?? enter(name, authority, contributor, in: issue)
    byName[contributor.name] = person
    return person
  }

  private mutating func enter(
    _ name: String, _ authority: Authorities.PersonEntry?, _ contributor: Contributor, in issue: Issue
  ) -> Int {
    let (slug, owner) = slugs.slug(for: name, else: "person")
    if let owner {
      diagnostics.append(
        Diagnostic(
          .sameSlug, "“\(name)” and “\(owner)” have one address; “\(name)” gets /people/\(slug)/", at: issue.location,
          help: "if they are one person, list both spellings in people.yaml"))
    }
    found.append(Found(name: name, slug: slug, authority: authority, orcid: authority?.orcid ?? contributor.orcid))
    byName[name] = found.count - 1
    return found.count - 1
  }

  private mutating func warnIfUnknown(_ name: String, in issue: Issue) {
    guard let people = authorities.people else { return }
    diagnostics.append(
      Diagnostic(
        .unknownPerson, "“\(name)” is not in people.yaml", at: issue.location,
        help: people.keys.nearest(to: name).map { "did you mean “\($0)”?" } ?? "add the name there"))
  }

  private func sorted(_ issues: inout [PlacedIssue.Draft]) -> [Person] {
    let sortNames = found.map { PersonName.sortName($0.name, family: $0.authority?.family, names) }
    let ranks = collation.ranks(of: sortNames)
    let order = found.indices.sorted { (ranks[sortNames[$0]] ?? 0, $0) < (ranks[sortNames[$1]] ?? 0, $1) }
    var places = [Int](repeating: 0, count: found.count)
    for (place, person) in order.enumerated() { places[person] = place }
    let sorted = order.map { index in
      let person = found[index]
      return Person(
        name: person.name, sortName: sortNames[index], slug: person.slug,
        letter: collation.heading(of: sortNames[index]), authority: person.authority, orcid: person.orcid,
        wrote: person.wrote, edited: person.edited)
    }
    for index in issues.indices {
      issues[index].authors = issues[index].authors.map { places[$0] }
      issues[index].editors = issues[index].editors.map { (places[$0.person], $0.roles) }
    }
    return sorted
  }
}

/// How a name is put in order.
enum PersonName {
  /// The family name first: “Dębski, Sławomir”; suffixes stay at the end.
  static func sortName(_ name: String, family: String?, _ words: NameWords) -> String {
    if let family, name.hasSuffix(family), name != family {
      return "\(family), \(String(name.dropLast(family.count)).trimmed)"
    }
    var parts = name.split(separator: " ").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    var suffixes: [String] = []
    while parts.count > 1, let last = parts.last, NameList.isSuffix(last, words) || last.hasPrefix("(") {
      suffixes.insert(parts.removeLast(), at: 0)
    }
    guard parts.count > 1, let last = parts.popLast() else { return name }
    return "\(last), \((parts + suffixes).joined(separator: " "))"
  }
}

extension DiagnosticKind {
  static let unknownPerson = DiagnosticKind(
    "unknown-person", .warning,
    "With a `people.yaml`, a name that is not in it may be misspelt. Add it there, as a person or as another spelling.")
}
