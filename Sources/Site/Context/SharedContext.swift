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
