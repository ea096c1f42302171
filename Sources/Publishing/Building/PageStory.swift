import Site
import System
import Text

/// What a published page depends on, and what made it render last.
public struct PageStory: Sendable {
  /// The path in the published folder.
  public let path: String
  /// The file that it comes from, or a few words where it comes from many.
  public let origin: String
  /// The templates that take part, the one that makes the page first.
  public let templates: [String]
  /// The parts of the context that they name.
  public let values: [String]
  /// The sources whose texts it shows.
  public let texts: [String]
  /// The files that these texts take in: what they include, and the templates of shortcodes.
  public let included: [String]
  /// Why it was made last; `nil` where no build made it yet.
  public let reason: String?

  /// The story of a page of a site, if it has the page.
  ///
  /// - Parameter address: An address as a browser shows it, or a path in the published folder.
  public static func of(_ address: String, _ options: BuildOptions) throws(EnvironmentError) -> Result {
    try SiteFolder.check(options.site)
    // A build that is under way may be changing the store.
    return try OpenStore.forLooking(at: options).use { of(address, options, $0) }
  }

  private static func of(_ address: String, _ options: BuildOptions, _ store: Store) -> Result {
    let edition = Edition.read(options, ContentFolder(site: options.site), memory: .store(store), for: .holding)
    guard let site = edition.site.value else { return .unreadable }
    let materials = site.materials
    let wanted = files(at: address, materials.baseURL)
    guard let page = wanted.lazy.compactMap({ site.page(at: $0) }).first else {
      let near = site.plan.pages.map(\.path.file).nearest(to: wanted[0])
      return .unknown(near: near.map { "/" + ($0.hasSuffix("index.html") ? String($0.dropLast(10)) : $0) })
    }
    let known = (try? store.outputs()) ?? [:]
    let reads = materials.templates.dependencies(of: page.template)
    let others = (reads?.templates ?? []).filter { $0 != page.template }
    let texts = page.contents(from: TextSource { _ in [] }).texts
    let uses = texts.flatMap { text in
      edition.issues[text]?.reading.uses ?? materials.standingPages.first { $0.path == text }?.uses ?? []
    }
    return .found(
      PageStory(
        path: page.path.file, origin: page.origin, templates: [page.template] + others,
        values: reads?.parts.map(\.name) ?? [],
        texts: texts, included: Set(uses.filter { $0.digest != nil }.map(\.path)).sorted(),
        reason: known[page.path.file]?.reason))
  }

  /// What came of asking.
  public enum Result: Sendable {
    /// The site has the page.
    case found(PageStory)
    /// It does not; perhaps another one was meant.
    case unknown(near: String?)
    /// The settings or the theme can't be read.
    case unreadable
  }

  /// Where the page of an address may lie, the likelier first: of a whole one, of a path, or of a file's own name.
  private static func files(at address: String, _ origin: String) -> [String] {
    var path = address[...]
    if path.hasPrefix(origin) { path = path.dropFirst(origin.count) }
    if let end = path.firstIndex(where: { $0 == "#" || $0 == "?" }) { path = path[..<end] }
    path = path.drop { $0 == "/" }
    if path.isEmpty || path.hasSuffix("/") { return [path + "index.html"] }
    let files = [path + "/index.html", String(path)]
    return path.pathParts.last?.contains(".") == true ? files.reversed() : files
  }
}
