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
  public init(_ html: @escaping @Sendable (TextReference) -> Bytes) { self.html = html }

  /// The files whose texts were asked for.
  var paths: [String] { asked.all }

  /// The text of an article, fetched when a template reads it: with links to files turned into links to addresses, and
  /// then finished by `finish`; markup, if nothing else is said.
  func text(
    of outline: TextOutline, at path: String, _ links: SourceLinks, isMarkup: Bool = true,
    _ finish: @escaping @Sendable (Bytes) -> Bytes = { $0 }
  ) -> LazyText {
    asked.add(path)
    var token = outline.digest.bytes
    var hasSourceLinks = false
    for link in outline.links {
      guard let path = link.source else { continue }
      hasSourceLinks = true
      token += Bytes("\n".utf8) + Bytes((links.address(of: path) ?? "").utf8)
    }
    let (html, isResolved) = (html, !hasSourceLinks)
    return LazyText(token: token, isMarkup: isMarkup) {
      let text = html(TextReference(path: path, digest: outline.digest))
      return finish(isResolved ? text : links.resolved(text))
    }
  }
}
