import Diagnostics

/// A value with the bytes of its file where it was read. A place to show is made of them only when there is something to
/// say: most issues are right.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  let range: Range<Int>

  init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// What one source says about an issue; several are merged, the stronger one first.
struct Metadata: Sendable {
  /// Where a piece of metadata came from, strongest first.
  enum Origin: String, Sendable {
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
  var publishDate: Located<PublicationDate>?
  var expiryDate: Located<PublicationDate>?
  var extra: [(key: String, value: ExtraValue)] = []
  /// Mistakes in fields that a stronger source may replace: reported only when none does.
  var problems: [Field: Diagnostic] = [:]

  init(from origin: Origin) { self.origin = origin }

  /// The fields on which two sources can disagree.
  enum Field: String, CaseIterable {
    case number, cumulative, date, language, title, authors, editors, publisher, series
  }

  /// The same without the mistakes, which were reported.
  var withoutProblems: Metadata {
    var copy = self
    copy.problems = [:]
    return copy
  }

  /// Where a field stands, if this source has it.
  func range(of field: Field) -> Range<Int>? {
    switch field {
    case .number: number?.range
    case .cumulative: cumulative?.range
    case .date: date?.range
    case .language: language?.range
    case .title: title?.range
    case .authors: authors?.range
    case .editors: editors?.range
    case .publisher: publisher?.range
    case .series: series?.range
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
    for (field, problem) in weaker.problems where range(of: field) == nil && problems[field] == nil {
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
    fill(&publishDate, weaker.publishDate)
    fill(&expiryDate, weaker.expiryDate)
  }
}

private func primaryTag(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

extension Located {
  /// The same place with another value.
  func map<Other: Sendable>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(change(value), at: range) }
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
