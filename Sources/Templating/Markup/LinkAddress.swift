import Text

/// Addresses of links that templates print.
enum LinkAddress {
  /// Refuses an address that a browser would run as a program.
  static func requireHarmless(_ address: some Collection<UInt8>) throws(Failure) {
    // Nearly all addresses show at once that they begin with no scheme.
    guard let mark = address.first(where: endsScheme), mark == UInt8(ascii: ":") else { return }
    // Browsers skip blanks and control characters at the start, and line ends and tabs everywhere.
    let visible = address.lazy.filter { $0 > 0x20 }.prefix(64)
    guard let colon = visible.firstIndex(of: UInt8(ascii: ":")) else { return }
    let scheme = Bytes(visible[..<colon]).string.lowercased()
    switch scheme {
    case "javascript", "vbscript": break
    case "data": if visible[colon...].starts(with: ":image/".utf8), !isSVG(visible[colon...]) { return }
    default: return
    }
    throw Failure(
      "an address that begins with `\(scheme):` may run a program and is not printed in a link",
      help: "link to a page instead")
  }

  /// Whether a byte ends a scheme, or shows that there is none.
  private static func endsScheme(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Whether what follows is an image that can hold a script.
  private static func isSVG(_ rest: some Sequence<UInt8>) -> Bool { rest.starts(with: ":image/svg".utf8) }
}
