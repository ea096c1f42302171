import Bulletins
import Coding
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
    let mark = Bytes("href=\"\(TextLink.scheme)".utf8)
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: mark, from: copied) {
      let path = start + mark.count
      let end = html[path...].firstIndex { "\"#?".utf8.contains($0) } ?? html.count
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

  /// The path of a source that may have been meant.
  func nearest(to path: String) -> String? { addresses.keys.nearest(to: path) }
}
