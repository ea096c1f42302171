import Text

/// Goes through the tags of a piece of HTML in their order, as browsers tell them from comments, from the values of
/// attributes and from the text of programs.
struct HTMLTagReader {
  /// A tag.
  struct Tag {
    /// In small letters.
    let name: String
    /// Whether it ends an element.
    let isEnd: Bool
    /// Whether it ends what it begins, as those of drawings may.
    let endsAlone: Bool
    /// Whether it stands where browsers read no tags, as in a program, unless that stands in a drawing.
    let isInText: Bool
    /// Where it stands.
    let range: Range<Int>
    /// Where the end tag begins of an element in which no tags are read; `nil` for others, and for one that never ends.
    let endOfText: Int?
  }

  private let html: Bytes
  private var at = 0
  /// Where the text of a program or a title ends.
  private var endOfText = 0

  init(_ html: Bytes) { self.html = html }

  /// The next tag.
  mutating func next() -> Tag? {
    while let open = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = open + 1
      if html.has("!--".utf8, at: at) {
        at = endOfComment(from: at + 1)
        continue
      }
      let isEnd = at < html.count && html[at] == UInt8(ascii: "/")
      let start = isEnd ? at + 1 : at
      guard start < html.count, html[start].isASCIILetter else { continue }
      let end = html[start...].firstIndex { $0.isASCIISpace || $0 == slash || $0 == close } ?? html.count
      let name = Array(html[start..<end].map { $0.isASCIILetter ? $0 | 0x20 : $0 }).string
      skipAttributes(from: end)
      let isInText = open < endOfText
      let holdsText = !isEnd && !isInText && HTMLTagReader.ofText.contains(name)
      if holdsText { endOfText = offset(ofEndOf: name) }
      return Tag(
        name: name, isEnd: isEnd, endsAlone: at >= 2 && html[at - 2] == slash, isInText: isInText, range: open..<at,
        endOfText: holdsText && endOfText < html.count ? endOfText : nil)
    }
    return nil
  }

  /// Goes behind the bracket that closes a tag, past all that stand in quotation marks.
  private mutating func skipAttributes(from start: Int) {
    at = start
    var isValue = false
    while at < html.count, html[at] != close {
      let byte = html[at]
      at += 1
      if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at = html.firstOffset(of: byte, from: at).map { $0 + 1 } ?? html.count
      }
      if !byte.isASCIISpace { isValue = byte == UInt8(ascii: "=") }
    }
    at = min(at + 1, html.count)
  }

  /// Where the end tag stands of an element in which no tags are read.
  private func offset(ofEndOf name: String) -> Int {
    var from = at
    while let end = html.firstOffset(of: Bytes("</".utf8), from: from) {
      if html[(end + 2)...].prefix(name.utf8.count).elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }) { return end }
      from = end + 2
    }
    return html.count
  }

  /// Where a comment ends whose first hyphen stands at an offset: at `-->` or `--!>`.
  private func endOfComment(from start: Int) -> Int {
    var from = start
    while let end = html.firstOffset(of: Bytes("--".utf8), from: from) {
      if html.has(">".utf8, at: end + 2) { return end + 3 }
      if html.has("!>".utf8, at: end + 2) { return end + 4 }
      from = end + 1
    }
    return html.count
  }

  private static let ofText: Set<String> = [
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
  ]
}

private let slash = UInt8(ascii: "/")
private let close = UInt8(ascii: ">")
