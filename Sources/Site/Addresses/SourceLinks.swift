import Bulletins
import Coding
import Diagnostics
import Synchronization
import Text

/// Turns links to the files of issues and pages into links to their addresses.
struct SourceLinks: Sendable {
  private let table: Table

  private var addresses: [String: String] { table.addresses }

  /// - Parameter addresses: Gives the address of each source by the path of its file; called when a text has such links,
  ///   which few have.
  init(_ addresses: @escaping @Sendable () -> [String: String]) { table = Table(addresses) }

  /// The addresses, once somebody asked. A class, because all pages share them.
  private final class Table: Sendable {
    private let known = Mutex<[String: String]?>(nil)
    private let make: @Sendable () -> [String: String]

    init(_ make: @escaping @Sendable () -> [String: String]) { self.make = make }

    var addresses: [String: String] {
      known.withLock { known in
        let addresses = known ?? make()
        known = addresses
        return addresses
      }
    }
  }

  /// The text of a body with the addresses in place; of a link to nothing, its words are left.
  func resolved(_ html: Bytes) -> Bytes {
    let mark = Bytes("href=\"\(TextOutline.SourceLink.scheme)".utf8)
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: mark, from: copied) {
      let path = start + mark.count
      let end = html[path...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "#") } ?? html.count
      let name = Array(html[path..<end]).string
      if let address = addresses[PercentEncoding.decoded(name) ?? name] {
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
  func address(of path: String) -> String? { addresses[path] }

  /// A warning for each link of a source that leads to nothing, or to a text that is held back.
  func broken(in text: TextOutline, held: Set<String>) -> [Diagnostic] {
    text.sourceLinks.filter { addresses[$0.path] == nil }.map { link in
      if held.contains(link.path) {
        return Diagnostic(
          .linkToHeldText, "this link leads to \(link.path), which is held back", at: link.location,
          help: "its words are published without the link until the other text is out")
      }
      let nearest = addresses.keys.nearest(to: link.path)
      return Diagnostic(
        .brokenLink, "this link leads to \(link.path), which is no issue or page", at: link.location,
        help: nearest.map { "did you mean \($0)?" } ?? "the path is relative to this file")
    }
  }
}

extension DiagnosticKind {
  /// The kinds that links between texts give.
  public static let linkKinds: Set<DiagnosticKind> = [brokenLink, linkToHeldText]

  /// A link to a file that is not there.
  public static let brokenLink = DiagnosticKind(
    "broken-link", .warning,
    "A link leads to a file that is not there. An address of the web begins with `https://`; a file's path is relative to the issue."
  )
  static let linkToHeldText = DiagnosticKind(
    "link-to-held-text", .warning,
    "A link leads to a draft, or to a text that is not due yet or no more. The words of the link are published without it; a build that publishes the other text makes it a link."
  )
}
