import Diagnostics
import Languages

extension Archive {
  /// Puts issues in order, relates them, and says what keeps some of them out, and which names nobody knows.
  ///
  /// The work grows with the number of entries in issues, people and topics.
  ///
  /// - Parameter sources: Gives the text of an issue's file, which is asked for where there is something to say about a
  ///   part of it.
  public static func of(
    _ issues: [Issue], languages: KnownLanguages, authorities: Authorities,
    sources: @escaping (_ path: String) -> SourceFile? = { _ in nil }
  ) -> (Archive, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let byLanguage = Dictionary(grouping: issues, by: \.language)
    let own = languages.own.map(\.tag)
    let order = own + byLanguage.keys.filter { !own.contains($0) }.sorted()
    var series: [Series] = []
    var findings: [NameFinding] = []
    for language in order {
      guard let issues = byLanguage[language] else { continue }
      var builder = SeriesBuilder(language: language, languages: languages, authorities: authorities)
      series.append(builder.build(issues))
      diagnostics += builder.diagnostics
      findings += builder.findings
    }
    diagnostics += NameFinding.diagnostics(findings, sources)
    Translations(of: series, own).link(&series)
    return (Archive(series: series), diagnostics)
  }
}

/// Builds the series of one language.
private struct SeriesBuilder {
  let language: String
  let languages: KnownLanguages
  let authorities: Authorities
  var diagnostics: [Diagnostic] = []
  var findings: [NameFinding] = []

  init(language: String, languages: KnownLanguages, authorities: Authorities) {
    self.language = language
    self.languages = languages
    self.authorities = authorities
  }

  mutating func build(_ issues: [Issue]) -> Series {
    var series = Series(language: language)
    let sorted = issues.sorted(by: precedes)
    let (unique, repeated) = IssueNumbering.withoutRepeats(sorted)
    diagnostics += repeated
    let addresses = IssueAddresses.of(unique, languages: languages.own.map(\.tag))
    var placed = zip(unique, addresses).map { PlacedIssue.Draft(issue: $0, address: $1) }
    series.volumes = volumes(of: unique)
    let data = languages.tagged(language)
    var people = PeopleIndex(
      language: language, comma: data.typesetting.commas.list, names: languages.names(in: data),
      authorities: authorities)
    series.people = LazyList(people.index(&placed))
    var topics = TopicIndex(language: language, data, authorities: authorities)
    series.topics = LazyList(topics.index(&placed))
    series.issues = LazyList(placed.map { PlacedIssue($0) })
    findings += people.findings + topics.findings
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
