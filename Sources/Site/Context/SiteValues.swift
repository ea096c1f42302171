import Bulletins
import Languages
import Templating

/// The values that all pages share: the site in each language, and every series. A class, because every page refers to
/// it.
final class SiteValues: Sendable {
  let settings: SiteSettings
  /// The series by their languages.
  let series: [String: SeriesValues]
  /// Where links to files lead.
  let sourceLinks: SourceLinks
  /// The site in each language.
  private let sites: [String: Value]
  private let strings: [String: Value]
  private let shared: ContextVariables<SharedContext>

  init(
    _ archive: Archive, settings: SiteSettings, languages: KnownLanguages, theme: Theme, pages: [StandingPage],
    hasSearch: Bool
  ) {
    self.settings = settings
    let series = Dictionary(
      uniqueKeysWithValues: archive.series.map {
        ($0.language, SeriesValues($0, settings: settings, languages: languages))
      })
    self.series = series
    let ordered = archive.series.compactMap { series[$0.language] }
    sourceLinks = SourceLinks {
      var addresses: [String: String] = [:]
      for all in series.values {
        for issue in all.issues { addresses[issue.issue.path] = all.addresses.issue(issue) }
      }
      for page in pages {
        addresses[page.path] = Addresses(language: page.language, settings: settings).url(page.pagePath)
      }
      return addresses
    } former: {
      FormerAddressTable(of: ordered.map(\.published), pages, settings)
    }
    let others = Set(archive.series.map(\.language) + pages.map(\.language)).subtracting(settings.languages)
    let languages = settings.languages + others.sorted()
    let homes = languages.map { language in
      let addresses = Addresses(language: language, settings: settings)
      return (addresses: addresses, link: Translation(to: "", addresses).record)
    }
    sites = Dictionary(
      uniqueKeysWithValues: homes.map { home in
        let language = home.addresses.language
        let site = SiteRecord(
          settings: settings, addresses: home.addresses,
          others: homes.filter { $0.addresses.language != language }.map(\.link),
          standingPages: pages.filter { $0.language == language }, hasSearch: hasSearch)
        return (language, site.record)
      })
    strings = Dictionary(uniqueKeysWithValues: languages.map { ($0, theme.strings.record(in: $0)) })
    shared = ContextVariables(SharedContext.variables(strings: theme.strings.shape))
  }

  /// What a template reads to show a subject on a page of a language.
  ///
  /// - Parameters:
  ///   - path: The page's address below the site's root.
  ///   - alternates: Links to the same page in other languages.
  func context<Subject>(
    of subject: Subject, for template: PageTemplate<Subject>, in language: String, at path: String,
    alternates: [Value], isDraft: Bool
  ) -> [Symbol: Value] {
    var context: [Symbol: Value] = [:]
    let page = PageRecord(path: path, language: language, alternates: alternates, isDraft: isDraft, settings: settings)
    shared.add(
      SharedContext(site: sites[language] ?? .none, strings: strings[language] ?? .none, page: page), to: &context)
    template.add(subject, to: &context)
    return context
  }
}
