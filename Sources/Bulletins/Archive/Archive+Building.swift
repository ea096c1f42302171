import Diagnostics
import Languages

extension Archive {
  /// Puts issues in order, relates them, and says what does not fit together.
  ///
  /// The work grows with the number of entries in issues, people and topics.
  public static func of(
    _ issues: [Issue], languages: KnownLanguages, authorities: Authorities
  ) -> (Archive, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let byLanguage = Dictionary(grouping: issues, by: \.language)
    let own = languages.own.map(\.tag)
    let order = own + byLanguage.keys.filter { !own.contains($0) }.sorted()
    var series: [Series] = []
    for language in order {
      guard let issues = byLanguage[language] else { continue }
      var builder = SeriesBuilder(language: language, languages: languages, authorities: authorities)
      series.append(builder.build(issues))
      diagnostics += builder.diagnostics
    }
    diagnostics += linkTranslations(&series)
    return (Archive(series: series), diagnostics)
  }

  private static func linkTranslations(_ series: inout [Series]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var groups: [String: [(series: Int, issue: Int)]] = [:]
    for (index, one) in series.enumerated() {
      for (place, issue) in one.issues.enumerated() {
        guard let key = issue.issue.translationKey else { continue }
        if let twin = groups[key]?.first(where: { $0.series == index }) {
          diagnostics.append(
            Diagnostic(
              .ambiguousTranslation, "the translation key “\(key)” is used twice in one language",
              at: issue.issue.location,
              notes: [.init("it is used first here", at: one.issues[twin.issue].issue.location)],
              help: "give each text a key of its own"))
        } else {
          groups[key, default: []].append((index, place))
        }
      }
    }
    let languages = series.map(\.language)
    var related = series.map { _ in [Int: [(language: String, issue: Int)]]() }
    for group in groups.values where group.count > 1 {
      for member in group {
        related[member.series][member.issue] = group.filter { $0.series != member.series }.map {
          (languages[$0.series], $0.issue)
        }
      }
    }
    for (index, translations) in related.enumerated() where !translations.isEmpty {
      var issues = Array(series[index].issues)
      for (issue, others) in translations {
        var draft = PlacedIssue.Draft(of: issues[issue])
        draft.translations = others
        issues[issue] = PlacedIssue(draft)
      }
      series[index].issues = LazyList(issues)
    }
    return diagnostics
  }
}

/// Builds the series of one language.
private struct SeriesBuilder {
  let language: String
  let languages: KnownLanguages
  let authorities: Authorities
  var diagnostics: [Diagnostic] = []

  init(language: String, languages: KnownLanguages, authorities: Authorities) {
    self.language = language
    self.languages = languages
    self.authorities = authorities
  }

  mutating func build(_ issues: [Issue]) -> Series {
    var series = Series(language: language)
    let sorted = issues.sorted(by: precedes)
    let (unique, repeated) = IssueNumbering.withoutRepeats(sorted)
    diagnostics += repeated + IssueNumbering.cumulativeLaw(unique)
    let addresses = IssueNumbering.addresses(unique)
    var placed = zip(unique, addresses).map { PlacedIssue.Draft(issue: $0, address: $1) }
    series.volumes = volumes(of: unique)
    let data = languages.tagged(language)
    var people = PeopleIndex(language: language, names: languages.names(in: data), authorities: authorities)
    series.people = LazyList(people.index(&placed))
    var topics = TopicIndex(language: language, rubrics: data.rubrics, authorities: authorities)
    series.topics = LazyList(topics.index(&placed))
    series.issues = LazyList(placed.map { PlacedIssue($0) })
    diagnostics += people.diagnostics + topics.diagnostics
    return series
  }

  private func precedes(_ a: Issue, _ b: Issue) -> Bool {
    if a.year != b.year { return a.year < b.year }
    if a.date != b.date { return a.date < b.date }
    let (x, y) = (a.number?.first ?? 0, b.number?.first ?? 0)
    if x != y { return x < y }
    let (s, t) = (a.number?.suffix ?? "", b.number?.suffix ?? "")
    return s != t ? s < t : a.path < b.path
  }

  private func volumes(of issues: [Issue]) -> [Volume] {
    var volumes: [Volume] = []
    var start = 0
    for index in issues.indices
    where index + 1 == issues.count || issues[index + 1].year != issues[index].year {
      volumes.append(Volume(year: issues[index].year, issues: start..<index + 1))
      start = index + 1
    }
    return volumes
  }
}

extension DiagnosticKind {
  static let ambiguousTranslation = DiagnosticKind(
    "ambiguous-translation", .warning, "Two issues in one language have the same `translation_key`.")
}
