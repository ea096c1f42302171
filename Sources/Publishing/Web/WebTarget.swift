import Foundation

/// An address of the web in its parts, as a server is asked for it: without a name, a password and a place in the page.
struct WebTarget: Hashable, Sendable {
  /// `http` or `https`.
  let scheme: String
  /// The host in the letters that name servers know.
  let host: String
  let port: Int
  /// The whole address.
  let address: String

  /// `nil` for what is no address of the web.
  init?(_ address: String) {
    let whole = address.hasPrefix("//") ? "https:" + address : address
    guard var parts = URLComponents(string: whole), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.encodedHost?.lowercased(), !host.isEmpty
    else { return nil }
    parts.fragment = nil
    parts.user = nil
    parts.password = nil
    guard let text = parts.string else { return nil }
    self.scheme = scheme
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    port = parts.port ?? (scheme == "https" ? 443 : 80)
    self.address = text
  }
}
