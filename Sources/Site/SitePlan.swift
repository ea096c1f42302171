import Bulletins
import Coding
import Diagnostics
import Feeds
import Templating
import Text

/// Everything that a site will consist of: pages to render, and files to copy.
public struct SitePlan: Sendable {
  /// A file of Content or Templates that is published as it is.
  public struct Copy: Sendable, Hashable {
    /// Which folder it comes from.
    public enum Folder: Sendable { case content, templates }

    /// Which folder it comes from.
    public let folder: Folder
    /// The path there.
    public let source: String
    /// Where it goes.
    public let path: PagePath
  }

  /// The pages, in the order of their addresses.
  public private(set) var pages: [Page] = []
  /// The files to copy, in the order of their addresses.
  public private(set) var copies: [Copy] = []
  /// Files that no template makes.
  public private(set) var files: [OutputFile] = []
  /// How many issues are among the pages.
  public let issueCount: Int
  /// How many feeds are among the pages.
  public var feedCount: Int { pages.count { $0.kind == .feed } }

  /// What the pages are made of.
  public struct Materials: Sendable {
    /// All issues, put in order.
    public private(set) var archive: Archive
    /// What the authority files say.
    public let authorities: Authorities
    let standingPages: [StandingPage]
    /// What `site.yaml` says.
    public let settings: SiteSettings
    /// The templates, words and assets.
    public let theme: Theme
    let lost: Set<String>
    let held: Set<String>
    let assets: [String]

    /// The compiled templates of the theme.
    public var templates: Templates { theme.templates }

    /// The scheme and host of the site, with the path under which it lies.
    public var origin: String { settings.origin + settings.root }

    /// What tells where the site lies, which templates can ask in ways that no name shows.
    public var place: Fingerprint { Fingerprint(of: Bytes("\(settings.origin) \(settings.root)".utf8)) }

    /// The same with other issues.
    public func with(_ archive: Archive) -> Materials {
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
      theme: Theme, lost: Set<String> = [],
      held: Set<String> = [], assets: [String]
    ) {
      self.archive = archive
      self.authorities = authorities
      self.standingPages = standingPages
      self.settings = settings
      self.theme = theme
      self.lost = lost
      self.held = held
      self.assets = assets
    }
  }

  /// Plans a site; two sources for one address are an error that names both.
  public static func of(_ materials: Materials) -> (SitePlan, [Diagnostic]) {
    var plan = SitePlan(issueCount: materials.archive.series.reduce(0) { $0 + $1.issues.count })
    guard let feedDate = FeedDate(timeZone: materials.settings.timeZone) else { return (plan, []) }
    let values = SiteValues(
      materials.archive, settings: materials.settings, feedDate: feedDate, theme: materials.theme,
      pages: materials.standingPages)
    var builder = PlanBuilder(materials: materials, values: values)
    builder.build()
    plan.pages = builder.pages.sorted { $0.path < $1.path }
    plan.files = builder.files
    plan.copies = builder.copies.sorted { $0.path < $1.path }
    return (plan, builder.diagnostics.inOrder)
  }

  private init(issueCount: Int) { self.issueCount = issueCount }
}

/// Gathers pages, and watches over their addresses.
struct PlanBuilder {
  let materials: SitePlan.Materials
  let values: SiteValues
  private(set) var pages: [Page] = []
  private(set) var copies: [SitePlan.Copy] = []
  private(set) var files: [OutputFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var owners: [String: (origin: String, place: Place?)] = [:]

  var settings: SiteSettings { materials.settings }

  init(materials: SitePlan.Materials, values: SiteValues) {
    self.materials = materials
    self.values = values
  }

  mutating func build() {
    let issues = materials.archive.series.reduce(0) { $0 + $1.issues.count }
    owners.reserveCapacity(issues)
    pages.reserveCapacity(issues)
    for series in materials.archive.series {
      guard let all = values.series[series.language] else { continue }
      warnIfUnlisted(series)
      addIssues(all)
      addVolumes(all)
      addTopics(all)
      addPeople(all)
      add(values.feed(all))
    }
    addEmptyLanguages()
    addStandingPages()
    addAliases()
    addMachineFiles()
    for asset in materials.assets { copy(.templates, "assets/" + asset, to: "assets/" + asset) }
  }

  private mutating func warnIfUnlisted(_ series: Series) {
    guard !settings.languages.contains(series.language), let first = series.issues.first else { return }
    diagnostics.append(
      Diagnostic(
        .unknownLanguage, "the language `\(series.language)` is not among the site's languages",
        at: first.issue.place,
        help: "add it to `languages:` in site.yaml"))
  }

  mutating func note(_ found: [Diagnostic]) { diagnostics += found }

  /// Adds a page; its address must be free.
  mutating func add(_ draft: PageDraft) {
    guard let address = take(draft.path, draft.origin, draft.place) else { return }
    pages.append(draft.page(at: address))
  }

  /// Adds a page; its address must be free.
  ///
  /// - Parameters:
  ///   - path: The address below the site's root.
  ///   - place: Where the source says what gave this address.
  mutating func add(
    _ path: String, _ kind: Page.Kind, _ template: String, from origin: String, at place: Place? = nil,
    date: String? = nil, isDraft: Bool = false, context: @escaping @Sendable (TextSource) -> [Symbol: Value]
  ) {
    add(
      PageDraft(
        path: path, kind: kind, template: template, origin: origin, place: place, date: date, isDraft: isDraft,
        context: context))
  }

  /// Tells search engines that they may look at everything, and where the site map is.
  mutating func addRobots(_ settings: SiteSettings) {
    guard let path = take("robots.txt", "the program", nil) else { return }
    let map = settings.origin + settings.root + "sitemap.xml"
    files.append(OutputFile(path: path.file, bytes: Bytes("User-agent: *\nAllow: /\n\nSitemap: \(map)\n".utf8)))
  }

  mutating func copy(_ folder: SitePlan.Copy.Folder, _ source: String, to path: String) {
    if folder == .content, materials.lost.contains(source) || owners[path]?.origin == source { return }
    guard let address = take(path, source, nil) else { return }
    copies.append(SitePlan.Copy(folder: folder, source: source, path: address))
  }

  private mutating func take(_ path: String, _ origin: String, _ place: Place?) -> PagePath? {
    guard let address = PagePath(path) else {
      diagnostics.append(Diagnostic(.badFileName, "“\(path)” can't be an address", in: origin))
      return nil
    }
    if let owner = owners[address.file] {
      let notes = [Diagnostic.Note("\(owner.origin) gives the same address", at: owner.place)]
      let message = "the address /\(path) is taken by \(owner.origin)"
      diagnostics.append(
        place.map { Diagnostic(.addressTaken, message, at: $0, notes: notes, help: "change one of the two") }
          ?? Diagnostic(.addressTaken, message, in: origin, notes: notes, help: "change one of the two"))
      return nil
    }
    owners[address.file] = (origin, place)
    return address
  }
}

extension DiagnosticKind {
  static let addressTaken = DiagnosticKind(
    "address-taken", .error,
    "Two files give one address, so one of them would be lost. Correct a number, rename a file, or remove an alias.")
  static let unknownLanguage = DiagnosticKind(
    "unknown-language", .warning,
    "An issue is in a language that `languages:` in `site.yaml` does not name. Its pages are published under the language's tag."
  )
  /// A name that can be no address.
  public static let badFileName = DiagnosticKind(
    "bad-file-name", .error,
    "A file's name can't become an address: it is no UTF-8, too long, or hidden parts are in it.")
}
