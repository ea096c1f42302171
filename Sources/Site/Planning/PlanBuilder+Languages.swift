import Templating

extension PlanBuilder {
  /// Adds a page that every language has, also one without issues.
  ///
  /// - Parameter path: The address below the root of the language.
  mutating func addForEachLanguage(
    _ template: PageTemplate<SeriesValues?>, at path: String, section: SiteSection
  ) {
    addForEachLanguage(template, at: path, section: section) { series, _ in series }
  }

  /// The same for a page that shows something else.
  ///
  /// - Parameter subject: What it shows of a series, or of a language without issues, and its addresses.
  mutating func addForEachLanguage<Subject>(
    _ template: PageTemplate<Subject>, at path: String, section: SiteSection?,
    _ subject: @escaping @Sendable (SeriesValues?, Addresses) -> Subject
  ) {
    let origin = "the page \(path.isEmpty ? "home" : path)"
    for series in series {
      add(
        PageDraft(
          template, .index, of: site, at: series.addresses.prefix + path, in: series.addresses.language,
          section: section, from: origin, date: series.newestDay
        ) { _ in subject(series, series.addresses) })
    }
    for addresses in emptyLanguages {
      add(
        PageDraft(
          template, .index, of: site, at: addresses.prefix + path, in: addresses.language, section: section,
          from: origin
        ) { _ in subject(nil, addresses) })
    }
  }

  /// The languages of the site that have no issues: those that its settings name, and those of standing pages.
  var emptyLanguages: [Addresses] {
    site.homes.map(\.addresses).filter { site.series[$0.language] == nil }
  }

  /// Tells each list of its versions in other languages: those that have its address below the root of their language.
  mutating func relateLists() {
    let languages = site.homes.map(\.addresses)
    guard languages.count > 1 else { return }
    let places = Dictionary(uniqueKeysWithValues: languages.enumerated().map { ($1.language, $0) })
    var versions: [String: [(place: Int, page: Int)]] = [:]
    for (index, page) in pages.enumerated() where page.purpose == .index {
      guard let place = places[page.language] else { continue }
      let prefix = languages[place].prefix
      versions[String(page.path.description.dropFirst(prefix.count)), default: []].append((place, index))
    }
    for (path, lists) in versions where lists.count > 1 {
      for list in lists {
        let others = lists.filter { $0.place != list.place }.sorted { $0.place < $1.place }
        relate(list.page, to: others.map { PageVersion(language: languages[$0.place].language, path: path) })
      }
    }
  }
}
