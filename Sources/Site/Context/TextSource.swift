import Bulletins
import Coding
import Synchronization
import Templating
import Text

/// Which text is meant, and in which form.
public struct TextReference: Sendable, Hashable {
  /// The path of the file that it comes from.
  public let path: String
  /// Its place among the articles of the file.
  public let article: Int
  /// The digest of its HTML.
  public let digest: Fingerprint

  /// The text of an article of a file.
  public init(path: String, article: Int = 0, digest: Fingerprint) {
    self.path = path
    self.article = article
    self.digest = digest
  }
}

/// Where the texts of issues and pages come from while a page is made, and which of them the page can read.
public struct TextSource: Sendable {
  private let html: @Sendable (TextReference) -> Bytes
  private let asked = Asked()
  private let shared: SharedTexts?

  /// The paths of the files whose texts a page can read. A class, because everything that gathers a page adds to one.
  private final class Asked: Sendable {
    private let paths = Mutex<[String]>([])

    func add(_ path: String) { paths.withLock { $0.append(path) } }

    var all: [String] {
      let paths = paths.withLock { $0 }
      return paths.count < 2 ? paths : Set(paths).sorted()
    }
  }

  /// Texts from a function that gives the HTML of each.
  ///
  /// - Parameter shared: Keeps what several pages show, for as long as pages are made.
  public init(sharing shared: SharedTexts? = nil, _ html: @escaping @Sendable (TextReference) -> Bytes) {
    self.shared = shared
    self.html = html
  }

  /// The files whose texts were asked for.
  var paths: [String] { asked.all }

  /// The markup of an article, fetched when a template reads it, with links to files turned into links to addresses.
  ///
  /// - Parameter article: Its place among the articles of the file.
  func text(of outline: TextOutline, at path: String, article: Int = 0, _ links: SourceLinks) -> LazyText {
    asked.add(path)
    let html = html
    return LazyText(token: token(of: outline, at: path, links, hasCopies: true), isMarkup: true) {
      let reference = TextReference(path: path, article: article, digest: outline.digest)
      return TextSource.resolved(html(reference), of: outline, at: path, links, hasCopies: true)
    }
  }

  /// The markup of all articles of a file as one text that several pages show.
  ///
  /// - Parameters:
  ///   - frame: What `finish` makes the text ready with: where that differs, so may the text.
  ///   - finish: Makes of the markup of each what the pages show.
  func sharedText(
    of outlines: [TextOutline], at path: String, _ links: SourceLinks, in frame: Bytes,
    _ finish: @escaping @Sendable ([Bytes]) -> Bytes
  ) -> LazyText {
    asked.add(path)
    let (html, shared) = (html, shared)
    let token =
      outlines.reduce(into: Bytes()) { $0 += self.token(of: $1, at: path, links, hasCopies: false) + [0x0A] } + frame
    return LazyText(token: token, isMarkup: false) {
      func make() -> Bytes {
        finish(
          outlines.enumerated().map { place, outline in
            let reference = TextReference(path: path, article: place, digest: outline.digest)
            return TextSource.resolved(html(reference), of: outline, at: path, links, hasCopies: false)
          })
      }
      return shared?.text(token, make) ?? make()
    }
  }

  /// What feeds have of a file: one value for all of them, and one for those that have its texts no more.
  func sharedItem(of path: String, isBrief: Bool, _ make: () -> Value) -> Value {
    asked.add(path)
    return shared?.item(path, isBrief: isBrief, make) ?? make()
  }

  /// Differs where the text or what it links to differs.
  ///
  /// - Parameters:
  ///   - file: The file that it comes from.
  ///   - hasCopies: Whether its pictures say which smaller copies there are.
  private func token(of outline: TextOutline, at file: String, _ links: SourceLinks, hasCopies: Bool) -> Bytes {
    var start = outline.digest.bytes
    for (address, tag) in links.images.tags(in: outline, withCopies: hasCopies).sorted(by: { $0.key < $1.key }) {
      start += [0x0A] + Bytes("\(address) \(tag.token)".utf8)
    }
    return outline.links.reduce(into: start) { token, link in
      // What is said of each link stands apart from what is said of the others.
      token.append(0x0A)
      if let path = link.source { token += Bytes((links.address(of: path) ?? "").utf8) }
      if links.isLost(link) { token.append(0x01) }
      if links.heldText(of: link, in: file) != nil { token.append(0x02) }
      if let new = links.newAddress(of: link, in: file) { token += Bytes(new.utf8) }
      if let new = links.newFragment(of: link, in: file) { token += Bytes("#\(new)".utf8) }
    }
  }

  private static func resolved(
    _ html: Bytes, of outline: TextOutline, at path: String, _ links: SourceLinks, hasCopies: Bool
  ) -> Bytes {
    let isOld = outline.links.contains { links.newAddress(of: $0, in: path) != nil }
    var current = links.withNewFragments(html, in: outline, of: path)
    if isOld { current = links.former.resolved(current, relative: links.newAddresses(in: outline, of: path)) }
    let lost = outline.links.filter { links.isLost($0) }
    if !lost.isEmpty { current = LostImages.removed(lost, from: current) }
    if outline.links.contains(where: { $0.source != nil }) { current = links.resolved(current) }
    if outline.links.contains(where: { links.heldText(of: $0, in: path) != nil }) {
      current = links.withoutHeldPages(current, of: path)
    }
    let tags = links.images.tags(in: outline, withCopies: hasCopies)
    return tags.isEmpty ? current : ImageTag.adding(tags, to: current)
  }
}
