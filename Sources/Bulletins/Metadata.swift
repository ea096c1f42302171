import Diagnostics

/// A value with the place where it was read.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var place: Place

  /// A value and its place.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

/// What one source says about an issue; several are merged, the stronger one first.
struct Metadata {
  /// Where a piece of metadata came from, strongest first.
  enum Origin: String {
    case frontMatter = "front matter"
    case header = "header lines"
    case masthead
    case fileName = "file name"
  }

  let origin: Origin
  var series: Located<String>?
  var number: Located<IssueNumber>?
  var cumulative: Located<IssueNumber>?
  var date: Located<PublicationDate>?
  var language: Located<String>?
  var publisher: Located<String>?
  var title: Located<String>?
  var authors: Located<[Contributor]>?
  var editors: Located<[Contributor]>?
  var abstract: Located<String>?
  var topics: Located<[String]>?
  var category: Located<String>?
  var aliases: Located<[String]>?
  var translationKey: Located<String>?
  var license: Located<String>?
  var slug: Located<String>?
  var isDraft: Located<Bool>?
  var extra: [(key: String, value: ExtraValue)] = []
  /// Mistakes in fields that a stronger source may replace: reported only when none does.
  var problems: [Field: Diagnostic] = [:]

  init(from origin: Origin) { self.origin = origin }

  /// The fields on which two sources can disagree.
  enum Field: String, CaseIterable {
    case number, cumulative, date, language, title, authors, editors, publisher, series
  }

  /// The place of a field, where this source has it.
  func place(of field: Field) -> Place? {
    switch field {
    case .number: number?.place
    case .cumulative: cumulative?.place
    case .date: date?.place
    case .language: language?.place
    case .title: title?.place
    case .authors: authors?.place
    case .editors: editors?.place
    case .publisher: publisher?.place
    case .series: series?.place
    }
  }

  /// Whether this source and a weaker one both have a field, with different values.
  func disagrees(with weaker: Metadata, on field: Field) -> Bool {
    func differ<Value, Key: Equatable>(_ a: Located<Value>?, _ b: Located<Value>?, by key: (Value) -> Key) -> Bool {
      if let a, let b { return key(a.value) != key(b.value) }
      return false
    }
    return switch field {
    case .number: differ(number, weaker.number, by: \.address)
    case .cumulative: differ(cumulative, weaker.cumulative, by: \.address)
    case .date: differ(date, weaker.date, by: \.self) || (date != nil && weaker.problems[.date] != nil)
    // `en-GB` is what a masthead in English says, only more precisely.
    case .language: differ(language, weaker.language, by: primaryTag)
    case .title: differ(title, weaker.title, by: \.self)
    case .authors: differ(authors, weaker.authors) { $0.map(\.name) }
    case .editors: differ(editors, weaker.editors) { $0.map(\.name) }
    case .publisher: differ(publisher, weaker.publisher, by: \.self)
    case .series: differ(series, weaker.series, by: \.self)
    }
  }

  /// Takes what a weaker source says where this one is silent.
  mutating func fill(from weaker: Metadata) {
    for (field, problem) in weaker.problems where place(of: field) == nil && problems[field] == nil {
      problems[field] = problem
    }
    for weak in weaker.extra where !extra.contains(where: { $0.key == weak.key }) { extra.append(weak) }
    func fill<Value>(_ field: inout Value?, _ other: Value?) { if field == nil { field = other } }
    fill(&series, weaker.series)
    fill(&number, weaker.number)
    fill(&cumulative, weaker.cumulative)
    fill(&date, weaker.date)
    fill(&language, weaker.language)
    fill(&publisher, weaker.publisher)
    fill(&title, weaker.title)
    fill(&authors, weaker.authors)
    fill(&editors, weaker.editors)
    fill(&abstract, weaker.abstract)
    fill(&topics, weaker.topics)
    fill(&category, weaker.category)
    fill(&aliases, weaker.aliases)
    fill(&translationKey, weaker.translationKey)
    fill(&license, weaker.license)
    fill(&slug, weaker.slug)
    fill(&isDraft, weaker.isDraft)
  }
}

private func primaryTag(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

extension Located {
  /// The same place with another value.
  func map<Other>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(change(value), at: place) }
}

/// A value of a key that the program does not know, kept for templates.
public indirect enum ExtraValue: Sendable, Equatable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// Text, numbers among it.
  case text(String)
  /// A list.
  case list([ExtraValue])
  /// Keys with values.
  case mapping([String: ExtraValue])
}
