import Text

/// Where a site will be found.
struct SiteAddress: Sendable, Equatable {
  /// The scheme and host, in lower case, without a slash at the end.
  private(set) var origin = ""
  /// The path, with a slash at both ends.
  private(set) var root = "/"

  /// No address yet.
  init() {}

  /// Why a text is no address of a site.
  enum Problem: Error, Equatable {
    case noScheme(meant: String?)
    case noHost
    case wrongHost
    case password
    case query
    case wrongCharacter
    case wrongPath
    case page(String)

    /// What is so.
    var message: String {
      switch self {
      case .noScheme: "begins with neither `https://` nor `http://`"
      case .noHost: "has no host"
      case .wrongHost: "has a host that can't exist"
      case .password: "has a name or a password in it, which every page would show"
      case .query: "has a `?` or a `#` in it"
      case .wrongCharacter: "has a character that no address has"
      case .wrongPath: "has `//`, `.` or `..` in its path"
      case .page(let name): "is that of a page, “\(name)”"
      }
    }

    /// What to write instead.
    var help: String {
      switch self {
      case .wrongCharacter: "write it as a browser's address line copies it, with `%20` for a blank"
      case .wrongHost:
        "write letters, digits, hyphens and full stops; a host with other letters has a form that begins with `xn--`"
      case .page: "write the address of the folder in which the site lies: `https://bulletin.example.org/archive/`"
      case .noScheme(let meant?): "write `\(meant)`"
      default: "write the address as readers type it: `https://bulletin.example.org/`"
      }
    }
  }

  /// Reads an address of the web that ends with a folder; slashes at its end count as one, and may be missing.
  static func read(_ text: String) -> Result<SiteAddress, Problem> {
    let bytes = Array(text.utf8)
    guard let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }) else {
      let isHost = text.utf8.first.map { $0.isASCIILetter || $0.isASCIIDigit } ?? false && !text.utf8.contains(0x3A)
      let meant = "https://" + text + (text.hasSuffix("/") ? "" : "/")
      return .failure(.noScheme(meant: isHost && (try? read(meant).get()) != nil ? meant : nil))
    }
    if bytes.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { return .failure(.query) }
    let rest = bytes.dropFirst(scheme.utf8.count)
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    let path = rest.dropFirst(host.count)
    if let problem = problem(ofHost: host) ?? problem(ofPath: path) { return .failure(problem) }
    var address = SiteAddress()
    address.origin = scheme + Bytes(host).string.lowercased()
    let parts = path.split(separator: UInt8(ascii: "/")).map { Bytes($0).string }
    address.root = "/" + parts.map { $0 + "/" }.joined()
    return .success(address)
  }

  private static func problem(ofHost host: ArraySlice<UInt8>) -> Problem? {
    if host.contains(UInt8(ascii: "@")) { return .password }
    // What stands behind a colon is a port; the colons in square brackets are those of a number of the network.
    let end = host.lastIndex(of: UInt8(ascii: "]")) ?? host.startIndex
    let colon = host[end...].firstIndex(of: UInt8(ascii: ":"))
    let name = host[..<(colon ?? host.endIndex)]
    if name.isEmpty { return .noHost }
    let port = colon.map { host[($0 + 1)...] } ?? []
    let isNumber = name.first == UInt8(ascii: "[") && name.last == UInt8(ascii: "]")
    let isWritten = name.allSatisfy {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        || isNumber && "[:]".utf8.contains($0)
    }
    let labels = isNumber ? [] : name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return isWritten && labels.allSatisfy({ !$0.isEmpty }) && isPort(port) ? nil : .wrongHost
  }

  /// Whether digits are a number of a port; none at all are one, too.
  private static func isPort(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.isEmpty || digits.allSatisfy(\.isASCIIDigit) && (Int(Bytes(digits).string) ?? .max) < 65_536
  }

  /// Whether two digits follow each percent sign, which stand for a byte.
  private static func isEncoded(_ path: ArraySlice<UInt8>) -> Bool {
    path.indices.allSatisfy { at in
      path[at] != UInt8(ascii: "%")
        || path[(at + 1)...].prefix(2).count { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) } == 2
    }
  }

  private static func problem(ofPath path: ArraySlice<UInt8>) -> Problem? {
    guard path.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }), isEncoded(path)
    else {
      return .wrongCharacter
    }
    let slash = UInt8(ascii: "/")
    guard let end = path.lastIndex(where: { $0 != slash }) else { return nil }
    let parts = path[...end].dropFirst().split(separator: slash, omittingEmptySubsequences: false)
    for part in parts {
      let written = part.filter { $0 != UInt8(ascii: ".") }
      if part.isEmpty || written.isEmpty { return .wrongPath }
    }
    guard let last = parts.last.map({ Bytes($0).string }), isPage(last) else { return nil }
    return .page(last)
  }

  /// Whether a name is that of a page by its ending; a folder's may have a full stop, too.
  private static func isPage(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("index.")
      || [".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".xml", ".md"].contains {
        name.hasSuffix($0)
      }
  }
}
