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
  /// Files that issues link to and that are not there.
  private(set) var missingFiles: Set<String>
  /// Files whose texts are not out.
  let withheldFiles: Set<String>
  let assets: [String]
  /// The files that are published as they are, with their addresses.
  let statics: [(path: String, address: String)]

  /// The compiled templates of the theme.
  public var templates: Templates { theme.templates }

  /// The scheme and host of the site, with the path under which it lies.
  public var baseURL: String { settings.origin + settings.root }

  /// The digest of where the site lies, which templates can ask in ways that no name shows.
  public var locationDigest: Fingerprint { Fingerprint(of: Bytes("\(settings.origin) \(settings.root)".utf8)) }

  /// How many issues there are, in all languages.
  var issueCount: Int { archive.series.reduce(0) { $0 + $1.issues.count } }

  /// The same with other issues.
  ///
  /// - Parameter missing: Files that these link to and that are not there; those of before unless given.
  public func with(_ archive: Archive, missing: Set<String>? = nil) -> SiteInput {
    var copy = self
    copy.archive = archive
    copy.missingFiles = missing ?? missingFiles
    return copy
  }

  /// An input from its parts.
  ///
  /// - Parameters:
  ///   - missingFiles: Files that issues link to and that are not there, so that they are not copied.
  ///   - withheldFiles: Files whose texts are not out, so that links to them lead nowhere yet.
  ///   - assets: Paths below `assets/` in the folder of templates.
  ///   - statics: Paths of files in `StaticFolders`, relative to the site.
  public init(
    archive: Archive, authorities: Authorities = Authorities(), standingPages: [StandingPage], settings: SiteSettings,
    languages: KnownLanguages, theme: Theme, missingFiles: Set<String> = [], withheldFiles: Set<String> = [],
    assets: [String],
    statics: [String] = []
  ) {
    self.archive = archive
    self.authorities = authorities
    self.standingPages = standingPages
    self.settings = settings
    self.languages = languages
    self.theme = theme
    self.missingFiles = missingFiles
    self.withheldFiles = withheldFiles
    self.assets = assets
    self.statics = statics.compactMap { path in StaticFolders.address(of: path).map { (path, $0) } }
  }
}

extension SiteValues {
  /// The values that the pages of a site share.
  convenience init(_ input: SiteInput) {
    self.init(
      input.archive, settings: input.settings, languages: input.languages, theme: input.theme,
      pages: input.standingPages)
  }
}
