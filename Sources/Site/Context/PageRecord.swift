import Templating
import Text

/// Where a page is, as templates read it.
struct PageRecord: RecordSubject {
  let place: PagePlace
  /// Links to the same page in other languages.
  let alternates: [Value]
  /// A way to each other language.
  let languages: [Value]
  let settings: SiteSettings

  static let recordType = RecordType<PageRecord>(
    "the page",
    [
      .init("url", .scalar, "The address.") { Value($0.settings.root + $0.place.path) },
      .init("absolute_url", .scalar, "The whole address.") { $0.absoluteURL },
      .init(
        "root", .scalar,
        "The way from the page to the site's root, which also leads there in a folder on disk: `../`. Of a page that servers show at any address, such as `404.html`, the root's path."
      ) { Value($0.wayToRoot) },
      .init(
        "section", .scalar,
        "The part of the site that it belongs to: `home`, `archive`, `topics`, `people` or `editors`; none for others."
      ) { Value($0.place.section?.rawValue) },
      .init("alternates", .records(of: Translation.self), "The same page in other languages.") {
        .list($0.alternates)
      },
      .init(
        "languages", .records(of: LanguageChoice.self),
        "A way to each other language of the site: to the same page, or to the home page where there is no such one."
      ) { .list($0.languages) },
      .init("default_url", .scalar, "The whole address of its version for readers of no listed language.") {
        $0.defaultURL
      },
      .init("is_draft", .scalar, "Whether it shows a draft, which search engines should leave alone.") {
        .bool($0.place.isDraft)
      },
    ])

  private var wayToRoot: String {
    if place.path.isEmpty { return "./" }
    // A page that is no folder stands in for others.
    return place.path.hasSuffix("/") ? String(repeating: "../", count: place.path.pathParts.count) : settings.root
  }

  private var absoluteURL: Value { Value(settings.origin + settings.root + place.path) }

  private var defaultURL: Value {
    if alternates.isEmpty { return absoluteURL }
    let languages = alternates.map { $0["language"].bytes?.string ?? "" }
    return settings.defaultVersion(of: place.language, languages).map { alternates[$0]["absolute_url"] } ?? absoluteURL
  }
}

extension SiteSettings {
  /// Which of a page's versions is for readers of no listed language: that in the first of the site's languages that
  /// there is; `nil` for the page itself.
  func defaultVersion(of language: String, _ others: [String]) -> Int? {
    for tag in languages {
      if tag == language { return nil }
      if let version = others.firstIndex(of: tag) { return version }
    }
    return nil
  }
}

/// A way to another language.
struct LanguageChoice: RecordSubject {
  let language: Value
  let name: Value
  let url: Value
  let isHome: Bool

  /// The way that a link leads.
  ///
  /// - Parameters:
  ///   - link: A translation of the page, or the home page of the language.
  ///   - isHome: Whether it is the home page, for want of the same one.
  init(_ link: Value, isHome: Bool) {
    (language, name, url) = (link["language"], link["name"], link["url"])
    self.isHome = isHome
  }

  static let recordType = RecordType<LanguageChoice>(
    "a way to another language",
    [
      .init("language", .scalar, "The BCP 47 tag.") { $0.language },
      .init("name", .scalar, "The language's own name.") { $0.name },
      .init("url", .scalar, "The address.") { $0.url },
      .init("is_home", .scalar, "Whether it leads to the home page, since there is no such page in the language.") {
        .bool($0.isHome)
      },
    ])
}
