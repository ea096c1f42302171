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
    func differ<Value: Equatable>(_ a: Located<Value>?, _ b: Located<Value>?) -> Bool {
      if let a, let b { return a.value != b.value }
      return false
    }
    return switch field {
    case .number: differ(number.map(\.address), weaker.number.map(\.address))
    case .cumulative: differ(cumulative.map(\.address), weaker.cumulative.map(\.address))
    case .date: differ(date, weaker.date) || (date != nil && weaker.problems[.date] != nil)
    // `en-GB` is what a masthead in English says, only more precisely.
    case .language: differ(language.map(primaryTag), weaker.language.map(primaryTag))
    case .title: differ(title, weaker.title)
    case .authors: differ(authors.map { $0.map(\.name) }, weaker.authors.map { $0.map(\.name) })
    case .editors: differ(editors.map { $0.map(\.name) }, weaker.editors.map { $0.map(\.name) })
    case .publisher: differ(publisher, weaker.publisher)
    case .series: differ(series, weaker.series)
    }
  }

  /// What this source says, and where it is silent, what a weaker one says.
  func filled(from weaker: Metadata) -> Metadata {
    var merged = self
    merged.series = series ?? weaker.series
    merged.number = number ?? weaker.number
    merged.cumulative = cumulative ?? weaker.cumulative
    merged.date = date ?? weaker.date
    merged.language = language ?? weaker.language
    merged.publisher = publisher ?? weaker.publisher
    merged.title = title ?? weaker.title
    merged.authors = authors ?? weaker.authors
    merged.editors = editors ?? weaker.editors
    merged.abstract = abstract ?? weaker.abstract
    merged.topics = topics ?? weaker.topics
    merged.category = category ?? weaker.category
    merged.aliases = aliases ?? weaker.aliases
    merged.translationKey = translationKey ?? weaker.translationKey
    merged.license = license ?? weaker.license
    merged.slug = slug ?? weaker.slug
    merged.isDraft = isDraft ?? weaker.isDraft
    for weak in weaker.extra where !extra.contains(where: { $0.key == weak.key }) { merged.extra.append(weak) }
    for (field, problem) in weaker.problems where place(of: field) == nil && problems[field] == nil {
      merged.problems[field] = problem
    }
    return merged
  }
}

private func primaryTag(_ tag: String) -> String { String(tag.prefix { $0 != "-" }) }

extension Located {
  /// The same place with another value.
  func map<Other>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(change(value), at: place) }
}

extension Optional {
  fileprivate func map<Value, Other>(_ change: (Value) -> Other) -> Located<Other>? where Wrapped == Located<Value> {
    flatMap { $0.map(change) }
  }
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
