import Bulletins
import Synchronization
import Text

/// Where the texts of issues and pages come from while a page is made.
public struct Bodies: Sendable {
  private let html: (@Sendable (_ body: Body, _ path: String) -> Bytes)?
  private let asked: Asked?

  /// The paths of the texts that somebody asked for.
  final class Asked: Sendable {
    private let paths = Mutex<Set<String>>([])

    func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

    var all: [String] { paths.withLock { $0 }.sorted() }
  }

  /// Texts from a function that gets a body and the path of its file.
  public init(_ html: @escaping @Sendable (_ body: Body, _ path: String) -> Bytes) {
    self.html = html
    asked = nil
  }

  private init(noting asked: Asked) {
    html = nil
    self.asked = asked
  }

  /// The texts that the bodies hold.
  public static let held = Bodies { body, _ in body.html }

  /// In the place of each text what tells it from others: enough to know whether a page would differ.
  static func fingerprints(noting asked: Asked) -> Bodies { Bodies(noting: asked) }

  /// The text of a body with links to files turned into links to addresses.
  func html(of body: Body, at path: String, _ links: SourceLinks) -> Bytes {
    if let html { return links.resolved(html(body, path)) }
    asked?.add(path)
    let targets = body.sourceLinks.map { links.address(of: $0.path) ?? "" }
    return Bytes(([body.fingerprint.description] + targets).joined(separator: "\n").utf8)
  }
}
