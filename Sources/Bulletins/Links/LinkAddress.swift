import Coding
import Text

/// What an address in a text means, as far as the text alone tells.
enum LinkAddress {
  /// There is none.
  case empty
  /// It can run a program, or reads files of the reader's machine.
  case dangerous
  /// No browser opens it, or only the author's does.
  case mistaken(AddressMistake)
  /// It leads to another site, or to another program.
  case elsewhere
  /// It leads to a page or a place of the site.
  case inSite(TextLink.Target, fragment: String)
  /// It is the path of a file, relative to the source; what follows it is a query and a fragment.
  case file(path: String, suffix: String)
  /// It is made by another engine, of a tag in it.
  case tag
  /// It is the path of a hidden file.
  case hidden(path: String)

  /// Judges an address.
  ///
  /// - Parameter home: The address under which the site will be found, with a slash at its end.
  init(_ address: String, home: HomeAddress) {
    guard let first = address.utf8.first(where: { $0 > 0x20 }) else {
      self = .empty
      return
    }
    if LinkAddress.hasTag(address.utf8) {
      self = .tag
    } else if let mistake = AddressMistake(address, home: home) {
      self = .mistaken(mistake)
    } else if WebAddress.risk(of: address) != .none {
      self = .dangerous
    } else if let path = home.path(of: address) {
      let parts = LinkAddress.parts(of: path)
      self = .inSite(.site(path: parts.path), fragment: parts.fragment)
    } else if WebAddress.scheme(of: address.utf8.span) != nil || first == UInt8(ascii: "/") {
      self = .elsewhere
    } else {
      self.init(relative: address, first)
    }
  }

  /// Whether `{{` or `{%` stands in an address.
  private static func hasTag(_ address: String.UTF8View) -> Bool {
    var before: UInt8 = 0
    for byte in address {
      if before == UInt8(ascii: "{"), byte == UInt8(ascii: "{") || byte == UInt8(ascii: "%") { return true }
      before = byte
    }
    return false
  }

  private init(relative address: String, _ first: UInt8) {
    let parts = LinkAddress.parts(of: address)
    if first == UInt8(ascii: "?") {
      self = .elsewhere
    } else if parts.path.isEmpty {
      self = .inSite(.page(path: ""), fragment: parts.fragment)
    } else if parts.path.hasSuffix("/") || parts.path.hasSuffix("..") || parts.path == "." {
      // A folder beside the issue is another page's address, no file.
      self = .inSite(.page(path: parts.path), fragment: parts.fragment)
    } else if parts.path.split(separator: "/").contains(where: {
      $0.utf8.first == UInt8(ascii: ".") && $0 != "." && $0 != ".."
    }) {
      self = .hidden(path: parts.path)
    } else {
      self = .file(path: parts.path, suffix: parts.suffix)
    }
  }

  /// The path of an address and the place behind the `#`, percent signs decoded and letters composed; and what stands
  /// behind the path as it is written.
  static func parts(of address: String) -> (path: String, suffix: String, fragment: String) {
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? address.endIndex
    let suffix = String(address[end...])
    let fragment = suffix.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(suffix[$0...].dropFirst()) } ?? ""
    func decoded(_ text: String) -> String { (PercentEncoding.decoded(text) ?? text).composed }
    return (decoded(String(address[..<end])), suffix, decoded(fragment))
  }
}

/// The address under which a site will be found, by which links to the site itself are known.
struct HomeAddress {
  /// The host in small letters, with its port; empty where the site's address is not known.
  let host: String
  /// The path, with a slash at both ends.
  let root: String

  /// - Parameter address: A whole address, with a slash at its end; nothing, where it is not known.
  init(_ address: String) {
    let parts = HomeAddress.parts(ofWeb: address)
    host = parts?.host ?? ""
    root = parts?.path ?? "/"
  }

  /// The path below the site's root that an address means; `nil` for those of other sites.
  func path(of address: String) -> String? {
    let path: String
    if let parts = HomeAddress.parts(ofWeb: address) {
      guard !host.isEmpty, parts.host == host else { return nil }
      path = parts.path.isEmpty ? "/" : parts.path
    } else {
      guard address.hasPrefix("/"), !address.hasPrefix("//") else { return nil }
      path = address
    }
    if path + "/" == root { return "" }
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  /// The host and what follows it, of an address of the web; `nil` for other addresses.
  static func parts(ofWeb address: String) -> (host: String, path: String)? {
    let bytes = address.utf8
    guard let start = starts.first(where: { begins(bytes, with: $0) })?.count else { return nil }
    let rest = bytes.dropFirst(start)
    let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    var host = rest[..<(end ?? rest.endIndex)]
    if let user = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: user)...] }
    let isSmall = host.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let name = String(Substring(host))
    return (isSmall ? name : name.lowercased(), String(Substring(rest[(end ?? rest.endIndex)...])))
  }

  private static let starts = ["https://", "http://", "//"].map { Bytes($0.utf8) }

  private static func begins(_ address: String.UTF8View, with start: Bytes) -> Bool {
    var at = address.startIndex
    for byte in start {
      guard at < address.endIndex else { return false }
      let other = address[at]
      guard other == byte || other.isASCIILetter && other | 0x20 == byte else { return false }
      at = address.index(after: at)
    }
    return true
  }
}
