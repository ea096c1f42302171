import Diagnostics
import Languages

extension NameRegister {
  /// Says that two names may be those of one person, with the family name in front. They stay two: what a person is called
  /// does not depend on what else is printed, and only the authority file could tell.
  mutating func findFamilyName(_ family: String, before given: String, in issue: Issue, at place: NameFinding.Place) {
    if isListed(family) || isListed(given) { return }
    report(
      NameFinding(
        kind: .familyNameInFront, message: "“\(family), \(given)” is read as two people",
        help: "write “\(given) \(family)”, if it is one; if they are two, part them with a semicolon",
        name: family, issue: issue, place: place))
  }

  /// Says that a name which no issue had before is perhaps none; `false` where nothing is doubtful about it.
  mutating func findDoubt(
    about index: Int, of people: [Contributor], _ words: NameWords, in issue: Issue, at place: NameFinding.Place
  ) -> Bool {
    let name = people[index].name
    guard table[name] == nil, !isListed(name), let doubt = NameDoubt(about: index, of: people, words) else {
      return false
    }
    report(
      NameFinding(
        kind: .doubtfulName, message: doubt.message, help: doubt.help, name: name, issue: issue, place: place))
    return true
  }
}

extension DiagnosticKind {
  static let familyNameInFront = DiagnosticKind(
    "family-name-in-front", .warning,
    "A list of authors is a single word, a comma, and a given name: it is read as two people, and is probably one, written as libraries do. Write the given name first, or list the person in `people.yaml`; of several, a semicolon between them shows it, too: `Quist, Nora; Brandt, Ole`."
  )
}
