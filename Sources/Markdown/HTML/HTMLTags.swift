import Text

/// The tags of a piece of HTML, counted without being understood: enough to say how many wait for their end.
struct HTMLTags {
  /// How many begin an element.
  private(set) var starts = 0
  /// The name of the first tag, in small letters.
  private(set) var firstName = ""
  /// How many elements more are begun than ended: of those that browsers open anew in each paragraph, and of others.
  private(set) var formatting = 0, others = 0

  init(of html: Bytes) {
    var at = 0
    while let open = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = open + 1
      let isEnd = at < html.count && html[at] == UInt8(ascii: "/")
      let start = isEnd ? at + 1 : at
      guard start < html.count, html[start].isASCIILetter else { continue }
      let end = html[start...].firstIndex { !$0.isASCIILetter && !$0.isASCIIDigit } ?? html.count
      let name = Array(html[start..<end].map { $0.isASCIILetter ? $0 | 0x20 : $0 }).string
      if firstName.isEmpty { firstName = name }
      if !isEnd { starts += 1 }
      if HTMLWriter.void.contains(name) { continue }
      if HTMLTags.reopened.contains(name) { formatting += isEnd ? -1 : 1 } else { others += isEnd ? -1 : 1 }
    }
  }

  /// The elements that the standard calls formatting.
  private static let reopened: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]
}
