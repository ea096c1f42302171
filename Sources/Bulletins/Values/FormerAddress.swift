import Coding
import Diagnostics
import Text

/// An address under which a text was found before, as its file says.
public struct FormerAddress: Sendable, Equatable {
  /// The path below the site's root, without the slash at its start and without percent signs: `news/66/`, `old/one.html`.
  public let path: String
  /// What stood behind a question mark; `nil` where nothing did.
  public let query: String?

  /// Reads an address in any form: with a slash at its start or without, as a whole one, with a query; `nil` where it is
  /// none that a site can have: with parts that climb, that are hidden or that no file can be called.
  public init?(_ written: String) {
    // What stands behind `#` never reaches a server.
    let address = written.utf8.prefix { $0 != UInt8(ascii: "#") }
    let parts = address.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let encoded = parts.first.map({ String(Substring($0)) }), address.count < FormerAddress.longest,
      let path = FormerAddress.path(of: encoded)
    else { return nil }
    self.path = path
    query = parts.count > 1 && !parts[1].isEmpty ? String(Substring(parts[1])) : nil
  }

  /// An address without a query, of a path that has no percent signs, with a slash at its start or without.
  public init?(path: String) {
    guard path.utf8.count < FormerAddress.longest, let path = FormerAddress.joined(path) else { return nil }
    self.init(path: path, query: nil)
  }

  /// An address of which both parts are known to be right.
  fileprivate init(path: String, query: String?) {
    self.path = path
    self.query = query
  }

  private static let longest = 1_000

  /// The path of an address without query; of a whole one, what stands behind the host.
  private static func path(of address: String) -> String? {
    var rest = address[...]
    if let host = FormerAddress.host(in: address) { rest = rest[host...] }
    return PercentEncoding.decoded(String(rest)).flatMap(joined)
  }

  /// A path without superfluous slashes.
  private static func joined(_ decoded: String) -> String? {
    let parts = decoded.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.allSatisfy(isName) else { return nil }
    let path = parts.map { String(Substring($0)) }.joined(separator: "/")
    let isFolder = decoded.utf8.last == UInt8(ascii: "/") && !path.isEmpty
    return isFolder ? path + "/" : path
  }

  /// Where the path begins in an address with a host.
  private static func host(in address: String) -> String.Index? {
    let bytes = address.utf8
    for scheme in ["https://", "http://", "//"] where bytes.starts(with: scheme.utf8) {
      let host = bytes.dropFirst(scheme.utf8.count)
      return host.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
    }
    return nil
  }

  private static func isName(_ part: Substring.UTF8View) -> Bool {
    part.first != UInt8(ascii: ".") && part.count <= 200
      && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
  }
}

extension FormerAddress {
  /// The day that stands in the path, or the month where no day does: `2014/12/12/tides/`; `nil` where neither does.
  var date: PublicationDate? { PublicationDate(inPath: path) }
}

extension PublicationDate {
  /// The day or the month that folders of a path name, one in the other: `blog/2014/12/12/tides`; `nil` where none do. A
  /// month without a day has two digits and a name behind it: `2010/11/` is also the eleventh issue of a year.
  public init?(inPath path: String) {
    let parts = path.pathParts
    func number(_ place: Int, _ digits: ClosedRange<Int>) -> Int? {
      guard parts.indices.contains(place), digits.contains(parts[place].utf8.count),
        parts[place].utf8.allSatisfy(\.isASCIIDigit)
      else { return nil }
      return Int(parts[place])
    }
    for place in parts.indices {
      guard let year = number(place, 4...4), year >= 1500, let month = number(place + 1, 1...2),
        let first = PublicationDate(year: year, month: month, .month)
      else { continue }
      if let day = number(place + 2, 1...2).flatMap({ PublicationDate(year: year, month: month, day: $0) }) {
        self = day
        return
      }
      guard parts[place + 1].utf8.count == 2, place + 2 < parts.count, !parts[place + 2].utf8.starts(with: "index".utf8)
      else { continue }
      self = first
      return
    }
    return nil
  }
}

extension FormerAddress: CustomStringConvertible {
  /// The address as readers have it, but for percent signs.
  public var description: String { "/\(path)" + (query.map { "?\($0)" } ?? "") }
}

/// A former address, and where it is written.
public struct WrittenFormerAddress: Sendable, Equatable {
  /// The address.
  public let address: FormerAddress
  /// Where it is written.
  public let location: Location
  /// Whether it stands under a key that other programs use for other things, too: it gives way, and nothing is said of it.
  public var isGuess = false
}

extension WrittenFormerAddress {
  func write(to writer: inout BinaryWriter) {
    writer.put(address.path)
    writer.put(address.query)
    location.write(to: &writer)
    writer.put(isGuess)
  }

  init(from reader: inout BinaryReader) {
    self.init(
      address: FormerAddress(path: reader.text(), query: reader.optionalText()), location: Location(from: &reader),
      isGuess: reader.bool())
  }
}
