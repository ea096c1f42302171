import Bulletins
import Languages
import Templating
import Text

/// The site in one of its languages.
struct SiteRecord: RecordSubject {
  let settings: SiteSettings
  let addresses: Addresses
  /// Links to its home pages in other languages.
  let others: [Value]
  /// Its standing pages in this language.
  let standingPages: [StandingPage]
  /// The issues of the language; `nil` where it has none.
  let series: SeriesValues?
  /// Whether readers can search.
  let hasSearch: Bool
  /// The site's own small picture for browsers, below its root.
  let icon: String?
  let images: ShownImages

  private func text(_ texts: TextByLanguage) -> String? { texts.text(in: addresses.language)?.text }

  static let recordType = RecordType<SiteRecord>(
    "the site", keepsDigests: true,
    [
      .init("title", .scalar, "The title in the page's language.") { Value($0.text($0.settings.title)) },
      .init("description", .scalar, "A sentence about the series, or none.") {
        Value($0.text($0.settings.description))
      },
      .init("language", .scalar, "The BCP 47 tag of the page's language.") { Value($0.addresses.language) },
      .init("direction", .scalar, "Where the language's lines begin, if that is the right: `rtl`, or none.") {
        LanguageTag.isRightToLeft($0.addresses.language) ? Value("rtl") : .none
      },
      .init("publisher", .scalar, "Who publishes, or none.") { Value($0.text($0.settings.publisher)) },
      .init("series", .scalar, "The series' name.") {
        Value($0.settings.seriesName(in: $0.addresses.language))
      },
      .init("journal", .scalar, "What citations and catalogues call the periodical.") {
        Value($0.settings.journalTitle(in: $0.addresses.language))
      },
      .init("issn", .scalar, "The ISSN, or none.") { Value($0.settings.issn?.description) },
      .init("license", .scalar, "The licence of the texts, or none.") { Value($0.settings.license) },
      .init("license_url", .scalar, "The address of the licence, or none.") {
        Value($0.settings.license.flatMap(LicenseAddress.of))
      },
      .init("logo", .record(of: LogoRecord.self), "The picture of the nameplate, or none.") { site in
        site.settings.look.logo.map {
          LogoRecord(logo: $0, settings: site.settings, images: site.images).record
        } ?? .none
      },
      .init("icon_url", .scalar, "The address of the site's own `favicon.svg`, `.png` or `.ico`, or none.") { site in
        Value(site.icon.map { site.settings.root + $0 })
      },
      .init("style", .scalar, "What `theme:` in `site.yaml` makes of the look, as a style sheet, or none.") { site in
        site.settings.look.styleSheet.map { .safe(Bytes($0.utf8)) } ?? .none
      },
      .init("accent", .scalar, "The colour of the bar above pages, where `theme:` gives one, or none.") {
        Value($0.settings.look.color("accent"))
      },
      .init("colors", .any, "The colours that `theme:` gives for light paper, by the names that it has for them.") {
        var colors = ValueMap()
        for (name, color) in $0.settings.look.colors { colors[name] = Value(color) }
        return .map(colors)
      },
      .init("card_url", .scalar, "The whole address of the site's card, or none.") { site in
        guard site.settings.hasCards else { return .none }
        return Value(site.addresses.absolute(site.addresses.url(Addresses.card)))
      },
      .init("has_own_fonts", .scalar, "Whether the site serves the theme's type: not with `fonts: system`.") {
        .bool($0.settings.look.hasOwnFonts)
      },
      .init("raw_html", .scalar, "Whether texts may hold any HTML, scripts too.") { .bool($0.settings.rawHTML) },
      .init("origin", .scalar, "The scheme and host, without a slash at the end.") { Value($0.settings.origin) },
      .init("root", .scalar, "The path under which the site lies.") { Value($0.settings.root) },
      .init("home_url", .scalar, "The address of the home page.") { Value($0.addresses.url("")) },
      .init("archive_url", .scalar, "The address of all volumes.") { Value($0.addresses.url("archive/")) },
      .init("topics_url", .scalar, "The address of the index of topics.") { Value($0.addresses.url("topics/")) },
      .init("people_url", .scalar, "The address of the index of people.") { Value($0.addresses.url("people/")) },
      .init("editors_url", .scalar, "The address of the masthead through time.") {
        Value($0.addresses.url("editors/"))
      },
      .init("search_url", .scalar, "The address of the search, or none.") {
        $0.hasSearch ? Value($0.addresses.url(Addresses.search)) : .none
      },
      .init("feed_url", .scalar, "The address of the feed.") { Value($0.addresses.url("feed.xml")) },
      .init("json_ld", .any, "The periodical in the words of schema.org, for search engines.") {
        SchemaOrg.periodicalAlone.object($0.addresses)
      },
      .init("languages", .records(of: Translation.self), "The other languages with their home pages.") {
        .list($0.others)
      },
      .init(
        "pages", .records(of: StandingPageLink.self),
        "The standing pages; where there are more than twenty, the first twenty of those that lie in no folder."
      ) { site in
        .list(
          StandingPageLink.linked(site.standingPages).map {
            StandingPageLink(page: $0, addresses: site.addresses).record
          })
      },
      .init("topics", .records(of: ListedTopic.self), "All topics, in the order of their names.") {
        .list($0.series.map { Array($0.listedTopics) } ?? [])
      },
    ])
}

/// A standing page as every page links to it.
struct StandingPageLink: RecordSubject {
  let page: StandingPage
  let addresses: Addresses

  /// How many every page links to. With thousands, all pages together would be as large as their number's square.
  private static let most = 20

  /// Those that every page links to: texts lead to those of a collection.
  static func linked(_ pages: [StandingPage]) -> [StandingPage] {
    pages.count > most ? Array(pages.lazy.filter { !$0.address.contains("/") }.prefix(most)) : pages
  }

  static let recordType = RecordType<StandingPageLink>(
    "a link",
    [
      .init("name", .scalar, "What it is called.") { Value($0.page.title) },
      .init("url", .scalar, "The address.") { Value($0.addresses.url($0.page.pagePath)) },
    ])
}
