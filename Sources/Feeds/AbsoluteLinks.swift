import Text

/// Makes the links of published HTML whole, as readers of feeds need them.
public enum AbsoluteLinks {
  /// The HTML of a page with every address in `href` and `src` made absolute.
  ///
  /// - Parameters:
  ///   - html: Markup in which attributes stand in double quotation marks, as a renderer writes it.
  ///   - page: The absolute address of the page, which ends in a slash.
  ///   - origin: The scheme and host, without a slash at the end.
  public static func html(_ html: Bytes, page: String, origin: String) -> Bytes {
    var result = Bytes()
    result.reserveCapacity(html.count + html.count / 16)
    var copied = 0
    var isInTag = false
    var at = 0
    while at < html.count {
      if !isInTag {
        guard let tag = html.firstOffset(of: UInt8(ascii: "<"), from: at) else { break }
        at = tag
      }
      switch html[at] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "=") where isInTag && at + 1 < html.count && html[at + 1] == UInt8(ascii: "\""):
        let start = at + 2
        let end = html.firstOffset(of: UInt8(ascii: "\""), from: start) ?? html.count
        if isAddress(html, before: at), let prefix = prefix(for: html[start..<end], page: page, origin: origin) {
          result += html[copied..<start]
          result += Bytes(prefix.utf8)
          copied = start
        }
        at = end
      default: break
      }
      at += 1
    }
    result += html[copied...]
    return result
  }

  private static func isAddress(_ html: Bytes, before equals: Int) -> Bool {
    html.has(" href".utf8, at: max(0, equals - 5)) || html.has(" src".utf8, at: max(0, equals - 4))
  }

  /// What stands before a relative address to make it whole; `nil` for one that is.
  private static func prefix(for address: ArraySlice<UInt8>, page: String, origin: String) -> String? {
    guard let first = address.first else { return nil }
    if first == UInt8(ascii: "/") {
      return address.dropFirst().first == UInt8(ascii: "/") ? "https:" : origin
    }
    if let colon = address.firstIndex(of: UInt8(ascii: ":")),
      address[..<colon].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) })
    {
      return nil
    }
    return page
  }
}
