import Text

/// The places that libcmark-gfm gives footnotes and their marks: `fn-…` and `fnref-…`.
enum NoteAnchors {
  /// Those of a text, in its order.
  static func find(in html: Bytes) -> [String] {
    var found: [String] = []
    let mark = Bytes(" id=\"fn".utf8)
    var at = 0
    while let start = html.firstOffset(of: mark, from: at) {
      at = start + mark.count
      guard let end = html.firstOffset(of: UInt8(ascii: "\""), from: at) else { break }
      found.append(Array(html[(at - 2)..<end]).string)
    }
    return found
  }
}
