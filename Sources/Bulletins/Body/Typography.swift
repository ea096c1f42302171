import Languages
import Text

/// What a language asks of published text that plain HTML does not do by itself.
enum Typography {
  /// A text as its language sets it.
  ///
  /// - Parameter notes: What its footnotes are called, where it has some.
  static func set(_ html: Bytes, notes: String? = nil, in language: Language) -> Bytes {
    let html = keepingShortWords(html, in: language)
    return notes.map { translatingFootnotes(html, named: $0, to: language) } ?? html
  }

  /// Keeps short words with the word after them, as Polish typesetting wants it of those of one letter.
  ///
  /// The two stand in an element that does not wrap: the text itself, with its spaces, stays as it is for those who
  /// copy it. The end of a line in the source is a space like any other.
  private static func keepingShortWords(_ html: Bytes, in language: Language) -> Bytes {
    let words = ShortWords(language.typesetting.shortWords)
    if words.isEmpty { return html }
    var result = Bytes()
    result.reserveCapacity(html.count + html.count / 8)
    var copied = 0
    var at = 0
    while at < html.count {
      if html[at] == UInt8(ascii: "<") {
        at = endOfMarkup(html, at)
      } else if words.mayBegin(html[at]), beginsWord(html, at), let end = endOfGroup(html, at, words) {
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

  /// The end of the word after one or more short ones; `nil` when no short word is there, or markup follows.
  private static func endOfGroup(_ html: Bytes, _ start: Int, _ words: ShortWords) -> Int? {
    var word = start
    while let length = words.length(html, word), word + length + 1 < html.count,
      html[word + length] == 0x20 || html[word + length] == 0x0A
    {
      word += length + 1
    }
    guard word > start, word < html.count, !html[word].isASCIISpace, html[word] != UInt8(ascii: "<") else { return nil }
    return html[word...].firstIndex { $0.isASCIISpace || $0 == UInt8(ascii: "<") } ?? html.count
  }

  /// Says in the text's language what libcmark-gfm says in English.
  private static func translatingFootnotes(_ html: Bytes, named name: String, to language: Language) -> Bytes {
    let part = "<section class=\"footnotes\" data-footnotes"
    var heading = Bytes()
    heading.append(escaping: name.utf8)
    let named = "\(part)\(attribute("aria-label", name))>\n<h2>\(heading.string)</h2>"
    let html = name.isEmpty ? html.string : html.string.replacing(part + ">", with: named)
    guard let words = language.words["back_to_text"]?.text(for: .other) else { return Bytes(html.utf8) }
    return Bytes(labellingWaysBack(html, attribute("aria-label", words)).utf8)
  }

  /// Links from notes to the text, which every version of the library describes otherwise: `aria-label="Back to content"`,
  /// `data-footnote-backref-idx="1" aria-label="Back to reference 1"`.
  private static func labellingWaysBack(_ html: String, _ label: String) -> String {
    // With its quotation marks, which no text has as they are: what an author writes of such links stays.
    let mark = " class=\"footnote-backref\" data-footnote-backref"
    var result = ""
    var rest = html[...]
    while let found = rest.firstRange(of: mark), let end = rest[found.upperBound...].firstIndex(of: ">") {
      result += rest[..<found.upperBound] + label
      rest = rest[end...]
    }
    return result + rest
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    var escaped = Bytes()
    escaped.append(escaping: value.utf8)
    return " \(name)=\"\(escaped.string)\""
  }
}

/// Words that no line may end with, in small letters and with a capital, compared byte by byte.
private struct ShortWords {
  private let words: [Bytes]

  init(_ words: [String]) {
    self.words = Set(words.flatMap { [$0.lowercased(), $0.prefix(1).uppercased() + $0.dropFirst()] }).sorted()
      .map { Bytes($0.utf8) }
  }

  var isEmpty: Bool { words.isEmpty }

  func mayBegin(_ byte: UInt8) -> Bool { words.contains { $0[0] == byte } }

  /// The length of the word that stands at a place and ends there.
  func length(_ html: Bytes, _ at: Int) -> Int? {
    words.first { word in
      let end = at + word.count
      return end < html.count && html[end].isASCIISpace && html.has(word, at: at)
    }?.count
  }
}
