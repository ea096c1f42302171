import Bulletins
import Coding
import Templating
import Text

/// What the pages of a site are made of.
public struct SiteMaterials: Sendable {
  /// All issues, put in order.
  public private(set) var archive: Archive
  /// What the authority files say.
  public let authorities: Authorities
  let standingPages: [StandingPage]
  /// What `site.yaml` says.
  public let settings: SiteSettings
  /// The templates, words and assets.
  public let theme: Theme
  /// Files that issues link to and that are not there.
  let missingFiles: Set<String>
  /// Files whose texts are not out.
  let withheldFiles: Set<String>
  let assets: [String]

  /// The compiled templates of the theme.
  public var templates: Templates { theme.templates }

  /// The scheme and host of the site, with the path under which it lies.
  public var origin: String { settings.origin + settings.root }

  /// The digest of where the site lies, which templates can ask in ways that no name shows.
  public var place: Fingerprint { Fingerprint(of: Bytes("\(settings.origin) \(settings.root)".utf8)) }

  /// How many issues there are, in all languages.
  var issueCount: Int { archive.series.reduce(0) { $0 + $1.issues.count } }

  /// The same with other issues.
  public func with(_ archive: Archive) -> SiteMaterials {
    var copy = self
    copy.archive = archive
    return copy
  }

  /// Materials from their parts.
  ///
  /// - Parameters:
  ///   - lost: Files that issues link to and that are not there, so that they are not copied.
  ///   - held: Files whose texts are held back, so that links to them lead nowhere yet.
  ///   - assets: Paths below `assets/` in the folder of templates.
  public init(
    archive: Archive, authorities: Authorities = Authorities(), standingPages: [StandingPage], settings: SiteSettings,
    theme: Theme, lost: Set<String> = [], held: Set<String> = [], assets: [String]
  ) {
    self.archive = archive
    self.authorities = authorities
    self.standingPages = standingPages
    self.settings = settings
    self.theme = theme
    missingFiles = lost
    withheldFiles = held
    self.assets = assets
  }
}

extension SiteValues {
  /// The values that the pages made of materials share.
  convenience init(_ materials: SiteMaterials) {
    self.init(
      materials.archive, settings: materials.settings, theme: materials.theme, pages: materials.standingPages)
  }
}
