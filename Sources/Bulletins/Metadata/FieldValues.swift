import Diagnostics
import Languages
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
    guard let key = MetadataKey(name) else {
      metadata.extra.append((name, value.extra))
      if let warning = MetadataKey.misspelling(name, at: source.place(keyRange)) { diagnostics.append(warning) }
      return
    }
    switch key {
    case .number: metadata.number = number(name, value, range)
    case .cumulative: metadata.cumulative = number(name, value, range)
    case .date: metadata.date = date(name, value, range)
    case .authors: metadata.authors = contributors(name, value, range, split: Byline.read)
    case .editors:
      metadata.editors = contributors(name, value, range) { text in (try? EditorList.read(text).get()) ?? [] }
    case .topics: metadata.topics = located(name, value.texts, "a list of texts", range)
    case .aliases: metadata.aliases = aliases(name, value, range)
    case .draft: mark(draft: flag(name, value, range), range)
    case .published: published(name, value, range)
    case .publishDate: metadata.publishDate = date(name, value, range)
    case .expiryDate: metadata.expiryDate = date(name, value, range)
    case .language: metadata.language = language(name, value, range)
    case .status: status(name, value, range)
    case .title: metadata.title = text(name, value, range)
    case .series: metadata.series = text(name, value, range)
    case .publisher: metadata.publisher = text(name, value, range)
    case .abstract: metadata.abstract = text(name, value, range)
    case .category: metadata.category = text(name, value, range)
    case .translationKey: metadata.translationKey = text(name, value, range)
    case .license: metadata.license = text(name, value, range)
    case .slug: metadata.slug = text(name, value, range)
    }
  }

  private mutating func located<Value: Sendable>(
    _ name: String, _ value: Value?, _ wanted: String, _ range: Range<Int>
  ) -> Located<Value>? {
    if let value { return Located(value, at: range) }
    diagnostics.append(Diagnostic(.wrongValue, "`\(name)` must be \(wanted)", at: source.place(range)))
    return nil
  }

  private mutating func text(_ name: String, _ value: FieldValue, _ range: Range<Int>) -> Located<String>? {
    if value.text?.isEmpty == true { return nil }
    return located(name, value.text, "a text", range)
  }

  private mutating func number(_ name: String, _ value: FieldValue, _ range: Range<Int>) -> Located<IssueNumber>? {
    let text = value.text ?? ""
    if text.isEmpty, value.text != nil { return nil }
    switch NumberLine.number(text, what: "number") {
    case .read(let number): return Located(number, at: range)
    case .wrong(let kind, let message, _, let help):
      diagnostics.append(Diagnostic(kind, message, at: source.place(range), help: help))
    case .missing: break
    }
    return nil
  }

  private mutating func date(_ name: String, _ value: FieldValue, _ range: Range<Int>) -> Located<PublicationDate>? {
    guard let text = text(name, value, range) else { return nil }
    switch PublicationDate.read(text.value) {
    case .success(let date): return Located(date, at: range)
    case .failure(let problem):
      let field: NumberLine.Field<PublicationDate> = NumberLine.wrongDate(text.value, problem)
      if case .wrong(let kind, let message, _, let help) = field {
        let hint = kind == .impossibleDate ? "write a day that the calendar has" : help
        diagnostics.append(Diagnostic(kind, message, at: source.place(range), help: hint))
      }
      return nil
    }
  }

  private mutating func contributors(
    _ name: String, _ value: FieldValue, _ range: Range<Int>, split: (String) -> [Contributor]
  ) -> Located<[Contributor]>? {
    if case .list(let values) = value {
      let people = values.map { contributor($0, split: split) }
      return located(name, people.contains { $0 == nil } ? nil : people.compactMap { $0 }, "a list of names", range)
    }
    return located(name, value.text.map(split), "a list of names", range)
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

  private mutating func flag(_ name: String, _ value: FieldValue, _ range: Range<Int>) -> Bool? {
    switch value.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      let none: Bool? = nil
      return located(name, none, "`true` or `false`", range)?.value
    }
  }

  /// Of several keys that speak of it, one that says “unfinished” is enough: publishing can't be taken back.
  private mutating func mark(draft: Bool?, _ range: Range<Int>) {
    guard let draft, metadata.isDraft?.value != true else { return }
    metadata.isDraft = Located(draft, at: range)
  }

  /// `published: false` is another way to say “draft”; some write the day there on which a text comes out.
  private mutating func published(_ name: String, _ value: FieldValue, _ range: Range<Int>) {
    if let text = value.text, text.utf8.first?.isASCIIDigit == true {
      metadata.publishDate = date(name, value, range)
    } else {
      mark(draft: flag(name, value, range).map { !$0 }, range)
    }
  }

  private mutating func status(_ name: String, _ value: FieldValue, _ range: Range<Int>) {
    guard let text = text(name, value, range) else { return }
    switch text.value.lowercased() {
    case "draft": mark(draft: true, range)
    case "published", "publish", "public", "final": mark(draft: false, range)
    default:
      diagnostics.append(
        Diagnostic(
          .unknownStatus, "“\(text.value)” is no status", at: source.place(range),
          help: ["draft", "published"].nearest(to: text.value.lowercased()).map { "did you mean `\($0)`?" }
            ?? "write `draft` or `published`, or leave the key out"))
    }
  }

  private mutating func language(_ name: String, _ value: FieldValue, _ range: Range<Int>) -> Located<String>? {
    guard let text = text(name, value, range) else { return nil }
    if LanguageTag(text.value) != nil { return text }
    diagnostics.append(
      Diagnostic(
        .badLanguage, "“\(text.value)” is no language tag", at: source.place(range),
        help: "write a tag such as `en` or `pl`"))
    return nil
  }

  private mutating func aliases(_ name: String, _ value: FieldValue, _ range: Range<Int>) -> Located<[String]>? {
    guard let aliases = located(name, value.texts, "a list of addresses", range) else { return nil }
    for alias in aliases.value where !isAddress(alias) {
      diagnostics.append(
        Diagnostic(
          .badAddress, "“\(alias)” is no address inside the site", at: source.place(range),
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
