import Coding
import Search
import Text

/// Takes the passages of a text out of its markup: plain text with single spaces, in parts that begin with a heading that
/// has an id.
struct Passages {
  private let html: Bytes
  private var at = 0
  private var anchor: String
  private var text: Bytes = []
  private var passages: [SearchDocument.Passage] = []

  /// The passages of a text.
  ///
  /// - Parameter anchor: The id of what stands before the first heading.
  static func of(_ html: Bytes, under anchor: String) -> [SearchDocument.Passage] {
    if html.isEmpty { return [] }
    var reader = Passages(html: html, anchor: anchor)
    reader.read()
    return reader.passages
  }

  private init(html: Bytes, anchor: String) {
    self.html = html
    self.anchor = anchor
    text.reserveCapacity(html.count)
  }

  private mutating func read() {
    while at < html.count {
      let byte = html[at]
      if byte == UInt8(ascii: "<") {
        readTag()
      } else if byte == UInt8(ascii: "&") {
        readReference()
      } else if byte <= 0x20 {
        separate()
        at += 1
      } else if byte >= 0xC2, let length = blank(byte) {
        separate()
        at += length
      } else {
        text.append(byte)
        at += 1
      }
    }
    finish()
  }

  /// How many bytes a space has that is not ASCII: those that do not break, and those of typesetters.
  private func blank(_ lead: UInt8) -> Int? {
    if lead == 0xC2, at + 1 < html.count, html[at + 1] == 0xA0 { return 2 }
    guard lead == 0xE2 || lead == 0xE3, at + 2 < html.count else { return nil }
    switch (lead, html[at + 1], html[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xAA), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80):
      return 3
    default: return nil
    }
  }

  private mutating func separate() {
    if let last = text.last, last != 0x20 { text.append(0x20) }
  }

  private mutating func finish() {
    if text.last == 0x20 { text.removeLast() }
    if !text.isEmpty { passages.append(SearchDocument.Passage(anchor: anchor, text: text)) }
    text = []
  }

  private mutating func readTag() {
    if html.has("<!--".utf8, at: at) {
      at = html.firstOffset(of: Bytes("-->".utf8), from: at).map { $0 + 3 } ?? html.count
      return
    }
    guard let end = endOfTag else {
      at = html.count
      return
    }
    let tag = html[at..<end]
    let name = Bytes(tag.dropFirst().prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "/") })
    at = end
    if Passages.isInline(name) {
      // The number of a note is no part of the word before it, and the arrow behind a note is no text.
      if Passages.names(tag, "footnote-") { skip(to: name) }
      return
    }
    separate()
    if name.count == 2, name[0] == UInt8(ascii: "h"), let id = Passages.id(of: tag) {
      finish()
      anchor = id
    } else if name.elementsEqual("script".utf8) || name.elementsEqual("style".utf8) {
      skip(to: name)
    }
  }

  /// Where the tag ends that begins here; what stands in quotation marks does not end it.
  private var endOfTag: Int? {
    var quote: UInt8?
    for place in at..<html.count {
      let byte = html[place]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: ">") { return place + 1 }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      }
    }
    return nil
  }

  private mutating func skip(to name: Bytes) {
    guard let start = html.firstOffset(of: Bytes("</".utf8) + name, from: at),
      let end = html.firstOffset(of: UInt8(ascii: ">"), from: start)
    else { return }
    at = end + 1
  }

  private static func names(_ tag: ArraySlice<UInt8>, _ word: String) -> Bool {
    Bytes(tag).firstOffset(of: Bytes(" class=\"\(word)".utf8)) != nil
  }

  private static func id(of tag: ArraySlice<UInt8>) -> String? {
    let tag = Bytes(tag)
    guard let start = tag.firstOffset(of: Bytes(" id=\"".utf8)),
      let end = tag.firstOffset(of: UInt8(ascii: "\""), from: start + 5)
    else { return nil }
    return Bytes(tag[(start + 5)..<end]).string
  }

  private mutating func readReference() {
    let references: [(name: StaticString, text: StaticString)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"),
    ]
    for (name, replacement) in references {
      var bytes = Bytes()
      bytes.append(name)
      if html.has(bytes, at: at) {
        text.append(replacement)
        at += bytes.count
        return
      }
    }
    text.append(html[at])
    at += 1
  }

  /// Whether an element stands within words, so that nothing separates what is in it from what is beside it.
  private static func isInline(_ name: Bytes) -> Bool {
    inline.contains(name.first == UInt8(ascii: "/") ? Bytes(name.dropFirst()) : name)
  }

  private static let inline = Set(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr"
      .split(separator: " ").map { Bytes($0.utf8) })
}
