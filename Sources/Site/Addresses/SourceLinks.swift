import Bulletins
import Coding
import Synchronization
import Text

/// Turns links to the files of issues and pages into links to their addresses.
struct SourceLinks: Sendable {
  private let table: Table<[String: String]>
  private let formerTable: Table<FormerAddressTable>
  /// The pictures that texts show.
  let images: ShownImages
  private let namedTable: Table<NamedSources>
  private let nearTable: Table<NearSources>

  private let lostImages: LostImages
  private let heldPages: HeldPages
  private let publishedTable: Table<Set<String>>
  private let places: OldNamedPlaces

  private let pageTable: Table<Set<String>>

  private var addresses: [String: String] { table.value }
  private var pages: Set<String> { pageTable.value }

  /// - Parameters:
  ///   - images: The pictures that texts show.
  ///   - lostImages: Images that are left out of texts.
  ///   - heldPages: Where texts would be found that are held back.
  ///   - places: The places of pages that texts have.
  ///   - addresses: Gives the address of each source by the path of its file; called when a text has such links, which few
  ///     have.
  ///   - former: Gives the pages that took the place of former addresses.
  ///   - published: Gives the addresses of all files that are published as they are.
  init(
    images: ShownImages, without lostImages: LostImages, heldPages: HeldPages, places: OldNamedPlaces,
    _ addresses: @escaping @Sendable () -> [String: String],
    former: @escaping @Sendable () -> FormerAddressTable, published: @escaping @Sendable () -> Set<String>
  ) {
    self.places = places
    self.images = images
    self.lostImages = lostImages
    self.heldPages = heldPages
    publishedTable = Table(published)
    let table = Table(addresses)
    self.table = table
    pageTable = Table { Set(table.value.values) }
    namedTable = Table { NamedSources(table.value.keys.sorted()) }
    nearTable = Table { NearSources(table.value.keys) }
    formerTable = Table(former)
  }

  /// What is known of all texts, once somebody asked. A class, because all pages share it.
  private final class Table<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
      known.withLock { known in
        let value = known ?? make()
        known = value
        return value
      }
    }
  }

  /// The pages that took the place of former addresses.
  var former: FormerAddressTable { formerTable.value }

  /// Whether a link shows an image that is not there: one that is left out, or that of a tag of another engine.
  func isLost(_ link: TextLink) -> Bool {
    guard link.isImage else { return false }
    if lostImages.contain(link) { return true }
    guard link.isOfTag else { return false }
    switch link.target {
    case .attachment: return images.file(of: link) == nil
    case .site(let path): return images.file(of: link) == nil && !publishedTable.value.contains(path)
    case .source, .page: return false
    }
  }

  /// The address of the page to which a link with a former address leads, or with one that counts from a former address of
  /// its text; `nil` for other links.
  ///
  /// - Parameter source: The file of the text.
  func newAddress(of link: TextLink, in source: String) -> String? {
    if let path = link.sitePath {
      return former.target(of: path) ?? (link.isOutsideRoot ? address(ofSite: path, link) : nil)
    }
    return relativePath(of: link, in: source).flatMap { former.target(of: $0, from: source) }
  }

  /// The address of what lies below the site's root at a path; `nil` where no text and no file does.
  private func address(ofSite path: String, _ link: TextLink) -> String? {
    let url = former.root + path
    let isThere =
      pages.contains(url) || pages.contains(url + "/") || publishedTable.value.contains(path)
      || images.file(of: link) != nil
    return isThere ? url : nil
  }

  /// The path of a link that may count from a former address of its text, as the text writes it: here, it leads nowhere.
  private func relativePath(of link: TextLink, in source: String) -> String? {
    if link.isImage { return nil }
    switch link.target {
    case .page(let path):
      guard !path.isEmpty, addresses[source] != nil else { return nil }
      return url(of: path, from: source).map(pages.contains) ?? false ? nil : path
    case .attachment(let path, _):
      return link.isLikePage && images.file(of: link) == nil ? path.asPath(besides: source) : nil
    case .source, .site: return nil
    }
  }

  /// The new addresses of links that count from former addresses of their text, by the paths that its HTML has.
  func newAddresses(in outline: TextOutline, of source: String) -> [String: String] {
    outline.links.reduce(into: [:]) { found, link in
      let written: String? =
        switch link.target {
        case .page(let path): path
        case .attachment(_, let address): address
        case .site(let path): link.isOutsideRoot ? "/" + path : nil
        case .source: nil
        }
      if let written, let new = newAddress(of: link, in: source) { found[written] = new }
    }
  }

  /// The id of the heading in another text that a link names as another engine does; `nil` for other links.
  ///
  /// - Parameter source: The file of the text with the link.
  func newFragment(of link: TextLink, in source: String) -> String? {
    if link.fragment.isEmpty || link.isImage { return nil }
    let page: String? =
      newAddress(of: link, in: source)
      ?? {
        switch link.target {
        case .source(let path): address(of: path)
        case .site(let path): link.isOutsideRoot ? nil : former.root + path
        case .page(let path): path.isEmpty ? nil : url(of: path, from: source)
        case .attachment: nil
        }
      }()
    guard var page else { return nil }
    if page.hasSuffix("/index.html") { page.removeLast("index.html".count) }
    return places.id(meantBy: link.fragment, at: page.hasSuffix("/") ? page : page + "/")
  }

  /// A text whose links to headings of other texts name these as they are named here; what stands before `#` stays.
  func withNewFragments(_ html: Bytes, in outline: TextOutline, of source: String) -> Bytes {
    var ids: [String: [String: String]] = [:]
    for link in outline.links {
      guard let id = newFragment(of: link, in: source) else { continue }
      let written =
        switch link.target {
        case .source(let path): TextLink.scheme + path
        case .site(let path): "/" + path
        case .page(let path): path
        case .attachment(_, let address): address
        }
      ids[written, default: [:]][link.fragment] = id
    }
    if ids.isEmpty { return html }
    return LinkMarkup.withFragments(html) { address, fragment in
      let written = former.path(of: address).map { "/" + $0 } ?? PercentEncoding.decoded(address) ?? address
      return ids[written]?[PercentEncoding.decoded(fragment) ?? fragment]
    }
  }

  /// The file of the text that is held back to whose page a link leads by its address; `nil` for other links.
  ///
  /// - Parameter source: The file of the text with the link.
  func heldText(of link: TextLink, in source: String) -> String? {
    if heldPages.isEmpty || link.isImage { return nil }
    switch link.target {
    case .site(let path): return heldText(at: path)
    case .page(let path) where !path.isEmpty: return heldText(relative: path, to: source)
    case .page, .source, .attachment: return nil
    }
  }

  private func heldText(at path: String) -> String? {
    // What is published at an address is what readers find there.
    guard let source = heldPages.source(at: path) else { return nil }
    let url = former.root + path
    return pages.contains(url) || pages.contains(url + "/") ? nil : source
  }

  private func heldText(relative path: String, to source: String) -> String? {
    guard let url = url(of: path, from: source), url.hasPrefix(former.root) else { return nil }
    return heldText(at: String(url.dropFirst(former.root.count)))
  }

  /// The address of the page that a path means which counts from that of a text.
  private func url(of relative: String, from source: String) -> String? {
    // Pages' addresses have a slash before and behind them.
    addresses[source]?.parts(following: relative).map { ([""] + $0 + [""]).joined(separator: "/") }
  }

  private func leadsToHeldText(_ written: String, from source: String) -> Bool {
    if let path = former.path(of: written) { return heldText(at: path) != nil }
    guard let relative = PercentEncoding.decoded(written), !relative.isEmpty else { return false }
    if relative.hasPrefix("/") { return heldText(at: String(relative.dropFirst())) != nil }
    return heldText(relative: relative, to: source) != nil
  }

  /// A text without its links to pages that are held back, of which the words are left.
  func withoutHeldPages(_ html: Bytes, of source: String) -> Bytes {
    LinkMarkup.changed(html) { leadsToHeldText($0, from: source) ? .goes : .stays }
  }

  /// The text of a body with the addresses in place; of a link to nothing, its words are left.
  func resolved(_ html: Bytes) -> Bytes {
    LinkMarkup.changed(html, from: TextLink.scheme) { name in
      address(of: PercentEncoding.decoded(name) ?? name).map { .leads(to: $0) } ?? .goes
    }
  }

  /// What stands above a text, with the addresses in place.
  ///
  /// - Parameters:
  ///   - outline: The text below, which knows the links of both.
  ///   - source: The text's file.
  func resolved(_ head: Bytes, above outline: TextOutline, of source: String) -> Bytes {
    if outline.links.isEmpty { return head }
    let resolved = resolved(withNewFragments(head, in: outline, of: source))
    return outline.links.contains { heldText(of: $0, in: source) != nil }
      ? withoutHeldPages(resolved, of: source) : resolved
  }

  /// The address of a source; `nil` where it has none.
  func address(of path: String) -> String? {
    guard path.utf8.starts(with: TextLink.named.utf8) else { return addresses[path] }
    return namedTable.value.path(of: String(path.dropFirst(TextLink.named.count))).flatMap { addresses[$0] }
  }

  /// The path of a source that may have been meant.
  func nearest(to path: String) -> String? { nearTable.value.nearest(to: path) }
}
