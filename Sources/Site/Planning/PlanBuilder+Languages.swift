import Templating

extension PlanBuilder {
  /// Adds a page that every language has, also one without issues; pages of series link to each other.
  ///
  /// - Parameter path: The address below the root of the language.
  mutating func addForEachLanguage(_ template: PageTemplate<SeriesValues?>, at path: String) {
    addForEachLanguage(template, at: path) { series, _ in series }
  }

  /// The same for a page that shows something else.
  ///
  /// - Parameter subject: What it shows of a series, or of a language without issues, and its addresses.
  mutating func addForEachLanguage<Subject>(
    _ template: PageTemplate<Subject>, at path: String,
    _ subject: @escaping @Sendable (SeriesValues?, Addresses) -> Subject
  ) {
    let origin = "the page \(path.isEmpty ? "home" : path)"
    let links = series.sorted { $0.series.language < $1.series.language }.map {
      (language: $0.addresses.language, link: Translation(to: path, $0.addresses).record)
    }
    for series in series {
      let alternates = links.filter { $0.language != series.addresses.language }.map(\.link)
      add(
        PageDraft(
          template, .index, of: site, at: series.addresses.prefix + path, in: series.addresses.language, from: origin,
          date: series.newestDay, alternates: { _ in alternates }
        ) { _ in subject(series, series.addresses) })
    }
    for addresses in emptyLanguages {
      add(
        PageDraft(
          template, .index, of: site, at: addresses.prefix + path, in: addresses.language, from: origin
        ) { _ in subject(nil, addresses) })
    }
  }

  /// The languages of the site that have no issues.
  var emptyLanguages: [Addresses] {
    settings.languages.filter { site.series[$0] == nil }.map { Addresses(language: $0, settings: settings) }
  }
}
