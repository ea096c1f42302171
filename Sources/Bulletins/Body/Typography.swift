import Languages
import Text

/// What a language asks of published text that plain HTML does not do by itself.
enum Typography {
  /// Keeps words of one letter with the word after them, as Polish typesetting wants it.
  ///
  /// The two stand in an element that does not wrap: the text itself, with its spaces, stays as it is for those who
  /// copy it.
  static func keepingShortWords(_ html: Bytes, in language: Language) -> Bytes {
    let letters = Set(language.typesetting.shortWords.joined().utf8)
    if letters.isEmpty { return html }
    var result = Bytes()
    result.reserveCapacity(html.count + html.count / 8)
    var copied = 0
    var at = 0
    while at < html.count {
      if html[at] == UInt8(ascii: "<") {
        at = endOfMarkup(html, at)
      } else if letters.contains(html[at]), beginsWord(html, at), let end = endOfGroup(html, at, letters) {
        result += html[copied..<at]
        result += Bytes("<span class=\"nb\">".utf8) + html[at..<end] + Bytes("</span>".utf8)
        copied = end
        at = end
      } else {
        at += 1
      }
    }
    return result + html[copied...]
  }

  /// The end of a tag; code is passed over whole.
  private static func endOfMarkup(_ html: Bytes, _ start: Int) -> Int {
    for name in ["pre", "code", "script"] where html.has("<\(name)".utf8, at: start) {
      let close = Bytes("</\(name)>".utf8)
      return html.firstOffset(of: close, from: start).map { $0 + close.count } ?? html.count
    }
    return html[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
  }

  private static func beginsWord(_ html: Bytes, _ at: Int) -> Bool {
    guard at > 0 else { return true }
    let before = html[at - 1]
    if before < 0x80 { return !before.isASCIILetter && !before.isASCIIDigit && !"-'&#;".utf8.contains(before) }
    // Quotation marks and dashes are E2 80 …; letters are not.
    return at >= 3 && html[at - 3] == 0xE2 && html[at - 2] == 0x80
  }

  /// The end of the word after one or more short ones; `nil` when the letter is no word, or markup follows.
  private static func endOfGroup(_ html: Bytes, _ start: Int, _ letters: Set<UInt8>) -> Int? {
    var word = start
    while word + 2 < html.count, letters.contains(html[word]), html[word + 1] == 0x20 { word += 2 }
    guard word > start, word < html.count, !html[word].isASCIISpace, html[word] != UInt8(ascii: "<") else { return nil }
    return html[word...].firstIndex { $0.isASCIISpace || $0 == UInt8(ascii: "<") } ?? html.count
  }

  /// Says in the text's language what libcmark-gfm says in English, whatever the default language is.
  static func translatingFootnotes(_ html: Bytes, to language: Language) -> Bytes {
    let english = "aria-label=\"Back to content\""
    let translated = "aria-label=\"\(language.words["back_to_text"]?.text(for: .other) ?? "")\""
    return english == translated ? html : Bytes(html.string.replacing(english, with: translated).utf8)
  }
}
