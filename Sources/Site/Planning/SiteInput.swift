import Bulletins
import Coding
import Diagnostics
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
  /// What is known of the files beside texts.
  private(set) var attachedFiles: AttachedFiles
  /// Files whose texts are not out.
  let withheldFiles: Set<String>
  /// Images that are left out of the texts that show them.
  let lostImages: LostImages
  let assets: [String]
  /// The files that are published as they are, with their addresses.
  let statics: [(path: String, address: String)]
  /// Gives the source at a path, for the lines that findings show; `nil` where it can't be read.
  let source: @Sendable (String) -> SourceFile?
  /// Gives the size of the picture at a path, relative to the site; `nil` where none can be read.
  let imageSize: @Sendable (String) -> ImageSize?

  /// The compiled templates of the theme.
  public var templates: Templates { theme.templates }

  /// The scheme and host of the site, with the path under which it lies.
  public var baseURL: String { settings.origin + settings.root }

  /// The digest of where the site lies, which templates can ask in ways that no name shows.
  public var locationDigest: Fingerprint { Fingerprint(of: Bytes("\(settings.origin) \(settings.root)".utf8)) }

  /// The site's own small picture for browsers, below its root.
  var icon: String? {
    ["favicon.svg", "favicon.png", "favicon.ico"].first { name in statics.contains { $0.address == name } }
  }

  /// The files that are published as they are, by their addresses below the site's root.
  var publishedFiles: [String: String] {
    let own = assets.map { ("assets/" + $0, Theme.folder + "assets/" + $0) }
    return Dictionary(statics.map { ($0.address, $0.path) } + own) { first, _ in first }
  }

  /// How many issues there are, in all languages.
  var issueCount: Int { archive.series.reduce(0) { $0 + $1.issues.count } }

  /// Whether readers can search: unless the settings say no, or the site has a page of its own in the place.
  var hasSearch: Bool {
    settings.hasSearch && !standingPages.contains { $0.pagePath == Addresses.search }
      && !statics.contains { $0.address == Addresses.search + "index.html" }
  }

  /// The same with other issues.
  ///
  /// - Parameter attached: What is known of the files beside them; the same as before unless given.
  public func with(_ archive: Archive, attached: AttachedFiles? = nil) -> SiteInput {
    var copy = self
    copy.archive = archive
    copy.attachedFiles = attached ?? attachedFiles
    return copy
  }

  /// An input from its parts.
  ///
  /// - Parameters:
  ///   - attachedFiles: What is known of the files beside texts.
  ///   - withheldFiles: Files whose texts are not out, so that links to them lead nowhere yet.
  ///   - assets: Paths below `assets/` in the folder of templates.
  ///   - statics: Paths of files in `StaticFolders`, relative to the site.
  ///   - lostImages: Images that are left out of the texts that show them, since they are not there.
  ///   - source: Gives the source at a path, for the lines that findings show.
  ///   - imageSize: Gives the size of the picture at a path, relative to the site.
  public init(
    archive: Archive, authorities: Authorities = Authorities(), standingPages: [StandingPage], settings: SiteSettings,
    languages: KnownLanguages, theme: Theme, attachedFiles: AttachedFiles = AttachedFiles(),
    withheldFiles: Set<String> = [], assets: [String], statics: [String] = [],
    lostImages: Set<TextLink.Target> = [],
    source: @escaping @Sendable (String) -> SourceFile? = { _ in nil },
    imageSize: @escaping @Sendable (String) -> ImageSize? = { _ in nil }
  ) {
    self.archive = archive
    self.authorities = authorities
    self.standingPages = standingPages
    self.settings = settings
    self.languages = languages
    self.theme = theme
    self.attachedFiles = attachedFiles
    self.source = source
    self.imageSize = imageSize
    self.withheldFiles = withheldFiles
    self.assets = assets
    self.lostImages = LostImages(lostImages)
    self.statics = statics.compactMap { path in StaticFolders.address(of: path).map { (path, $0) } }
  }
}

extension SiteValues {
  /// The values that the pages of a site share.
  convenience init(_ input: SiteInput) {
    self.init(
      input.archive, settings: input.settings, languages: input.languages, theme: input.theme,
      pages: input.standingPages, hasSearch: input.hasSearch, icon: input.icon,
      images: ImageSizes(published: input.publishedFiles, input.imageSize), lostImages: input.lostImages)
  }
}
