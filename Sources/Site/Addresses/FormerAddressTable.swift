import Bulletins
import Coding
import Text

/// Where the pages are that took the place of former addresses, for links that are still written with these.
struct FormerAddressTable: Sendable {
  /// The pages' addresses, by the files in which readers are sent on.
  private var targets: [String: String] = [:]
  /// The former addresses of each text, by its file.
  private var addresses: [String: [String]] = [:]
  /// What whole addresses of the site begin with, and the path with which all others do.
  private var origin = ""
  private(set) var root = "/"

  /// No addresses.
  init() {}

  /// The addresses of a site's texts. Of several for one, the first counts, and none that a page has now.
  init(of series: [PublishedSeries], _ standingPages: [StandingPage], _ settings: SiteSettings) {
    (origin, root) = (settings.origin, settings.root)
    let redirects = Redirect.all(of: series, standingPages, settings)
    if redirects.isEmpty { return }
    var pages: Set<String> = []
    for one in series {
      let prefix = one.addresses.prefix
      pages.formUnion(one.series.issues.map { "\(prefix)\($0.pagePath)index.html" })
      pages.formUnion(one.series.volumes.map { "\(prefix)\(Volume.pagePath(of: $0.year))index.html" })
    }
    for page in standingPages {
      pages.insert(Addresses(language: page.language, settings: settings).prefix + page.pagePath + "index.html")
    }
    for redirect in redirects {
      if redirect.address.query == nil { addresses[redirect.origin, default: []].append(redirect.address.path) }
      guard let file = redirect.address.page.flatMap({ PagePath($0)?.file }), !pages.contains(file) else { continue }
      targets[file] = targets[file] ?? redirect.target
    }
  }

  /// The address of the page that took the place of one; `nil` for an address that is none of old.
  ///
  /// - Parameter path: Below the site's root, without percent signs.
  func target(of path: String) -> String? {
    if targets.isEmpty { return nil }
    func target(at path: String) -> String? {
      FormerAddress(path: path)?.page.flatMap { PagePath($0)?.file }.flatMap { targets[$0] }
    }
    // Servers give `ebb.html` for `ebb`, and so engines link to it.
    return target(at: path) ?? (path.hasSuffix("/") || path.hasSuffix(".html") ? nil : target(at: path + ".html"))
  }

  /// The address of the page that a link means which counts from a former address of its text; `nil` where it means none.
  ///
  /// - Parameters:
  ///   - relative: The path as the text writes it, without percent signs: `../ebb/`, `ebb.html`.
  ///   - origin: The text's file.
  func target(of relative: String, from origin: String) -> String? {
    addresses[origin]?.lazy.compactMap { address in
      address.parts(following: relative).flatMap { parts in
        target(of: parts.joined(separator: "/") + (relative.hasSuffix("/") ? "/" : ""))
      }
    }.first
  }

  /// A text with links to former addresses made to lead where readers would be sent; what stands behind `#` stays.
  ///
  /// - Parameter relative: The new addresses of links that count from the text's own address of old, by their paths.
  func resolved(_ html: Bytes, relative: [String: String]) -> Bytes {
    func judge(_ written: String) -> LinkMarkup.Verdict {
      let target = path(of: written).flatMap { self.target(of: $0) } ?? relative[PercentEncoding.decoded(written) ?? ""]
      return target.map { .leads(to: $0) } ?? .stays
    }
    let changed = LinkMarkup.changed(html, judge)
    // Pictures have none of old, but may be written from the root of the host on.
    return relative.keys.contains { $0.hasPrefix("/") } ? LinkMarkup.changed(changed, in: "src", judge) : changed
  }

  /// The path below the site's root that a link means; `nil` for one that leads elsewhere.
  func path(of written: String) -> String? {
    var rest = written.utf8[...]
    if rest.starts(with: origin.utf8) { rest = rest.dropFirst(origin.utf8.count) }
    guard rest.starts(with: root.utf8) else { return nil }
    return PercentEncoding.decoded(String(Substring(rest.dropFirst(root.utf8.count))))
  }
}
