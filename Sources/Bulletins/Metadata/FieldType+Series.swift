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
        return entry.value(of: NumberLine.number(text, what: "number"))
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
      guard let addresses = entry.texts() else { return nil }
      for address in addresses where !isAddress(address) {
        entry.report(
          .badAddress, "“\(address)” is no address inside the site",
          at: entry.value.elements?.first { $0.text == address },
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
  mutating func date() -> PublicationDate? { date(value.single) }

  /// A part of the value as a day.
  mutating func date(_ part: WrittenValue) -> PublicationDate? {
    if part.isNull || part.elements?.isEmpty == true { return nil }
    guard let text = expect("a date", part.text, at: part), !text.isEmpty else { return nil }
    switch PublicationDate.read(text) {
    case .success(let date): return date
    case .failure(.impossible(let why)):
      report(.impossibleDate, why, at: part, help: "write a day that the calendar has")
      return nil
    case .failure(let problem): return value(of: NumberLine.wrongDate(text, problem), at: part)
    }
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
  static let badAddress = DiagnosticKind(
    "bad-address", .error,
    "An alias must be an absolute path inside the site, such as `/old/page/`, without `..`, and no query.")
}
