import Text

/// An address in which a tag stands: of a link or an image, in Markdown or in an attribute of HTML, or of a link by
/// reference.
struct TaggedAddress {
  /// Where it begins, or the attribute that gives it. Before that, a line may end; in it, none can.
  let start: Int

  /// `nil` for a tag that stands in none.
  init?(around tag: Range<Int>, in text: Bytes) {
    let isEnd: (UInt8) -> Bool = { $0.isASCIISpace || "()<\"'".utf8.contains($0) }
    let before = text[..<tag.lowerBound]
    guard let last = before.lastIndex(where: isEnd) else { return nil }
    switch UnicodeScalar(text[last]) {
    case "(" where before[..<last].last == UInt8(ascii: "]"): start = last + 1
    case "<" where before[..<last].suffix(2).elementsEqual("](".utf8): start = last
    case " ", "\t":
      let words = before[...last].reversed().drop { $0 == 0x20 || $0 == 0x09 }
      guard words.starts(with: ":]".utf8) else { return nil }
      start = last + 1
    case "\"", "'":
      guard before[..<last].last == UInt8(ascii: "=") else { return nil }
      let name = before[..<(last - 1)].lastIndex { !$0.isASCIILetter && $0 != UInt8(ascii: "-") }
      guard let name, text[name].isASCIISpace, name + 1 < last - 1 else { return nil }
      start = name + 1
    default: return nil
    }
  }
}
