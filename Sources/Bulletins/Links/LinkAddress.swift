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
  /// It leads to a page of the site, or to something else on its host.
  case onHost(path: String, fragment: String)
  /// It is the path of a file, relative to the source; what follows it is a query and a fragment.
  case file(path: String, suffix: String)
  /// It is the path of a text from wherever the texts of another engine lie; what follows it is a query and a fragment.
  case text(path: String, suffix: String)
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
    let web = HostAndPath(ofWeb: address)
    if address.utf8.starts(with: TextLink.scheme.utf8) {
      let parts = LinkAddress.parts(of: String(address.dropFirst(TextLink.scheme.count)))
      self = .inSite(.source(path: parts.path), fragment: parts.fragment)
    } else if let path = PelicanAddress.path(of: address) {
      let parts = LinkAddress.parts(of: String(path))
      self = .file(path: parts.path, suffix: parts.suffix)
    } else if address.utf8.starts(with: "@/".utf8) {
      let parts = LinkAddress.parts(of: String(address.dropFirst(2)))
      self = .text(path: parts.path, suffix: parts.suffix)
    } else if LinkAddress.hasTag(address.utf8.span) {
      self = .tag
    } else if let mistake = AddressMistake(address, web, home: home) {
      self = .mistaken(mistake)
    } else if WebAddress.risk(of: address) != .none {
      self = .dangerous
    } else if let path = home.path(of: address, web) {
      let parts = LinkAddress.parts(of: path)
      self = .inSite(.site(path: parts.path), fragment: parts.fragment)
    } else if let path = home.pathOutsideRoot(address) {
      let parts = LinkAddress.parts(of: path)
      self = .onHost(path: parts.path, fragment: parts.fragment)
    } else if WebAddress.scheme(of: address.utf8.span) != nil || first == UInt8(ascii: "/") {
      self = .elsewhere
    } else {
      self.init(relative: address, first)
    }
  }

  /// Whether `{{` or `{%` stands in an address.
  private static func hasTag(_ address: Span<UInt8>) -> Bool {
    var at = 0
    while let brace = address.firstOffset(of: UInt8(ascii: "{"), from: at), brace + 1 < address.count {
      at = brace + 1
      if address[at] == UInt8(ascii: "{") || address[at] == UInt8(ascii: "%") { return true }
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
    } else if parts.path.pathParts.contains(where: {
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
