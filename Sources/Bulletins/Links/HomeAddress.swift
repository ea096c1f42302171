import Text

/// The address under which a site will be found, by which links to the site itself are known.
struct HomeAddress {
  /// The host in small letters, with its port; empty where the site's address is not known.
  let host: String
  /// The path, with a slash at both ends.
  let root: String

  /// - Parameter address: A whole address, with a slash at its end; nothing, where it is not known.
  init(_ address: String) {
    let web = HostAndPath(ofWeb: address)
    host = web?.host ?? ""
    root = web?.path ?? "/"
  }

  /// The path below the site's root that an address means; `nil` for those of other sites.
  ///
  /// - Parameter web: Its parts, where it is an address of the web.
  func path(of address: String, _ web: HostAndPath?) -> String? {
    let path: String
    if let web {
      guard !host.isEmpty, web.host == host else { return nil }
      // Two slashes behind the host are one to every server.
      path = "/" + web.path.drop { $0 == "/" }
    } else {
      guard address.hasPrefix("/"), !address.hasPrefix("//") else { return nil }
      path = address
    }
    if path + "/" == root { return "" }
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  /// The path behind the first slash of an address that is written from the root of the host on, where the site lies in a
  /// folder there, and the address not: whoever writes `/topics/` may mean the site's. `nil` for any other.
  func pathOutsideRoot(_ address: String) -> String? {
    guard root != "/", address.utf8.count > 1, address.hasPrefix("/"), !address.hasPrefix("//"),
      !address.hasPrefix(root), address + "/" != root
    else { return nil }
    return String(address.dropFirst())
  }
}

/// The two parts of an address of the web.
struct HostAndPath {
  /// The host in small letters, with its port where that is an unusual one.
  let host: String
  /// What follows it.
  let path: String

  /// `nil` for addresses that do not begin with `https://`, `http://` or `//`.
  init?(ofWeb address: String) {
    let bytes = address.utf8.span
    guard let start = HostAndPath.startOfHost(in: bytes) else { return nil }
    var (begin, end) = (start, start)
    var isSmall = true
    var colon: Int?
    while end < bytes.count, !HostAndPath.endsHost(bytes[end]) {
      // What stands before it is somebody's name.
      if bytes[end] == UInt8(ascii: "@") { (begin, colon) = (end + 1, nil) }
      if bytes[end] == UInt8(ascii: ":") { colon = end }
      if bytes[end] >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[end]) { isSmall = false }
      end += 1
    }
    let host = bytes.extracting(begin..<HostAndPath.withoutUsualPort(end, behind: colon, in: bytes)).string
    self.host = isSmall ? host : host.lowercased()
    path = bytes.extracting(end..<bytes.count).string
  }

  /// The end of a host without the port, where that is one which need not be said.
  private static func withoutUsualPort(_ end: Int, behind colon: Int?, in bytes: Span<UInt8>) -> Int {
    guard let colon else { return end }
    let port = bytes.extracting(colon + 1..<end)
    return port.has("443".utf8.span, at: 0) && port.count == 3 || port.has("80".utf8.span, at: 0) && port.count == 2
      ? colon : end
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func startOfHost(in address: Span<UInt8>) -> Int? {
    var at = 0
    for byte in "http".utf8 where at < address.count && address[at] | 0x20 == byte { at += 1 }
    if at == 4 {
      if at < address.count, address[at] | 0x20 == UInt8(ascii: "s") { at += 1 }
      guard at < address.count, address[at] == UInt8(ascii: ":") else { return nil }
      at += 1
    } else {
      at = 0
    }
    return address.has("//".utf8.span, at: at) ? at + 2 : nil
  }
}
