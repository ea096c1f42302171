import Text

/// The ends of frames. A browser takes all behind `<iframe …>` up to its end tag for words that nobody sees, and knows no
/// `<iframe … />` that ends by itself.
enum FrameEnds {
  /// Whether a piece of HTML has a frame.
  static func mayLack(in html: Bytes) -> Bool { start(in: html, from: 0) != nil }

  /// A piece of HTML in which frames that end by themselves have an end tag.
  ///
  /// - Parameter atEnd: Whether the last one ends with the piece.
  static func added(to html: Bytes, atEnd: Bool) -> Bytes {
    var result = Bytes()
    var copied = 0
    var at = 0
    while let open = start(in: html, from: at), let close = endOfTag(in: html, from: open + name.count) {
      at = close + 1
      guard html[close - 1] == UInt8(ascii: "/"), !hasEnd(html, from: at) else { continue }
      result += html[copied..<at] + endTag
      copied = at
    }
    return result + html[copied...] + (atEnd ? endTag : [])
  }

  /// Whether a piece of HTML begins with the end of a frame.
  static func begin(_ html: Bytes) -> Bool { isName(html, at: 0, endTag.dropLast()) }

  /// Whether the frame before a place ends before the next one begins.
  private static func hasEnd(_ html: Bytes, from start: Int) -> Bool {
    var at = start
    while let open = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      if isName(html, at: open, endTag.dropLast()) { return true }
      if isName(html, at: open, name[...]) { return false }
      at = open + 1
    }
    return false
  }

  private static func start(in html: Bytes, from start: Int) -> Int? {
    var at = start
    while let open = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      if isName(html, at: open, name[...]) { return open }
      at = open + 1
    }
    return nil
  }

  /// Whether a tag's name stands at a place, in letters of any size.
  private static func isName(_ html: Bytes, at start: Int, _ name: ArraySlice<UInt8>) -> Bool {
    let end = start + name.count
    guard end <= html.count, zip(html[start..<end], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { return false }
    return end == html.count || !html[end].isASCIILetter && !html[end].isASCIIDigit
  }

  /// Where `>` stands outside of quotation marks.
  private static func endOfTag(in html: Bytes, from start: Int) -> Int? {
    var quote: UInt8?
    for at in start..<html.count {
      if let open = quote {
        if html[at] == open { quote = nil }
      } else if html[at] == UInt8(ascii: "\"") || html[at] == UInt8(ascii: "'") {
        quote = html[at]
      } else if html[at] == UInt8(ascii: ">") {
        return at
      }
    }
    return nil
  }

  private static let name = Bytes("<iframe".utf8)
  private static let endTag = Bytes("</iframe>".utf8)
}
