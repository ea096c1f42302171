import Templating

/// What every page reads, whatever it shows.
struct SharedContext {
  let site: Value
  let strings: Value
  let page: PageRecord

  /// The variables, with the strings of a theme.
  static func variables(strings: Shape) -> [RecordType<SharedContext>.Field] {
    [
      .init("site", .record(of: SiteRecord.self), "What the whole site is.") { $0.site },
      .init("page", .record(of: PageRecord.self), "Where the page is.") { $0.page.record },
      .init("t", .record(strings), "The words of the page's language, from the theme's strings.") { $0.strings },
    ]
  }
}

/// Where a page is.
struct PageRecord: RecordSubject {
  /// The address below the site's root.
  let path: String
  /// Links to the same page in other languages.
  let alternates: [Value]
  let isDraft: Bool
  let settings: SiteSettings

  static let recordType = RecordType<PageRecord>(
    "the page",
    [
      .init("url", .scalar, "The address.") { Value($0.settings.root + $0.path) },
      .init("absolute_url", .scalar, "The whole address.") { Value($0.settings.origin + $0.settings.root + $0.path) },
      .init("alternates", .records(of: Translation.self), "The same page in other languages.") {
        .list($0.alternates)
      },
      .init("is_draft", .scalar, "Whether it shows a draft, which search engines should leave alone.") {
        .bool($0.isDraft)
      },
    ])
}
