import Bulletins
import Coding
import Diagnostics
import Foundation
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

  /// The text of a body with the addresses in place; a link to nothing keeps none.
  func resolved(_ html: Bytes) -> Bytes {
    let mark = Bytes("href=\"\(Body.SourceLink.scheme)".utf8)
    var result = Bytes()
    var copied = 0
    while let start = html.firstOffset(of: mark, from: copied) {
      let path = start + mark.count
      let end = html[path...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "#") } ?? html.count
      let name = Array(html[path..<end]).string
      result += html[copied..<start] + Bytes("href=\"".utf8)
      result += Bytes((addresses[PercentEncoding.decoded(name) ?? name] ?? "").utf8)
      copied = end
    }
    return result + html[copied...]
  }

  /// The address of a source; `nil` where it has none.
  func address(of path: String) -> String? { addresses[path] }

  /// A warning for each link of a source that leads to nothing.
  func broken(in body: Body, of path: String, at place: Place?) -> [Diagnostic] {
    body.sourceLinks.filter { addresses[$0.path] == nil }.map { link in
      let message = "line \(link.line) links to \(link.path), which is no issue or page"
      let nearest = addresses.keys.sorted().nearest(to: link.path)
      let help = nearest.map { "did you mean \($0)?" } ?? "the path is relative to this file"
      return place.map { Diagnostic(.brokenLink, message, at: $0, help: help) }
        ?? Diagnostic(.brokenLink, message, in: path, help: help)
    }
  }
}
