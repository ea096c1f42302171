import Coding
import Diagnostics
import Text

extension Metadata {
  /// Where a piece of metadata came from, strongest first.
  enum Origin: String, Sendable {
    case frontMatter = "front matter"
    case header = "header lines"
    case masthead
    case heading
    case fileName = "file name"
  }

  /// A field, as the property that holds it.
  typealias FieldPath = any PartialKeyPath<Metadata> & Sendable

  /// What is wrong with a field of a source.
  struct Problem: Sendable {
    let field: FieldPath
    let diagnostic: Diagnostic
  }

  /// Says what is wrong with a field.
  mutating func report(_ diagnostic: Diagnostic, of field: FieldPath) {
    problems.append(Problem(field: field, diagnostic: diagnostic))
  }

  /// What is wrong with a field, if anything.
  func problem(of field: PartialKeyPath<Metadata>) -> Diagnostic? {
    problems.isEmpty ? nil : problems.first { $0.field == field }?.diagnostic
  }

  /// What is said of a field that a source does not have.
  static let kindsOfNothing: Set<DiagnosticKind> = [.missingDate, .missingNumberLine]

  /// Whether it was said already why a field has no value: it is not missing.
  func isExplained(_ field: PartialKeyPath<Metadata>) -> Bool {
    isMalformed || unreadable.contains { $0 == field } || problem(of: field) != nil
  }

  /// Every field, in the order of the documentation.
  static let fields = printedFields + descriptiveFields + fieldsOfRelease + textFields + relationFields

  /// The field that a key means, in any case and with any joint between its words.
  static func field(spelled key: String) -> MetadataField? {
    table[normalized(key)]
  }

  /// A key as one among its spellings: in lower case, with low lines between its words.
  static func normalized(_ key: String) -> String {
    // Most keys are written so.
    if key.utf8.allSatisfy({ $0.isASCIILetter && $0 & 0x20 != 0 || $0 == UInt8(ascii: "_") }) { return key }
    return key.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
  }

  /// A key as others are compared with it: keys that only templates read are what they are.
  static func comparedKey(_ key: String) -> String { field(spelled: key) == nil ? key : normalized(key) }

  /// The spellings that are understood, for suggestions.
  ///
  /// `created_by` is no misspelt `created_at`.
  static let spellings = table.filter { !unguessedKeys.contains($0.value.key) }.keys.sorted()

  /// Keys that others are near to without being meant, as `states` is.
  private static let unguessedKeys = Set([beginningKey, "public"] + releaseFields.map(\.key))

  private static let table = Dictionary(
    uniqueKeysWithValues: fields.flatMap { field in
      ([field.key] + field.otherSpellings).map { ($0.lowercased(), field) }
    })

  // Going through lists made before is what keeps a field as cheap as a line of code for it would be.
  private static let properties = fields.compactMap(\.property)
  private static let compared = fields.filter { $0.property?.differs != nil }
  private static let codecs = properties.compactMap(\.codec)

  /// What several sources say, the stronger first.
  init(merging sources: [Metadata]) {
    self = sources.first ?? Metadata(from: .frontMatter)
    for weaker in sources.dropFirst() { fill(from: weaker) }
  }

  /// Takes what a weaker source says where this one is silent.
  mutating func fill(from weaker: Metadata) {
    for problem in weaker.problems where range(of: problem.field) == nil && self.problem(of: problem.field) == nil {
      problems.append(problem)
    }
    unreadable += weaker.unreadable
    misspellings += weaker.misspellings
    emptyFields += weaker.emptyFields
    isMalformed = isMalformed || weaker.isMalformed
    for weak in weaker.extra where !extra.contains(where: { $0.key == weak.key }) { extra.append(weak) }
    let hasOwnDate = date != nil && self.dateText == nil
    for index in Metadata.properties.indices { Metadata.properties[index].fill(&self, weaker) }
    // The words of a date are those of no other.
    if hasOwnDate, date?.value != weaker.date?.value { self.dateText = nil }
  }

  /// Keeps the words of a quarter or a season, of which languages have several for one, unless a key says how it is printed.
  mutating func note(printedDate text: String?) {
    guard self.dateText == nil, let date, date.value.isNamed, let text = text?.plain, text.hasNames else { return }
    self.dateText = Located(text, at: date.range)
  }

  /// The mistakes in fields that no source gives, as far as the sources can be read.
  var unmendedProblems: [Diagnostic] {
    isMalformed ? [] : problems.compactMap { range(of: $0.field) == nil ? $0.diagnostic : nil }
  }

  /// Whether the source has the field that a key means.
  func has(_ key: String) -> Bool { Metadata.field(spelled: key)?.property?.range(self) != nil }

  private func range(of field: PartialKeyPath<Metadata>) -> Range<Int>? {
    Metadata.properties.first { $0.path == field }?.range(self)
  }

  /// The keys of the fields that a weaker source gives differently, and where the first of them stands.
  func differences(from weaker: Metadata) -> (fields: [String], range: Range<Int>)? {
    var fields: [String] = []
    var start: Range<Int>?
    for index in Metadata.compared.indices {
      guard let property = Metadata.compared[index].property, property.differs?(self, weaker) == true else { continue }
      fields.append(Metadata.compared[index].key)
      start = start ?? property.range(self)
    }
    return start.map { (fields, $0) }
  }

  /// Writes the values that the issue has nowhere else, without where they stand.
  func write(to writer: inout BinaryWriter) {
    for index in Metadata.codecs.indices { Metadata.codecs[index].write(self, &writer) }
    writer.put(extra) { member, writer in
      writer.put(member.key)
      member.value.write(to: &writer)
    }
  }

  /// Reads what was written.
  init(from reader: inout BinaryReader) {
    self.init(from: .frontMatter)
    for index in Metadata.codecs.indices { Metadata.codecs[index].read(&reader, &self) }
    extra = reader.list { reader in (key: reader.text(), value: ExtraValue(from: &reader)) }
  }
}

extension Metadata {
  /// Takes a number, and the year that is printed with it unless a year is known.
  mutating func set(number: Located<IssueNumber>?) {
    self.number = number.map { Located($0.value.withoutYear, at: $0.range) }
    if let number, let year = number.value.year, self.year == nil { self.year = Located(year, at: number.range) }
  }

  /// Takes the volume that stands before a number: `Vol. 3, No. 7`.
  mutating func note(volumeIn entry: WrittenEntry) {
    guard self.volume == nil, let text = entry.value.text, text.utf8.first?.isASCIIDigit == false,
      let found = MastheadNumbers.read(text[...], in: entry.language.languages)?.volume
    else { return }
    self.volume = Located(found, at: entry.range)
  }

  /// Several keys may say from when it is out: all of them must have come.
  mutating func hold(until date: Located<PublicationDate>) {
    if let known = self.publishDate, known.value >= date.value { return }
    self.publishDate = date
  }

  /// Several keys may say until when it is out: the first of them ends it.
  mutating func end(on date: Located<PublicationDate>) {
    if let known = self.expiryDate, known.value <= date.value { return }
    self.expiryDate = date
  }

  /// Several keys name them.
  mutating func add(formerAddresses: [WrittenFormerAddress], at range: Range<Int>) {
    if formerAddresses.isEmpty { return }
    self.formerAddresses = Located((self.formerAddresses?.value ?? []) + formerAddresses, at: range)
  }

  /// Of several keys that speak of it, one that says “unfinished” is enough: publishing can't be taken back.
  mutating func mark(isDraft: Bool, at range: Range<Int>) {
    if self.isDraft?.value != true { self.isDraft = Located(isDraft, at: range) }
  }
}

extension Located<[String]>? {
  /// What several keys say together, each text once.
  func adding(_ more: Located<[String]>) -> Located<[String]> {
    guard let self else { return more }
    return Located(self.value + more.value.filter { !self.value.contains($0) }, at: self.range)
  }
}

extension String {
  /// Whether letters of any script stand in it: `2024年春`, but not `2024-21`.
  fileprivate var hasNames: Bool { unicodeScalars.contains { $0.properties.isAlphabetic } }
}
