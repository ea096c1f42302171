import Templating

/// The addresses of all pages that were planned before, for search engines.
enum SiteMaps: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<(entries: [MapEntry], isIndex: Bool)>(
    "sitemap.xml",
    [
      .init("entries", .records(of: MapEntry.self), "The addresses of a site map, or of site maps.") {
        $0.entries.records
      },
      .init("is_index", .scalar, "Whether the addresses are those of site maps.") { .bool($0.isIndex) },
    ])

  /// How many addresses a site map may have.
  private static let limit = 50_000

  static func addPages(to plan: inout PlanBuilder) {
    plan.relateLists()
    let baseURL = plan.input.baseURL
    let pages = plan.pages
    // Their places are put in order: a page is large, and there are tens of thousands.
    let mapped = pages.indices.filter {
      [.issue, .index, .standing].contains(pages[$0].purpose) && !pages[$0].isDraft
    }.sorted { pages[$0].path < pages[$1].path }
    let languages = MapLanguages(plan.settings)
    let entries = mapped.map { place in
      let page = pages[place]
      return MapEntry(
        base: baseURL, path: page.path.description, date: page.date, versions: languages.versions(of: page))
    }
    if entries.count <= limit { return add("sitemap.xml", entries, isIndex: false, &plan) }
    // Of more, several are made, and one of them.
    var maps: [MapEntry] = []
    for (index, start) in stride(from: 0, to: entries.count, by: limit).enumerated() {
      let path = "sitemap-\(index + 1).xml"
      add(path, Array(entries[start..<min(entries.count, start + limit)]), isIndex: false, &plan)
      maps.append(MapEntry(base: baseURL, path: path, date: nil, versions: []))
    }
    add("sitemap.xml", maps, isIndex: true, &plan)
  }

  private static func add(_ path: String, _ entries: [MapEntry], isIndex: Bool, _ plan: inout PlanBuilder) {
    plan.add(
      PageDraft(
        template, .machine, of: plan.site, at: path, in: plan.settings.mainLanguage, from: "the site map"
      ) { _ in (entries, isIndex) })
  }
}

/// An address in a site map.
struct MapEntry: RecordSubject {
  /// Where the site lies, and where the page lies below it.
  let base, path: String
  let date: String?
  /// The versions of the page in all its languages, where it has several.
  let versions: [MapVersion]

  static let recordType = RecordType<MapEntry>(
    "an address of the site",
    [
      .init("url", .scalar, "The whole address.") { Value($0.base + $0.path) },
      .init("date", .scalar, "The day of its last content, or none.") { Value($0.date) },
      .init(
        "versions", .records(of: MapVersion.self),
        "The page in each of its languages, itself among them, and the one for all others; empty for a page of one language."
      ) { $0.versions.records },
    ])
}

/// A version of a page in a site map.
struct MapVersion: RecordSubject {
  let language: String
  let url: String

  static let recordType = RecordType<MapVersion>(
    "a version of a page",
    [
      .init("language", .scalar, "The BCP 47 tag, or `x-default`.") { Value($0.language) },
      .init("url", .scalar, "The whole address.") { Value($0.url) },
    ])
}

/// How a site map names the versions of a page.
private struct MapLanguages {
  let settings: SiteSettings

  init(_ settings: SiteSettings) { self.settings = settings }

  func versions(of page: Page) -> [MapVersion] {
    if page.versions.isEmpty { return [] }
    let own = MapVersion(language: page.language, url: settings.origin + settings.root + page.path.description)
    let others = page.versions.map { version in
      let addresses = Addresses(language: version.language, settings: settings)
      return MapVersion(language: version.language, url: addresses.absolute(addresses.url(version.path)))
    }
    let fallback = settings.defaultVersion(of: page.language, others.map(\.language)).map { others[$0] } ?? own
    return [own] + others + [MapVersion(language: "x-default", url: fallback.url)]
  }
}
