import Coding

/// What a browser asks for.
public struct WebRequest: Sendable {
  /// Whether something is to be done, and not only to be shown.
  public let isAction: Bool
  /// The address below the host, percent signs decoded: `/2010/23/`.
  public let path: String
  /// What stands behind the question mark, by name.
  public let query: [String: String]
  let host: String?
  let origin: String?
  let fetchSite: String?
  let ifNoneMatch: String?
  let range: String?
  let ifRange: String?

  /// The part that is asked for of a file with a tag; none, where the browser has a part of another version.
  func range(of tag: String?) -> String? {
    guard let ifRange else { return range }
    return tag.map { "\"\($0)\"" } == ifRange ? range : nil
  }

  /// Whether the request was sent to a loopback name: another name that leads here is a trick to read the preview.
  var hasLoopbackHost: Bool {
    guard let host = host?.lowercased() else { return false }
    let name: Substring
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
      name = host[...end]
      guard WebRequest.isPort(host[host.index(after: end)...]) else { return false }
    } else {
      name = host.prefix { $0 != ":" }
      guard WebRequest.isPort(host[name.endIndex...]) else { return false }
    }
    return ["localhost", "127.0.0.1", "[::1]"].contains(name)
  }

  /// Whether the request comes from a page of the preview, or from no page at all.
  var isFromHere: Bool {
    if let fetchSite, !["same-origin", "none"].contains(fetchSite) { return false }
    guard let origin else { return true }
    return origin == "http://\(host ?? "")"
  }

  /// Whether it comes from a page of the preview, and says so: what does something must not be asked by any other.
  var isAskedHere: Bool { isFromHere && origin != nil }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || (text.first == ":" && !text.dropFirst().isEmpty && text.dropFirst().allSatisfy(\.isNumber))
  }

  /// A path with its percent signs decoded; `nil` for one that no page can have: wrong escapes, control characters,
  /// backslashes, and parts that climb, stand still or are empty.
  static func decoded(path: String) -> String? {
    guard path.utf8.first == UInt8(ascii: "/"), let text = PercentEncoding.decoded(path) else { return nil }
    let bytes = text.utf8
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
    for (place, part) in parts.enumerated() {
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return nil }
      if part.isEmpty, place + 1 < parts.count { return nil }
    }
    return text
  }
}
