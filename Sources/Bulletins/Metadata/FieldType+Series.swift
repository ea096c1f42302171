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
        guard let text = entry.text() else { return nil }
        if Metadata.normalized(entry.key) == "issue", isOfPrograms(text) { return nil }
        return entry.value(
          of: NumberLine.number(
            MastheadNumbers.withoutSign(text, in: entry.language.languages), what: "number"))
      },
      write: { $1.put($0.description) }, decode: { IssueNumber($0.text()) }, text: { $0.description },
      members: { name, number in
        [
          (name, .optional(number?.description)),
          ("\(name)Range", number.map { .array([.int($0.first), .int($0.last)]) } ?? .null),
        ]
      })
  }

  /// Whether an issue is one of those that programs have, which talk about a mistake: a page of the web, or `nets#12`.
  private static func isOfPrograms(_ text: String) -> Bool {
    if WebAddress.scheme(of: text.utf8.span) != nil { return true }
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].last.map { $0.isASCII && !$0.isWhitespace && $0 != "." } ?? false
      && parts[0].contains(where: \.isLetter) && parts[0].contains { "-/_".contains($0) }
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
  /// The value as a date; `nil` where it is empty, or something else, which is reported.
  mutating func date() -> PublicationDate? {
    // `{created: …, updated: …}` of MkDocs.
    if let members = value.members, let created = value.member("created") {
      laidOpen = members.filter { Metadata.field(spelled: $0.key)?.key == "updated" }
      return date(created)
    }
    return date(value.single)
  }

  /// A part of the value as a date.
  mutating func date(_ part: WrittenValue) -> PublicationDate? {
    if part.isNull || part.elements?.isEmpty == true { return nil }
    // `embargo: false`
    if part.flag == false, key.lowercased().hasPrefix("embargo") { return nil }
    guard let text = expect("a date", part.text, at: part), !text.isEmpty else { return nil }
    let read = NumberLine.date(text, in: language.language, of: language.languages)
    if case .wrong(.impossibleDate, let why, _, _) = read {
      report(.impossibleDate, why, at: part, help: "write a day that the calendar has")
      return nil
    }
    return value(of: read, at: part)
  }

  /// What was read of the value; what is wrong with it is reported.
  mutating func value<Value>(of field: NumberLine.Field<Value>, at part: WrittenValue? = nil) -> Value? {
    if case .wrong(let kind, let message, _, let help) = field { report(kind, message, at: part, help: help) }
    return field.value
  }
}

extension DiagnosticKind {
  static let badLanguage = DiagnosticKind(
    "bad-language", .error, "`lang:` must be a language tag such as `en`, `pl` or `pt-BR`.")
}
