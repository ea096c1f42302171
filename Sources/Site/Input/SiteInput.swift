import Bulletins
import Coding
import Languages
import Templating
import Text

/// What a site is planned from.
public struct SiteInput: Sendable {
  /// All issues, put in order.
  public private(set) var archive: Archive
  /// What the authority files say.
  public let authorities: Authorities
  /// The standing pages that are out.
  public let standingPages: [StandingPage]
  /// What `site.yaml` says.
  public let settings: SiteSettings
  /// The languages of the site.
  public let languages: KnownLanguages
  /// The templates, words and assets.
  public let theme: Theme
  /// The files beside texts and templates.
  public private(set) var files: SiteFiles

  /// The compiled templates of the theme.
  public var templates: Templates { theme.templates }

  /// The scheme and host of the site, with the path under which it lies.
  public var baseURL: String { settings.origin + settings.root }

  /// The digest of where the site lies, which templates can ask in ways that no name shows.
  public var locationDigest: Fingerprint { Fingerprint(of: Bytes("\(settings.origin) \(settings.root)".utf8)) }

  /// How many pages there are, or a few less: those of issues, people, topics and years in all languages.
  var pageCount: Int {
    archive.series.reduce(64 + standingPages.count) {
      $0 + $1.issues.count + $1.people.count + $1.topics.count + $1.volumes.count
    }
  }

  /// Whether readers can search: unless the settings say no, or the site has a page of its own in the place.
  var hasSearch: Bool {
    settings.hasSearch && !standingPages.contains { $0.pagePath == Addresses.search }
      && !files.isPublished(at: Addresses.search + "index.html")
  }

  /// The same with other issues.
  ///
  /// - Parameter attached: What is known of the files beside them; the same as before unless given.
  public func with(_ archive: Archive, attached: AttachedFiles? = nil) -> SiteInput {
    var copy = self
    copy.archive = archive
    if let attached { copy.files.attached = attached }
    return copy
  }

  /// An input from its parts.
  public init(
    archive: Archive, authorities: Authorities, standingPages: [StandingPage], settings: SiteSettings,
    languages: KnownLanguages, theme: Theme, files: SiteFiles
  ) {
    self.archive = archive
    self.authorities = authorities
    self.standingPages = standingPages
    self.settings = settings
    self.languages = languages
    self.theme = theme
    self.files = files
  }
}
