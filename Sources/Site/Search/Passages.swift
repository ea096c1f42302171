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
  /// Whether a cell of the row was read that the place is in.
  private var isBehindCell = false

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
        readRun()
      }
    }
    finish()
  }

  /// Takes what stands here, and what follows up to the next byte that needs a look; single spaces do not.
  private mutating func readRun() {
    let html = html
    let bytes = html.span
    let end = bytes.endOfRun(from: at + 1)
    text.append(bytes.extracting(at..<end))
    at = end
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
    if !text.isEmpty { passages.append(SearchDocument.Passage(anchor: anchor, text: text.span.copy)) }
    text.removeAll(keepingCapacity: true)
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
    let html = html
    let tag = html.span.extracting(at..<end)
    let isEnd = tag[1] == UInt8(ascii: "/")
    let nameStart = isEnd ? 2 : 1
    var nameEnd = nameStart
    while nameEnd < tag.count, tag[nameEnd].isASCIILetter || tag[nameEnd].isASCIIDigit { nameEnd += 1 }
    let name = tag.extracting(nameStart..<nameEnd)
    at = end
    if Passages.inline.contains(Passages.word(name)) {
      // The number of a note is no part of the word before it, and the arrow behind a note is no text.
      if !isEnd, Passages.value(of: Passages.noteClass, in: tag) != nil { skip(to: name.copy) }
      return
    }
    separate()
    readCell(Passages.word(name), isEnd: isEnd)
    if isEnd { return }
    if name.count == 2, name[0] == UInt8(ascii: "h"), let id = Passages.value(of: Passages.id, in: tag) {
      finish()
      anchor = id
    } else if Passages.unread.contains(Passages.word(name)) {
      skip(to: name.copy)
    }
  }

  /// Parts the cells of a table by dots, and ends each row as a paragraph: what is shown of a table is a row.
  private mutating func readCell(_ name: UInt64, isEnd: Bool) {
    if Passages.cells.contains(name) {
      if !isEnd, isBehindCell { text.append("· ") }
      isBehindCell = true
    } else if name == Passages.row {
      isBehindCell = false
      guard isEnd, text.last == 0x20 else { return }
      text.removeLast()
      text.append("\u{2029}")
    }
  }

  /// Where the tag ends that begins here; what stands in quotation marks does not end it.
  private var endOfTag: Int? {
    let bytes = html.span
    var quote: UInt8?
    for place in at..<bytes.count {
      let byte = bytes[place]
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

  private static let id = Bytes(" id=\"".utf8)
  private static let noteClass = Bytes(" class=\"footnote-".utf8)

  /// What follows the beginning of an attribute, up to the quotation mark; `nil` where the tag has no such attribute.
  private static func value(of beginning: Bytes, in tag: Span<UInt8>) -> String? {
    guard let start = tag.firstOffset(of: beginning.span),
      let end = tag.firstOffset(of: UInt8(ascii: "\""), from: start + beginning.count)
    else { return nil }
    return tag.extracting((start + beginning.count)..<end).string
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

  /// The elements that stand within words, so that nothing separates what is in them from what is beside them.
  private static let inline = words(
    "a em strong code abbr b bdi bdo cite data del dfn font i ins kbd mark q s samp small span sub sup time u var wbr")

  private static let cells = words("td th")
  private static let row = words("tr")[0]

  /// The elements with what is no text.
  private static let unread = words("script style")

  /// A name of an element as one number, of its last eight letters: quickly compared.
  private static func word(_ name: Span<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for index in name.indices { word = word << 8 | UInt64(name[index]) }
    return word
  }

  private static func words(_ names: String) -> [UInt64] {
    names.split(separator: " ").map { word(Bytes($0.utf8).span) }
  }
}
