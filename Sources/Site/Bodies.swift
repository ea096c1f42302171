import Bulletins
import Synchronization
import Templating
import Text

/// Where the texts of issues and pages come from while a page is made, and which of them the page can read.
public struct Bodies: Sendable {
  private let html: @Sendable (_ body: Body, _ path: String) -> Bytes
  private let named = Named()

  /// The paths of the texts that a page can read. A class, because everything that gathers a page adds to one.
  private final class Named: Sendable {
    private let paths = Mutex<[String]>([])

    func add(_ path: String) { paths.withLock { $0.append(path) } }

    var all: [String] {
      let paths = paths.withLock { $0 }
      return paths.count < 2 ? paths : Set(paths).sorted()
    }
  }

  /// Texts from a function that gets a body and the path of its file.
  public init(_ html: @escaping @Sendable (_ body: Body, _ path: String) -> Bytes) { self.html = html }

  /// The texts that the bodies hold.
  public static var held: Bodies { Bodies { body, _ in body.html } }

  /// The sources whose texts were asked for.
  var texts: [String] { named.all }

  /// The text of a body, fetched when a template reads it: with links to files turned into links to addresses, and then
  /// finished by `finish`; markup, if nothing else is said.
  func text(
    of body: Body, at path: String, _ links: SourceLinks, isMarkup: Bool = true,
    _ finish: @escaping @Sendable (Bytes) -> Bytes = { $0 }
  ) -> LazyText {
    named.add(path)
    var token = body.fingerprint.bytes
    for link in body.sourceLinks { token += Bytes("\n".utf8) + Bytes((links.address(of: link.path) ?? "").utf8) }
    let html = html
    return LazyText(token: token, isMarkup: isMarkup) {
      let text = html(body, path)
      return finish(body.sourceLinks.isEmpty ? text : links.resolved(text))
    }
  }
}
