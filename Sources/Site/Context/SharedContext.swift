import Templating
import Text

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
  let language: String
  /// Links to the same page in other languages.
  let alternates: [Value]
  let isDraft: Bool
  let settings: SiteSettings

  static let recordType = RecordType<PageRecord>(
    "the page",
    [
      .init("url", .scalar, "The address.") { Value($0.settings.root + $0.path) },
      .init("absolute_url", .scalar, "The whole address.") { $0.absoluteURL },
      .init("alternates", .records(of: Translation.self), "The same page in other languages.") {
        .list($0.alternates)
      },
      .init("default_url", .scalar, "The whole address of its version for readers of no listed language.") {
        $0.defaultURL
      },
      .init("is_draft", .scalar, "Whether it shows a draft, which search engines should leave alone.") {
        .bool($0.isDraft)
      },
    ])

  private var absoluteURL: Value { Value(settings.origin + settings.root + path) }

  /// Of its versions, the one in the first of the site's languages that there is.
  private var defaultURL: Value {
    if alternates.isEmpty { return absoluteURL }
    for tag in settings.languages {
      if tag == language { break }
      if let version = alternates.first(where: { $0["language"].bytes == Bytes(tag.utf8) }) {
        return version["absolute_url"]
      }
    }
    return absoluteURL
  }
}
