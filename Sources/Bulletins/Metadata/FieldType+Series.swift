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
        let number = MastheadNumbers.withoutSign(text ?? "", in: entry.language.languages)
        return entry.value(of: NumberLine.number(number, what: "number"))
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
  /// A date in any printed form.
  static var date: FieldType {
    FieldType(
      read: { $0.date() }, write: { $0.write(to: &$1) }, decode: { PublicationDate(from: &$0) },
      text: { $0.description }, members: { name, date in [(name, .optional(date?.description))] })
  }
}

extension FieldType where Value == Int {
  /// A year.
  static var year: FieldType {
    FieldType(
      read: { entry in
        guard let text = entry.text() else { return nil }
        if text.utf8.count == 4, let year = Int(text), year > 0 { return year }
        return entry.expect("a year", nil)
      },
      write: { $1.put($0) }, decode: { $0.int() }, text: { String($0) },
      members: { name, year in [(name, year.map { .int($0) } ?? .null)] })
  }
}

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

extension FieldType where Value == [String] {
  /// Addresses inside the site.
  static var addresses: FieldType {
    texts { entry in
      guard let addresses = entry.expect("a list of addresses", entry.value.texts) else { return nil }
      for address in addresses where !isAddress(address) {
        entry.report(
          .badAddress, "“\(address)” is no address inside the site",
          help: "write an absolute path that ends in a slash: `/old/page/`")
      }
      return addresses.filter(isAddress)
    }
  }

  /// Whether a text is an absolute path that can become a file: no empty, hidden or climbing part in it.
  private static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("/"), text.utf8.count > 1, text.utf8.count < 500 else { return false }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let named = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    return named.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".")
        && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?#%\\\"<>".utf8.contains($0) }
    }
  }
}

extension WrittenEntry {
  /// The value as a day; `nil` where it is empty, or something else, which is reported.
  mutating func date() -> PublicationDate? {
    guard let text = text() else { return nil }
    let read = NumberLine.date(text, in: language.language, of: language.languages)
    if case .wrong(.impossibleDate, let why, _, _) = read {
      report(.impossibleDate, why, help: "write a day that the calendar has")
      return nil
    }
    return value(of: read)
  }

  /// What was read of the value; what is wrong with it is reported.
  fileprivate mutating func value<Value>(of field: NumberLine.Field<Value>) -> Value? {
    if case .wrong(let kind, let message, _, let help) = field { report(kind, message, help: help) }
    return field.value
  }

  /// The value as people: one text, or a list of texts and of mappings.
  fileprivate mutating func contributors(
    split: (String, NameWords) -> Result<[Contributor], EditorList.Problem>
  ) -> [Contributor]? {
    guard case .list(let values) = value else {
      guard let text = value.text else { return expect("a list of names", nil) }
      return people(split(text, language.names))
    }
    var people: [Contributor] = []
    for value in values {
      if let person = contributor(value, split: split) { people.append(person) }
    }
    return expect("a list of names", people.count == values.count ? people : nil)
  }

  private mutating func contributor(
    _ value: WrittenValue, split: (String, NameWords) -> Result<[Contributor], EditorList.Problem>
  ) -> Contributor? {
    guard case .mapping(let members) = value else {
      guard let text = value.text, !text.isEmpty else { return nil }
      let read = people(split(text, language.names)) ?? []
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
  static let badAddress = DiagnosticKind(
    "bad-address", .error,
    "An alias must be an absolute path inside the site, such as `/old/page/`, without `..`, and no query.")
}
