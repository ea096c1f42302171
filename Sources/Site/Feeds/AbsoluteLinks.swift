import Text

/// Makes the links of published HTML whole, as readers of feeds need them.
enum AbsoluteLinks {
  /// Appends the HTML of a page with every address in `href` and `src` made absolute.
  ///
  /// - Parameters:
  ///   - html: Markup in which attributes stand in double quotation marks, as a renderer writes it.
  ///   - page: The absolute address of the page, which ends in a slash.
  ///   - origin: The scheme and host, without a slash at the end.
  ///   - result: Where the HTML goes.
  static func append(_ html: Bytes, page: String, origin: String, to result: inout Bytes) {
    result.reserveCapacity(result.count + html.count + html.count / 16)
    var copied = 0
    var at = 0
    while let tag = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = tag + 1
      while at < html.count, html[at] != UInt8(ascii: ">") {
        guard html[at] == UInt8(ascii: "="), at + 1 < html.count, html[at + 1] == UInt8(ascii: "\"") else {
          at += 1
          continue
        }
        let start = at + 2
        let end = html.firstOffset(of: UInt8(ascii: "\""), from: start) ?? html.count
        if isAddress(html, before: at), let prefix = prefix(for: html[start..<end], page: page, origin: origin) {
          result += html[copied..<start]
          result += Bytes(prefix.utf8)
          copied = start
        }
        at = end + 1
      }
    }
    result += html[copied...]
  }

  private static func isAddress(_ html: Bytes, before equals: Int) -> Bool {
    html[..<equals].suffix(5).elementsEqual(" href".utf8) || html[..<equals].suffix(4).elementsEqual(" src".utf8)
  }

  /// What stands before a relative address to make it whole; `nil` for one that is.
  private static func prefix(
    for address: ArraySlice<UInt8>, page: String, origin: String
  ) -> String? {
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
