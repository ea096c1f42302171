import Languages
import Text

/// Lists of names, read once more by somebody who knows `people.yaml`: what was taken apart at an “and” or a comma may be
/// one office, and what seems to be one name may be two people without a comma between them.
struct ListedNames {
  private let people: AuthorityTable<Authorities.PersonEntry>?
  /// What was found out about names that the file lacks.
  private var known: [Contributor: [Contributor]] = [:]

  private let words: NameWords

  init(_ people: AuthorityTable<Authorities.PersonEntry>?, _ words: NameWords) {
    self.people = people
    self.words = words
  }

  /// The people of a list.
  mutating func people(_ list: [Contributor]) -> [Contributor] {
    guard let people, !list.allSatisfy({ people[$0.name] != nil && !$0.affiliationMayBeAuthor }) else { return list }
    let list = withListedGroups(list, people)
    var result: [Contributor] = []
    var index = 0
    while index < list.count {
      if let (whole, count) = joined(list[index...], people) {
        result.append(whole)
        index += count
      } else if let whole = turned(list[index...], people) {
        result.append(whole)
        index += 2
      } else {
        result += separated(list[index], people)
        index += 1
      }
    }
    return result
  }

  /// A list in which what stands behind somebody's name is no affiliation, but a group of its own, where it is listed.
  private func withListedGroups(
    _ list: [Contributor], _ people: AuthorityTable<Authorities.PersonEntry>
  ) -> [Contributor] {
    guard list.contains(where: \.affiliationMayBeAuthor) else { return list }
    var result: [Contributor] = []
    for (index, person) in list.enumerated() {
      result.append(person)
      guard person.affiliationMayBeAuthor, let house = person.roles.last else { continue }
      let group = Contributor(name: house)
      guard people.entry(spelled: house) != nil || joined([group] + list[(index + 1)...], people) != nil else {
        continue
      }
      result[result.count - 1].roles.removeLast()
      result.append(group)
    }
    return result
  }

  /// The longest listed name that a list begins with, of more than one of its names.
  private func joined(
    _ list: ArraySlice<Contributor>, _ people: AuthorityTable<Authorities.PersonEntry>
  ) -> (Contributor, count: Int)? {
    var text = ""
    var longest: (Contributor, count: Int)?
    for (count, next) in list.prefix(ListedNames.mostJoined).enumerated() {
      if count > 0 {
        switch next.joint {
        case .word(let word): text += " \(word) "
        case .space: text += " "
        case nil, .familyComma: text += ", "
        }
      }
      text += next.name
      if count > 0, people.entry(spelled: text) != nil {
        var whole = Contributor(name: text, roles: next.roles)
        whole.joint = list.first?.joint
        longest = (whole, count + 1)
      }
      // What stands in brackets ends a name.
      if !next.roles.isEmpty { break }
    }
    return longest
  }

  /// The listed person whose family name a list begins with, before a comma and the given name.
  private func turned(
    _ list: ArraySlice<Contributor>, _ people: AuthorityTable<Authorities.PersonEntry>
  ) -> Contributor? {
    guard let family = list.first, let given = list.dropFirst().first, given.joint == .familyComma else { return nil }
    let name = given.name + " " + family.name
    guard people.entry(spelled: name) != nil else { return nil }
    var whole = Contributor(name: name, roles: given.roles, orcid: given.orcid)
    whole.joint = family.joint
    return whole
  }

  /// A name as several that are listed, where it is no listed one itself.
  private mutating func separated(
    _ person: Contributor, _ people: AuthorityTable<Authorities.PersonEntry>
  ) -> [Contributor] {
    if people.entry(spelled: person.printed) != nil || people.entry(spelled: person.name) != nil { return [person] }
    if let found = known[person] { return found }
    let words = person.name.split(separator: " ").map(String.init)
    let names = words.count <= ListedNames.mostWords ? split(words[...], people) : nil
    var found = names?.map { Contributor(name: $0) } ?? [person]
    if found.count > 1 {
      // The bracket stands behind the last.
      found[found.count - 1].roles = person.roles
      found[found.count - 1].orcid = person.orcid
    }
    known[person] = found
    return found
  }

  /// More pieces and words than the name of an office has.
  private static let mostJoined = 6
  private static let mostWords = 24

  /// Words as listed names one behind the other, with no more than an “and” between; `nil` where they are not.
  private func split(
    _ words: ArraySlice<String>, _ people: AuthorityTable<Authorities.PersonEntry>
  ) -> [String]? {
    if words.isEmpty { return [] }
    for end in words.indices.dropFirst().reversed() {
      let name = words[..<end].joined(separator: " ")
      guard people.entry(spelled: name) != nil else { continue }
      let rest = self.words.conjunctions.contains(words[end]) ? words[(end + 1)...] : words[end...]
      if let others = split(rest, people) { return [name] + others }
    }
    return people.entry(spelled: words.joined(separator: " ")) != nil ? [words.joined(separator: " ")] : nil
  }
}
