import Text

/// Words out of markup.
enum Markup {
  /// The text without tags, and with the five characters that all markup writes otherwise.
  static func plain(_ markup: ArraySlice<UInt8>) -> String {
    var words = Bytes()
    var isTag = false
    for byte in markup {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { words.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return decoded(words.string).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  static func decoded(_ text: String) -> String {
    var text = text
    for (name, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#160;", "\u{A0}"),
      ("&nbsp;", "\u{A0}"),
      ("&amp;", "&"),
    ] { text = text.replacing(name, with: character) }
    return text
  }
}
