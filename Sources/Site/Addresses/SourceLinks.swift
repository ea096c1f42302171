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
  private let publishedTable: Table<Set<String>>

  private let pageTable: Table<Set<String>>

  private var addresses: [String: String] { table.value }
  private var pages: Set<String> { pageTable.value }

  /// - Parameters:
  ///   - images: The pictures that texts show.
  ///   - lostImages: Images that are left out of texts.
  ///   - addresses: Gives the address of each source by the path of its file; called when a text has such links, which few
  ///     have.
  ///   - former: Gives the pages that took the place of former addresses.
  ///   - published: Gives the addresses of all files that are published as they are.
  init(
    images: ShownImages, without lostImages: LostImages, _ addresses: @escaping @Sendable () -> [String: String],
    former: @escaping @Sendable () -> FormerAddressTable, published: @escaping @Sendable () -> Set<String>
  ) {
    self.images = images
    self.lostImages = lostImages
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
    if let path = link.sitePath { return former.target(of: path) }
    return relativePath(of: link, in: source).flatMap { former.target(of: $0, from: source) }
  }

  /// The path of a link that may count from a former address of its text, as the text writes it: here, it leads nowhere.
  private func relativePath(of link: TextLink, in source: String) -> String? {
    if link.isImage { return nil }
    switch link.target {
    case .page(let path):
      guard !path.isEmpty, let page = addresses[source] else { return nil }
      // Pages' addresses have a slash before and behind them.
      let meant = page.parts(following: path).map { ([""] + $0 + [""]).joined(separator: "/") }
      return meant.map(pages.contains) ?? false ? nil : path
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
        case .source, .site: nil
        }
      if let written, let new = newAddress(of: link, in: source) { found[written] = new }
    }
  }

  /// The text of a body with the addresses in place; of a link to nothing, its words are left.
  func resolved(_ html: Bytes) -> Bytes {
    let mark = Bytes("href=\"\(TextLink.scheme)".utf8)
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: mark, from: copied) {
      let path = start + mark.count
      let end = html[path...].firstIndex { "\"#?".utf8.contains($0) } ?? html.count
      let name = Array(html[path..<end]).string
      if let address = address(of: PercentEncoding.decoded(name) ?? name) {
        result += html[copied..<start] + Bytes("href=\"".utf8) + Bytes(address.utf8)
        copied = end
        continue
      }
      // The renderer writes `<a href="…">…</a>`, and no link stands in another.
      let tag = html[..<start].lastIndex(of: UInt8(ascii: "<")) ?? start
      let words = (html.firstOffset(of: UInt8(ascii: ">"), from: end) ?? end) + 1
      let close = html.firstOffset(of: SourceLinks.close, from: words) ?? html.count
      result += html[copied..<tag] + html[words..<close]
      copied = min(html.count, close + SourceLinks.close.count)
    }
    return result + html[copied...]
  }

  private static let close = Bytes("</a>".utf8)

  /// The address of a source; `nil` where it has none.
  func address(of path: String) -> String? {
    guard path.utf8.starts(with: TextLink.named.utf8) else { return addresses[path] }
    return namedTable.value.path(of: String(path.dropFirst(TextLink.named.count))).flatMap { addresses[$0] }
  }

  /// The path of a source that may have been meant.
  func nearest(to path: String) -> String? { nearTable.value.nearest(to: path) }
}
