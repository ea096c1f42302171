import Bulletins
import Languages
import Templating

/// The values that all pages share: the site in each language, and every series. A class, because every page refers to
/// it.
final class SiteValues: Sendable {
  let settings: SiteSettings
  /// The series by their languages.
  let series: [String: SeriesValues]
  /// The pictures that pages show.
  let images: ShownImages
  /// Where links to files lead.
  let sourceLinks: SourceLinks
  /// The home page of each language.
  let homes: [LanguageHome]
  /// The site in each language.
  private let sites: [String: Value]
  private let strings: [String: Value]
  private let shared: ContextVariables<SharedContext>

  /// The values that the pages of a site share.
  init(_ input: SiteInput) {
    let (archive, settings, pages) = (input.archive, input.settings, input.standingPages)
    let attached = input.files.attached
    let images = ShownImages(input.files.images, published: input.files.published, attached: attached, settings)
    self.images = images
    self.settings = settings
    let series = Dictionary(
      uniqueKeysWithValues: archive.series.map {
        ($0.language, SeriesValues($0, settings: settings, languages: input.languages))
      })
    self.series = series
    let ordered = archive.series.compactMap { series[$0.language] }
    let places = OldNamedPlaces {
      var found: [String: OldNamedPlaces.Places] = [:]
      for all in series.values {
        for issue in all.issues { found[all.addresses.issue(issue)] = { issue.issue.places } }
      }
      for page in pages {
        found[Addresses(language: page.language, settings: settings).url(page.pagePath)] = { page.text }
      }
      return found
    }
    sourceLinks = SourceLinks(
      images: images, without: input.files.lostImages, heldPages: input.files.heldPages, places: places
    ) {
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
    } published: {
      var published = Set(input.files.published.keys)
      for all in series.values {
        for issue in all.issues {
          let files = issue.issue.articles.lazy.flatMap(\.text.links).compactMap(\.attachment)
          for file in files where attached.file(at: file.path) != nil {
            published.insert(all.addresses.prefix + issue.pagePath + file.address)
          }
        }
      }
      return published
    }
    let others = Set(archive.series.map(\.language) + pages.map(\.language)).subtracting(settings.languages)
    let languages = settings.languages + others.sorted()
    let homes = languages.map { LanguageHome(Addresses(language: $0, settings: settings)) }
    self.homes = homes
    sites = Dictionary(
      uniqueKeysWithValues: homes.map { home in
        let language = home.addresses.language
        let site = SiteRecord(
          settings: settings, addresses: home.addresses,
          others: homes.filter { $0.addresses.language != language }.map(\.link),
          standingPages: pages.filter { $0.language == language },
          series: series[language], hasSearch: input.hasSearch,
          icon: input.files.icon, images: images)
        return (language, site.record)
      })
    strings = Dictionary(uniqueKeysWithValues: languages.map { ($0, input.theme.strings.record(in: $0)) })
    shared = ContextVariables(SharedContext.variables(strings: input.theme.strings.shape))
  }

  /// What a template reads to show a subject on a page of a language.
  ///
  /// - Parameter versions: The same page in other languages.
  func context<Subject>(
    of subject: Subject, for template: PageTemplate<Subject>, at place: PagePlace, _ versions: [PageVersion]
  ) -> [Symbol: Value] {
    var context: [Symbol: Value] = [:]
    let page = page(at: place, versions)
    shared.add(
      SharedContext(
        site: sites[place.language] ?? .none, strings: strings[place.language] ?? .none, page: page), to: &context)
    template.add(subject, to: &context)
    return context
  }
}
