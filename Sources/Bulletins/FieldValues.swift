import Diagnostics
import Text

/// A value as an author wrote it for a key, in whatever syntax.
indirect enum FieldValue {
  case bool(Bool)
  case text(String)
  case list([FieldValue])
  case mapping([(String, FieldValue)])

  /// The text of a scalar, cleaned.
  var text: String? {
    switch self {
    case .text(let text): text.plain
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  /// One text as several: a list as it is, a text split at commas and semicolons.
  var texts: [String]? {
    if case .list(let values) = self {
      let texts = values.compactMap(\.text)
      return texts.count == values.count ? texts.filter { !$0.isEmpty } : nil
    }
    return text?.split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The value as templates get it.
  var extra: ExtraValue {
    switch self {
    case .bool(let value): .bool(value)
    case .text(let text): .text(text)
    case .list(let values): .list(values.map(\.extra))
    case .mapping(let members):
      .mapping(Dictionary(members.map { ($0.0, $0.1.extra) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}

/// Puts the values of keys into a source's metadata, and says what is wrong with them.
struct FieldValues {
  let source: SourceFile
  private(set) var metadata: Metadata
  private(set) var diagnostics: [Diagnostic] = []

  init(source: SourceFile, origin: Metadata.Origin) {
    self.source = source
    metadata = Metadata(from: origin)
  }

  /// Takes one key and its value.
  mutating func set(_ name: String, _ value: FieldValue, key keyRange: Range<Int>, value range: Range<Int>) {
    let place = source.place(range)
    guard let key = MetadataKey(name) else {
      metadata.extra.append((name, value.extra))
      if let warning = MetadataKey.misspelling(name, at: source.place(keyRange)) { diagnostics.append(warning) }
      return
    }
    switch key {
    case .number: metadata.number = number(name, value, place)
    case .cumulative: metadata.cumulative = number(name, value, place)
    case .date: metadata.date = date(name, value, place)
    case .authors: metadata.authors = contributors(name, value, place, split: Byline.read)
    case .editors:
      metadata.editors = contributors(name, value, place) { text in (try? EditorList.read(text).get()) ?? [] }
    case .topics: metadata.topics = located(name, value.texts, "a list of texts", place)
    case .aliases: metadata.aliases = aliases(name, value, place)
    case .draft: metadata.isDraft = draft(name, value, place)
    case .language: metadata.language = language(name, value, place)
    case .status:
      if let text = text(name, value, place) { metadata.isDraft = text.map { $0.lowercased() == "draft" } }
    case .title: metadata.title = text(name, value, place)
    case .series: metadata.series = text(name, value, place)
    case .publisher: metadata.publisher = text(name, value, place)
    case .abstract: metadata.abstract = text(name, value, place)
    case .category: metadata.category = text(name, value, place)
    case .translationKey: metadata.translationKey = text(name, value, place)
    case .license: metadata.license = text(name, value, place)
    case .slug: metadata.slug = text(name, value, place)
    }
  }

  private mutating func located<Value: Sendable>(
    _ name: String, _ value: Value?, _ wanted: String, _ place: Place
  ) -> Located<Value>? {
    if let value { return Located(value, at: place) }
    diagnostics.append(Diagnostic(.wrongValue, "`\(name)` must be \(wanted)", at: place))
    return nil
  }

  private mutating func text(_ name: String, _ value: FieldValue, _ place: Place) -> Located<String>? {
    if value.text?.isEmpty == true { return nil }
    return located(name, value.text, "a text", place)
  }

  private mutating func number(_ name: String, _ value: FieldValue, _ place: Place) -> Located<IssueNumber>? {
    let text = value.text ?? ""
    if text.isEmpty, value.text != nil { return nil }
    switch NumberLine.number(text, what: "number") {
    case .read(let number): return Located(number, at: place)
    case .wrong(let kind, let message, _, let help):
      diagnostics.append(Diagnostic(kind, message, at: place, help: help))
    case .missing: break
    }
    return nil
  }

  private mutating func date(_ name: String, _ value: FieldValue, _ place: Place) -> Located<PublicationDate>? {
    guard let text = text(name, value, place) else { return nil }
    switch PublicationDate.read(text.value) {
    case .success(let date): return Located(date, at: place)
    case .failure(let problem):
      let field: NumberLine.Field<PublicationDate> = NumberLine.wrongDate(text.value, problem)
      if case .wrong(let kind, let message, _, let help) = field {
        let hint = kind == .impossibleDate ? "write a day that the calendar has" : help
        diagnostics.append(Diagnostic(kind, message, at: place, help: hint))
      }
      return nil
    }
  }

  private mutating func contributors(
    _ name: String, _ value: FieldValue, _ place: Place, split: (String) -> [Contributor]
  ) -> Located<[Contributor]>? {
    if case .list(let values) = value {
      let people = values.map { contributor($0, split: split) }
      return located(name, people.contains { $0 == nil } ? nil : people.compactMap { $0 }, "a list of names", place)
    }
    return located(name, value.text.map(split), "a list of names", place)
  }

  private func contributor(_ value: FieldValue, split: (String) -> [Contributor]) -> Contributor? {
    guard case .mapping(let members) = value else {
      guard let text = value.text, !text.isEmpty else { return nil }
      let read = split(text)
      return read.count == 1 ? read[0] : Contributor(name: text)
    }
    let fields = Dictionary(members, uniquingKeysWith: { first, _ in first })
    guard let name = fields["name"]?.text, !name.isEmpty else { return nil }
    let roles = fields["roles"]?.texts ?? fields["role"]?.texts ?? []
    return Contributor(name: name, roles: roles, orcid: fields["orcid"]?.text)
  }

  private mutating func draft(_ name: String, _ value: FieldValue, _ place: Place) -> Located<Bool>? {
    switch value.text?.lowercased() {
    case "true", "yes": Located(true, at: place)
    case "false", "no": Located(false, at: place)
    default: located(name, nil, "`true` or `false`", place)
    }
  }

  private mutating func language(_ name: String, _ value: FieldValue, _ place: Place) -> Located<String>? {
    guard let text = text(name, value, place) else { return nil }
    if LanguageTag(text.value) != nil { return text }
    diagnostics.append(
      Diagnostic(
        .badLanguage, "“\(text.value)” is no language tag", at: place, help: "write a tag such as `en` or `pl`"))
    return nil
  }

  private mutating func aliases(_ name: String, _ value: FieldValue, _ place: Place) -> Located<[String]>? {
    guard let aliases = located(name, value.texts, "a list of addresses", place) else { return nil }
    for alias in aliases.value where !isAddress(alias) {
      diagnostics.append(
        Diagnostic(
          .badAddress, "“\(alias)” is no address inside the site", at: place,
          help: "write an absolute path that ends in a slash: `/old/page/`"))
    }
    return aliases.map { $0.filter(isAddress) }
  }
}

/// Whether a text is an absolute path that can become a file: no empty, hidden or climbing part in it.
private func isAddress(_ text: String) -> Bool {
  guard text.hasPrefix("/"), text.utf8.count > 1, text.utf8.count < 500 else { return false }
  let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
  let named = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
  return named.allSatisfy { part in
    !part.isEmpty && !part.hasPrefix(".")
      && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?#%\\\"<>".utf8.contains($0) }
  }
}
