import Diagnostics
import Languages
import Text

/// Reads the keys and values of one source, and says what is wrong with them.
struct MetadataReader {
  let source: SourceFile
  private(set) var metadata: Metadata
  private(set) var diagnostics: [Diagnostic] = []
  /// The spelling in which each field was found.
  private var spellings: [String: Spelling] = [:]

  /// A key as it was written, with its value.
  private struct Spelling {
    let key: String
    let range: Range<Int>
    let value: WrittenValue
  }

  private var language: WrittenLanguage

  init(source: SourceFile, origin: Metadata.Origin, _ languages: KnownLanguages) {
    self.source = source
    language = WrittenLanguage(languages)
    metadata = Metadata(from: origin)
  }

  /// A reader that adds to what was read of a source.
  init(source: SourceFile, continuing metadata: Metadata, _ language: WrittenLanguage) {
    self.source = source
    self.language = language
    self.metadata = metadata
  }

  /// Takes notice of the language that a key names, before the values in that language are read.
  mutating func note(_ key: String, _ value: WrittenValue) {
    guard Metadata.field(spelled: key)?.key == Metadata.languageKey, let tag = value.text.flatMap(LanguageTag.init)
    else { return }
    language.name(tag)
  }

  /// Whether a key is about the program in which the text is typed: `editor: visual` of Quarto.
  private func isSetting(_ key: String) -> Bool { key == "editor" && source.path.utf8.hasEnding(".qmd") }

  /// Whether a key has the letters of `doi`, and its value is one.
  private static func isTurnedDOI(_ key: String, _ value: WrittenValue) -> Bool {
    key.utf8.count == 3 && key.lowercased().utf8.sorted() == Array("dio".utf8)
      && value.text.map { DOI($0) != nil } ?? false
  }

  /// Whether a key is one of several of a kind that says nothing, as templates have them: `author2:`.
  private static func isPlaceForMore(_ key: String, _ value: WrittenValue) -> Bool {
    value.isNothing && key.utf8.last?.isASCIIDigit == true
  }

  /// Whether a value means yes, in whichever language: publishing can't be taken back.
  private func isYes(_ value: WrittenValue) -> Bool {
    value.flag ?? (value.text.map { $0.utf8.count < 10 && language.languages.affirm($0) } ?? false)
  }

  /// The field that a key names in another language than English. `data` is a date in several, and anything elsewhere.
  private func translated(
    _ key: String, _ value: WrittenValue, _ name: (String) -> String?
  ) -> MetadataField? {
    guard let field = name(Metadata.normalized(key)).flatMap(Metadata.field) else { return nil }
    // Words for a day of release have many uses: `publication: Bay Bulletin 12`.
    if field.isOfRelease { return value.text.map { Metadata.isDay($0, language) } ?? false ? field : nil }
    let isDated = value.text?.utf8.first?.isASCIIDigit ?? false || value.text?.utf8.last?.isASCIIDigit ?? false
    return field.key != "date" || isDated ? field : nil
  }

  /// The key that is probably meant by one that is not known.
  private func nearest(to key: String, _ value: WrittenValue) -> String? {
    // Other engines have keys of their own, of which many are near to ours.
    guard key.utf8.count > 3 || Self.isTurnedDOI(key, value), !MetadataReader.isPlaceForMore(key, value) else {
      return nil
    }
    if let field = translated(key, value, language.languages.foreignField) { return field.key }
    guard let nearest = Metadata.spellings.nearest(to: key, within: key.utf8.count < 8 ? 1 : 2) else { return nil }
    // What holds several values is no day.
    if value.text == nil, Metadata.field(spelled: nearest)?.key == "date" { return nil }
    // Short words are near to many others: `math` is no `path`.
    return key.utf8.count > 4 || key.utf8.first.map { $0 | 0x20 } == nearest.utf8.first ? nearest : nil
  }

  /// Reads one key and its value.
  mutating func read(_ key: String, _ value: WrittenValue, key keyRange: Range<Int>) {
    if isSetting(key) { return metadata.extra.append((key, value.extra)) }
    guard let field = Metadata.field(spelled: key) ?? translated(key, value, language.languages.field) else {
      if isYes(value), language.languages.callUnpublished(key) {
        return metadata.mark(isDraft: true, at: value.range)
      }
      metadata.extra.append((key, value.extra))
      if let nearest = nearest(to: key, value) {
        var misspelt = Metadata.Misspelling(key: key, nearest: nearest, range: keyRange)
        misspelt.keepsBack = Metadata.field(spelled: nearest).map { takeRelease($0, value) } ?? false
        metadata.misspellings.append(misspelt)
      }
      return
    }
    if let lost = TextAsComment.find(field, key, keyRange, value, in: source) {
      diagnostics.append(lost)
      if value.isNull, let path = field.property?.path { metadata.unreadable.append(path) }
    }
    // A key without a value says nothing.
    if value.isNothing {
      if let path = field.property?.path { metadata.emptyFields.append((path, keyRange)) }
      return
    }
    // Of a summary and a description, the one that is named first among a field's spellings is meant.
    if let other = spellings[field.key], !field.gathers {
      let isWeaker = field.rank(of: other.key) < field.rank(of: key)
      let (kept, lost) =
        isWeaker
        ? (other, Spelling(key: key, range: keyRange, value: value))
        : (Spelling(key: key, range: keyRange, value: value), other)
      sayContradiction(kept, lost, field)
      if isWeaker { return }
    }
    spellings[field.key] = Spelling(key: key, range: keyRange, value: value)
    let isProse = field.changeProse != nil
    if isProse, let printed = MarkupAsText.find(value, in: source) { diagnostics.append(printed) }
    let value = isProse ? value.inPlainWords : value
    if let place = value.firstSurplus {
      diagnostics.append(
        Diagnostic(
          .tooManyValues, "`\(key)` has more than \(WrittenValue.most) values", at: source.location(place),
          help: "list those that readers ask for"))
      return
    }
    sayContradiction(field, key, value)
    var entry = WrittenEntry(key, value, in: source, language)
    field.read(&entry, &metadata)
    if entry.diagnostics.containErrors, let path = field.property?.path { metadata.unreadable.append(path) }
    diagnostics += entry.diagnostics
    for member in entry.laidOpen { read(member.key, member.value, key: member.keyRange) }
  }
}

extension MetadataReader {
  /// Takes the days between which a text may be out as they are meant, where their key is misspelt: what was out by
  /// mistake can't be taken back.
  ///
  /// - Returns: Whether the value keeps the text back whatever the day is.
  private mutating func takeRelease(_ field: MetadataField, _ value: WrittenValue) -> Bool {
    guard Metadata.fieldsOfRelease.contains(where: { $0.key == field.key }) else { return false }
    var meant = Metadata(from: metadata.origin)
    var entry = WrittenEntry(field.key, value, in: source, language)
    field.read(&entry, &meant)
    if let day = meant.publishDate { metadata.hold(until: day) }
    if let day = meant.expiryDate { metadata.end(on: day) }
    return meant.isDraft?.value == true || meant.isWithdrawn?.value == true
  }

  /// Says that two keys say different things of whether the text is out, of which the one that holds it back counts.
  private mutating func sayContradiction(_ field: MetadataField, _ key: String, _ value: WrittenValue) {
    guard let known = metadata.isDraft, Metadata.fieldsOfRelease.contains(where: { $0.key == field.key }) else {
      return
    }
    var said = Metadata(from: metadata.origin)
    var entry = WrittenEntry(key, value, in: source, language)
    field.read(&entry, &said)
    guard let isDraft = said.isDraft, isDraft.value != known.value else { return }
    let (held, out) = isDraft.value ? (isDraft, known) : (known, isDraft)
    diagnostics.append(
      Diagnostic(
        .sourcesDisagree, "another key says that this text is not to be out", at: source.location(out.range),
        notes: [.init("it is held back here", at: source.location(held.range))],
        help: "the text is held back; leave one of the two out"))
  }

  /// Says that one of two spellings of a key is not published, where they say different things. A field of which sources can't
  /// disagree may have two meanings: what is a summary under one is a description under another, on purpose.
  private mutating func sayContradiction(_ kept: Spelling, _ lost: Spelling, _ field: MetadataField) {
    // Of one key in two forms, it is said that there are two.
    guard field.property?.differs != nil, Metadata.normalized(kept.key) != Metadata.normalized(lost.key),
      kept.value.words != lost.value.words
    else { return }
    diagnostics.append(
      Diagnostic(
        .sourcesDisagree, "`\(kept.key)` and `\(lost.key)` say different things", at: source.location(lost.range),
        help: "what `\(kept.key)` says is published; write all of it there, and leave the other out"))
  }
}

extension WrittenValue {
  /// All texts in the value, for comparing.
  fileprivate var words: [String] {
    if let text { return [text] }
    return elements?.flatMap(\.words) ?? members?.flatMap(\.value.words) ?? []
  }
}

extension Diagnostic {
  /// A warning for a key that is nearly another.
  static func misspelling(_ key: String, of nearest: String, at range: Range<Int>, in source: SourceFile) -> Diagnostic
  {
    Diagnostic(
      .unknownKey, "the key `\(key)` is not known", at: source.location(range), help: "did you mean `\(nearest)`?",
      mend: source.guess("write `\(nearest)`", range, of: key, nearest))
  }
}

extension DiagnosticKind {
  static let tooManyValues = DiagnosticKind(
    "too-many-values", .error,
    "A key has more values than any issue has authors or topics: each becomes a page, and all are compared with each other."
  )
  static let unknownKey = DiagnosticKind(
    "unknown-key", .warning,
    "A key is nearly one that is known, and was probably misspelt. Keys that are like no other are kept for templates, as `extra`, without a word. Where the text would be kept back, were the key spelt rightly (`darft: true`), it is an error: publishing can't be taken back."
  )
}
