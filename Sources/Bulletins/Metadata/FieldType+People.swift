import Coding
import Diagnostics
import Languages
import Text

extension FieldType where Value == [Contributor] {
  /// Names as a byline prints them.
  static var authors: FieldType {
    contributors(split: { .success(Byline.read($0, $1)) }) { name, authors in
      [(name, .strings((authors ?? []).map(\.name)))]
    }
  }

  /// Names with roles behind them, as a masthead prints its editors.
  static var editors: FieldType {
    contributors(split: EditorList.read) { name, editors in
      [
        (
          name,
          .array((editors ?? []).map { .object([("name", .string($0.name)), ("roles", .strings($0.roles))]) })
        )
      ]
    }
  }

  private static func contributors(
    split: @escaping @Sendable (String, NameWords) -> Result<[Contributor], EditorList.Problem>,
    members: @escaping @Sendable (String, [Contributor]?) -> [(String, JSON)]
  ) -> FieldType {
    FieldType(
      read: { $0.contributors(split: split) }, write: { $1.put($0) { $0.write(to: &$1) } },
      decode: { $0.list { Contributor(from: &$0) } },
      text: { people in
        people.map { $0.name + ($0.roles.isEmpty ? "" : " (\($0.roles.joined(separator: "; ")))") }
          .joined(separator: ", ")
      },
      members: members)
  }
}

extension WrittenEntry {
  /// The value as people: one text, one mapping, or a list of both.
  fileprivate mutating func contributors(
    split: (String, NameWords) -> Result<[Contributor], EditorList.Problem>
  ) -> [Contributor]? {
    if value.members != nil { return contributor(value, split: split).map { [$0] } }
    guard let elements = value.elements else {
      guard let text = expect("a list of names", value.lines), !isTooLong(text, at: value) else { return nil }
      return people(split(AuthorMarkup.plain(text), language.names), at: value)
    }
    return elements.flatMap { contributors(in: $0, split: split) }
  }

  /// Who an element of a list names: one person, as a rule.
  private mutating func contributors(
    in element: WrittenValue, split: (String, NameWords) -> Result<[Contributor], EditorList.Problem>
  ) -> [Contributor] {
    if element.members != nil { return [contributor(element, split: split)].compactMap { $0 } }
    // `[[Nora Quist]]` without quotation marks.
    if let inner = element.elements, inner.count == 1 { return contributors(in: inner[0], split: split) }
    guard let written = expect("a list of names", element.text, at: element), !written.isEmpty,
      !isTooLong(written, at: element)
    else { return [] }
    let text = AuthorMarkup.plain(written)
    if let turned = NameList.givenNameFirst(text[...], language.names) { return [Contributor(name: turned)] }
    let read = people(split(text, language.names), at: element) ?? []
    let areSeveral = read.count > 1 && read.allSatisfy { NameShape.isWholeName($0.name, language.names) }
    return read.count == 1 || areSeveral ? read : [Contributor(name: text)]
  }

  /// Whether a text is longer than the list of anybody's names, which is said.
  private mutating func isTooLong(_ text: String, at part: WrittenValue) -> Bool {
    guard text.utf8.count > NameList.most else { return false }
    report(.wrongValue, "this is longer than any list of names", at: part, help: "write the names, and nothing else")
    return true
  }

  private mutating func people(
    _ read: Result<[Contributor], EditorList.Problem>, at part: WrittenValue
  ) -> [Contributor]? {
    switch read {
    case .success(let people): return people
    case .failure(let problem):
      report(.unbalancedBrackets, problem.message, at: part, help: problem.help)
      return nil
    }
  }

  /// Somebody as a mapping: a name, and what belongs to it.
  private mutating func contributor(
    _ person: WrittenValue, split: (String, NameWords) -> Result<[Contributor], EditorList.Problem>
  ) -> Contributor? {
    for member in person.members ?? [] { reportMisspelling(member) }
    guard let name = name(of: person) else {
      report(.wrongValue, "this person has no name", at: person, help: "add `name:` to the mapping")
      return nil
    }
    let roles = ((person.member("roles") ?? person.member("role"))?.texts ?? []) + affiliation(of: person)
    let orcid = person.member("orcid").flatMap { self.orcid($0) }
    let read = people(split(AuthorMarkup.plain(name), language.names), at: person) ?? []
    guard read.count == 1, var somebody = read.first else { return Contributor(name: name, roles: roles, orcid: orcid) }
    (somebody.roles, somebody.orcid) = (roles + somebody.roles, orcid ?? somebody.orcid)
    return somebody
  }

  /// Where a person works: texts, or mappings with a name.
  private func affiliation(of person: WrittenValue) -> [String] {
    let houses = person.member("affiliation") ?? person.member("affiliations")
    return (houses?.elements ?? houses.map { [$0] } ?? []).compactMap { ($0.member("name") ?? $0).text?.plain }
      .filter { !$0.isEmpty }
  }

  /// How the given name and that of the family are called, in the order of a name.
  private static let partsOfNames = [
    ["given", "first", "firstname", "first_name", "given_name", "given_names", "forename"],
    ["particle", "name_particle", "dropping_particle", "non_dropping_particle"],
    ["family", "last", "lastname", "last_name", "family_name", "family_names", "surname"], ["suffix", "name_suffix"],
  ]

  /// A name, whole or in two parts, as reference managers keep it.
  private func name(of person: WrittenValue) -> String? {
    let whole = ["name", "literal", "full_name", "fullname", "display_name", "author"]
    let name = whole.lazy.compactMap { person.member($0) }.first ?? person
    let text =
      name.text
      ?? WrittenEntry.partsOfNames.compactMap { keys in
        name.members?.first { keys.contains(Metadata.normalized($0.key)) }?.value.text
      }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  private mutating func orcid(_ value: WrittenValue) -> ORCID? {
    guard let text = expect("a text", value.text, at: value), !text.isEmpty else { return nil }
    switch ORCID.read(text) {
    case .success(let orcid): return orcid
    case .failure(let problem):
      report(problem.finding(about: text, kind: ORCID.kind, at: source.location(value.range)))
      return nil
    }
  }

  private mutating func reportMisspelling(_ member: WrittenValue.Member) {
    let known =
      WrittenEntry.partsOfNames.joined() + [
        "name", "roles", "role", "orcid", "email", "url", "affiliation", "affiliations", "alias", "website",
      ]
    let key = Metadata.normalized(member.key)
    guard !known.contains(key), key.utf8.count > 3,
      let nearest = known.nearest(to: key) ?? known.first(where: { $0.utf8.sorted() == key.utf8.sorted() })
    else { return }
    report(.misspelling(member.key, of: nearest, at: member.keyRange, in: source))
  }
}
