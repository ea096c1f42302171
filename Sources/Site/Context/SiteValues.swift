import Bulletins
import Languages
import Templating

/// The values that all pages share: the site in each language, and every series. A class, because every page refers to
/// it.
final class SiteValues: Sendable {
  let settings: SiteSettings
  let series: [String: SeriesValues]
  /// Where links to files lead.
  let sourceLinks: SourceLinks
  /// The site in each language.
  private let sites: [String: Value]
  private let strings: [String: Value]

  init(_ archive: Archive, settings: SiteSettings, theme: Theme, pages: [StandingPage]) {
    self.settings = settings
    let series = Dictionary(
      uniqueKeysWithValues: archive.series.map {
        ($0.language, SeriesValues($0, settings: settings))
      })
    self.series = series
    sourceLinks = SourceLinks {
      var addresses: [String: String] = [:]
      for all in series.values {
        for issue in all.series.issues { addresses[issue.issue.path] = all.addresses.issue(issue) }
      }
      for page in pages {
        addresses[page.path] = Addresses(language: page.language, settings: settings).url(page.address + "/")
      }
      return addresses
    }
    let languages = settings.languages + archive.series.map(\.language).filter { !settings.languages.contains($0) }
    let homes = languages.map { language in
      let url = Addresses(language: language, settings: settings).url("")
      return (language: language, value: SiteValues.translation(language, title: nil, url: url, settings))
    }
    sites = Dictionary(
      uniqueKeysWithValues: languages.map { language in
        let others = homes.filter { $0.language != language }.map(\.value)
        return (language, SiteValues.site(language, settings, others, pages.filter { $0.language == language }))
      })
    strings = Dictionary(uniqueKeysWithValues: languages.map { ($0, theme.strings(in: $0)) })
  }

  /// What every page of a language reads.
  func context(
    _ language: String, url: String, alternates: [Value] = [], isDraft: Bool = false, _ own: [String: Value]
  ) -> [Symbol: Value] {
    var context: [Symbol: Value] = [:]
    context[SiteValues.site] = sites[language] ?? Value.none
    context[SiteValues.strings] = strings[language] ?? Value.none
    context[SiteValues.page] = Value(
      Shapes.page, Value(url), Value(settings.origin + url), .list(alternates), .bool(isDraft))
    for (name, value) in own { context[Symbol(name)] = value }
    return context
  }

  // Looked up once: the table of symbols is locked while one is looked for.
  private static let site = Symbol("site")
  private static let strings = Symbol("t")
  private static let page = Symbol("page")
  /// The name of the field that holds a text.
  static let body = Symbol("body")
  /// The name of the field of a feed's item that holds one.
  static let feedText = Symbol("content")

  /// A link to something in another language.
  static func translation(_ language: String, title: String?, url: String, _ settings: SiteSettings) -> Value {
    Value(
      Shapes.translation, Value(language), Value(LanguageName.of(language)), Value(title), Value(url),
      Value(settings.origin + url))
  }

  private static func site(
    _ language: String, _ settings: SiteSettings, _ others: [Value], _ pages: [StandingPage]
  ) -> Value {
    let addresses = Addresses(language: language, settings: settings)
    let values = [
      Value(SiteSettings.text(settings.title, language)),
      Value(SiteSettings.text(settings.description, language)), Value(language),
      Value(SiteSettings.text(settings.publisher, language)),
      Value(SiteSettings.text(settings.series, language) ?? SiteSettings.text(settings.title, language)),
      Value(settings.issn), Value(settings.license), Value(settings.origin), Value(settings.root),
      Value(addresses.url("")), Value(addresses.url("archive/")), Value(addresses.url("topics/")),
      Value(addresses.url("people/")), Value(addresses.url("editors/")), Value(addresses.url("feed.xml")),
      .list(others),
      .list(pages.map { Value(Shapes.link, Value($0.title), Value(addresses.url($0.address + "/"))) }),
    ]
    return .record(Record(Shapes.site, values, isReadByAll: true))
  }
}
