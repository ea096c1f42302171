import Coding
import Diagnostics
import Languages
import Text

// What a masthead's and a series' fields hold.

extension FieldType where Value == IssueNumber {
  /// A number, or the two of a double issue.
  static var number: FieldType {
    FieldType(
      read: { entry in
        let text = entry.value.text
        if text?.isEmpty == true { return nil }
        return entry.value(of: NumberLine.number(text ?? "", what: "number"))
      },
      write: { $1.put($0.description) }, decode: { IssueNumber($0.text()) }, text: { $0.description },
      members: { name, number in
        [
          (name, .optional(number?.description)),
          ("\(name)Range", number.map { .array([.int($0.first), .int($0.last)]) } ?? .null),
        ]
      })
  }
}

extension FieldType where Value == PublicationDate {
  /// A day in any printed form.
  static var date: FieldType {
    FieldType(
      read: { $0.date() }, write: { $0.write(to: &$1) }, decode: { PublicationDate(from: &$0) },
      text: { $0.description }, members: { name, date in [(name, .optional(date?.description))] })
  }
}

extension FieldType where Value == [Contributor] {
  /// Names as a byline prints them.
  static var authors: FieldType {
    contributors(split: { .success(Byline.read($0)) }) { name, authors in
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
    split: @escaping @Sendable (String) -> Result<[Contributor], EditorList.Problem>,
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

extension FieldType where Value == String {
  /// A BCP 47 tag.
  static var languageTag: FieldType {
    text { entry in
      guard let text = entry.text() else { return nil }
      if let tag = LanguageTag(text) { return tag.description }
      entry.report(.badLanguage, "“\(text)” is no language tag", help: "write a tag such as `en` or `pl`")
      return nil
    }
  }
}

extension WrittenEntry {
  /// The value as a day; `nil` where it is empty, or something else, which is reported.
  mutating func date() -> PublicationDate? {
    guard let text = text() else { return nil }
    switch PublicationDate.read(text) {
    case .success(let date): return date
    case .failure(.impossible(let why)):
      report(.impossibleDate, why, help: "write a day that the calendar has")
      return nil
    case .failure(let problem): return value(of: NumberLine.wrongDate(text, problem))
    }
  }

  /// What was read of the value; what is wrong with it is reported.
  fileprivate mutating func value<Value>(of field: NumberLine.Field<Value>) -> Value? {
    if case .wrong(let kind, let message, _, let help) = field { report(kind, message, help: help) }
    return field.value
  }

  /// The value as people: one text, or a list of texts and of mappings.
  fileprivate mutating func contributors(
    split: (String) -> Result<[Contributor], EditorList.Problem>
  ) -> [Contributor]? {
    guard case .list(let values) = value else {
      guard let text = value.text else { return expect("a list of names", nil) }
      return people(split(text))
    }
    var people: [Contributor] = []
    for value in values {
      if let person = contributor(value, split: split) { people.append(person) }
    }
    return expect("a list of names", people.count == values.count ? people : nil)
  }

  private mutating func contributor(
    _ value: WrittenValue, split: (String) -> Result<[Contributor], EditorList.Problem>
  ) -> Contributor? {
    guard case .mapping(let members) = value else {
      guard let text = value.text, !text.isEmpty else { return nil }
      let read = people(split(text)) ?? []
      return read.count == 1 ? read[0] : Contributor(name: text)
    }
    let fields = Dictionary(members, uniquingKeysWith: { first, _ in first })
    guard let name = fields["name"]?.text, !name.isEmpty else { return nil }
    let roles = fields["roles"]?.texts ?? fields["role"]?.texts ?? []
    return Contributor(name: name, roles: roles, orcid: fields["orcid"]?.text)
  }

  private mutating func people(_ read: Result<[Contributor], EditorList.Problem>) -> [Contributor]? {
    switch read {
    case .success(let people): return people
    case .failure(let problem):
      report(.unbalancedBrackets, problem.message, help: problem.help)
      return nil
    }
  }
}

extension DiagnosticKind {
  static let badLanguage = DiagnosticKind(
    "bad-language", .error, "`lang:` must be a language tag such as `en`, `pl` or `pt-BR`.")
}
