import Text

/// A list of attributes in braces, with the colon of kramdown or without one: `{: .note}`, `{.note}`, `{#ice .note}`, and
/// directly behind an image `{width=40}`.
enum BraceList {
  /// Where braces open that may hold one.
  static func firstOpening(in text: Bytes, from start: Int) -> Int? {
    var at = start
    while let open = text.firstOffset(of: UInt8(ascii: "{"), from: at) {
      if opens(in: text, at: open) { return open }
      at = open + 1
    }
    return nil
  }

  /// Whether braces open at a byte that may hold one.
  static func opens(in text: Bytes, at open: Int) -> Bool {
    guard open + 2 < text.count, text[open] == UInt8(ascii: "{") else { return false }
    switch text[open + 1] {
    case UInt8(ascii: ":"): return true
    case UInt8(ascii: "."), UInt8(ascii: "#"): return text[open + 2].isASCIILetter
    // An image or a link ends before it.
    default: return text[open + 1].isASCIILetter && open > 0 && text[open - 1] == UInt8(ascii: ")")
    }
  }

  /// Where what opens with a brace ends, outside of quotation marks.
  static func end(in text: Bytes, of open: Int, before end: Int) -> Int? {
    var quote: UInt8?
    for at in open..<end {
      let byte = text[at]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "}") {
        return at + 1
      }
    }
    return nil
  }

  /// The list; `nil` for braces that hold something else.
  static func list(in braces: ArraySlice<UInt8>) -> AttributeList? {
    let inner = braces.dropFirst().dropLast()
    if inner.first == UInt8(ascii: ":") { return AttributeList(inner.dropFirst()) }
    guard let list = AttributeList(inner), list.words.isEmpty else { return nil }
    let isOfNames = inner.first == UInt8(ascii: ".") || inner.first == UInt8(ascii: "#")
    return isOfNames || list.attributes.allSatisfy({ known.contains($0.name) }) ? list : nil
  }

  private static let known: Set<String> = [
    "width", "height", "align", "style", "class", "title", "target", "rel", "lang", "loading", "fig-alt", "fig-align",
  ]

  /// Whether a text is nothing but tags that are understood.
  static func isOfTags(_ text: ArraySlice<UInt8>) -> Bool {
    guard let parts = TagMark.parts(of: Array(text)) else { return false }
    return parts.allSatisfy { part in
      if case .text(let words) = part { words.allSatisfy(\.isASCIISpace) } else { true }
    }
  }
}
