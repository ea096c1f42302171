import Text

/// The links in HTML as the renderer writes it, `<a href="…">…</a>`: no link stands in another.
enum LinkMarkup {
  /// What becomes of a link.
  enum Verdict {
    case stays
    /// It leads to another address; what stands behind `?` and `#` stays.
    case leads(to: String)
    /// Its words are left.
    case goes
  }

  /// HTML with its links as somebody judges them by their addresses.
  ///
  /// - Parameters:
  ///   - attribute: The one that has the addresses: of pictures, it is another than of links.
  ///   - start: What the addresses begin with that are asked about.
  ///   - judge: Is given the rest of the address up to `?` and `#`, as it is written.
  static func changed(
    _ html: Bytes, in attribute: String = "href", from start: String = "", _ judge: (String) -> Verdict
  ) -> Bytes {
    let attribute = Bytes("\(attribute)=\"".utf8)
    let mark = attribute + Bytes(start.utf8)
    var result = Bytes()
    var copied = 0
    var at = 0
    while let found = html.firstOffset(of: mark, from: at) {
      let end = html[(found + mark.count)...].firstIndex { "\"#?".utf8.contains($0) } ?? html.count
      at = end
      switch judge(Array(html[(found + mark.count)..<end]).string) {
      case .stays: continue
      case .leads(let address):
        result += html[copied..<found] + attribute + Bytes(address.utf8)
        copied = end
      case .goes:
        let tag = html[..<found].lastIndex(of: UInt8(ascii: "<")) ?? found
        let words = (html.firstOffset(of: UInt8(ascii: ">"), from: end) ?? end) + 1
        let close = html.firstOffset(of: LinkMarkup.end, from: words) ?? html.count
        result += html[copied..<tag] + html[words..<close]
        copied = min(html.count, close + LinkMarkup.end.count)
        at = copied
      }
    }
    return result + html[copied...]
  }

  /// HTML with other places behind the `#` of its links.
  ///
  /// - Parameter fragment: Gives the place for the address before `#`, or before `?`, and what stands behind `#`, both as they
  ///   are written; `nil` where that stays.
  static func withFragments(_ html: Bytes, _ fragment: (String, String) -> String?) -> Bytes {
    let mark = Bytes("href=\"".utf8)
    var result = Bytes()
    var copied = 0
    var at = 0
    while let found = html.firstOffset(of: mark, from: at) {
      let start = found + mark.count
      let end = html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count
      at = end
      guard let sign = html[start..<end].firstIndex(of: UInt8(ascii: "#")) else { continue }
      let address = Array(html[start..<sign].prefix { $0 != UInt8(ascii: "?") }).string
      guard let id = fragment(address, Array(html[(sign + 1)..<end]).string) else { continue }
      result += html[copied...sign] + Bytes(id.utf8)
      copied = end
    }
    return result + html[copied...]
  }

  private static let end = Bytes("</a>".utf8)
}
