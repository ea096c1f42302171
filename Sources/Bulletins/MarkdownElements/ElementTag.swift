import Text

/// A tag that asks for Markdown in its element: `<div class="note" markdown="1">`, `<p markdown="span">`, `<div markdown>`.
struct ElementTag {
  /// Where it stands.
  let range: Range<Int>
  /// Whether the element holds words and no paragraphs.
  let isOfWords: Bool

  /// Those of a text, in their order.
  static func all(in text: Bytes) -> [ElementTag] {
    // Most texts have no tag at all, and in many letters the word begins.
    guard var at = text.firstOffset(of: UInt8(ascii: "<")) else { return [] }
    var tags: [ElementTag] = []
    while let found = text.firstOffset(of: attribute, from: at) {
      at = found + attribute.count
      if let tag = ElementTag(around: found, in: text) { tags.append(tag) }
    }
    return tags
  }

  private static let attribute = Bytes("markdown".utf8)

  /// - Parameter attribute: Where the word `markdown` stands.
  init?(around attribute: Int, in text: Bytes) {
    let before = text[max(0, attribute - ElementTag.longest)..<attribute]
    let behind = text[attribute...].prefix(ElementTag.longest)
    guard before.last?.isASCIISpace ?? false, let open = before.lastIndex(where: ElementTag.isEdge),
      text[open] == UInt8(ascii: "<"), before[open...].count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 0,
      let close = behind.firstIndex(where: ElementTag.isEdge),
      text[close] == UInt8(ascii: ">"), ElementTag.quotationsEnd(in: text[open..<close])
    else { return nil }
    let name = ElementTag.name(of: text[open...close])
    let rest = text[attribute..<close].dropFirst(ElementTag.attribute.count)
    guard let value = ElementTag.value(rest), ElementTag.ofBlocks.contains(name) || ElementTag.ofWords.contains(name)
    else {
      return nil
    }
    range = open..<close + 1
    isOfWords = value == "span" || value != "block" && ElementTag.ofWords.contains(name)
  }

  /// The name of a tag's element, in small letters.
  static func name(of tag: ArraySlice<UInt8>) -> String {
    Array(tag.dropFirst().prefix { $0.isASCIILetter || $0.isASCIIDigit }).string.lowercased()
  }

  /// Whether what a tag begins holds words and no paragraphs.
  static func isOfWords(_ tag: Bytes) -> Bool {
    all(in: tag).first?.isOfWords ?? ofWords.contains(name(of: tag[...]))
  }

  /// What an attribute says behind its name: that Markdown is read; `nil` for another one.
  private static func value(_ rest: ArraySlice<UInt8>) -> String? {
    guard let next = rest.first, !next.isASCIISpace else { return "1" }
    guard next == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().prefix { !$0.isASCIISpace }.filter {
      $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
    }
    let word = Array(value).string
    return ["1", "block", "span"].contains(word) ? word : nil
  }

  /// Whether each quotation mark has its other one: else the bracket stands in a value.
  private static func quotationsEnd(in tag: ArraySlice<UInt8>) -> Bool {
    ["\"", "'"].allSatisfy { (mark: Unicode.Scalar) in tag.count { $0 == UInt8(ascii: mark) } % 2 == 0 }
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == 0x0A
  }

  /// So long a tag is none that somebody typed.
  static let longest = 500

  private static let ofBlocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "figure", "footer",
    "header", "li", "ol", "section", "ul",
  ]
  private static let ofWords: Set<String> = ["dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "p", "summary"]
}
