import Coding
import Text

/// Text out of markup, and into addresses.
enum HTMLText {
  /// What a reader sees of HTML: no tags, no comments, entities decoded, white space collapsed.
  static func text(of html: Bytes) -> Bytes {
    let text = without("<", ">", in: without("<!--", "-->", in: html))
    let words = text.string.unicodeScalars.split(whereSeparator: \.isPythonSpace).map { String($0) }
    return decoded(Bytes(words.joined(separator: " ").utf8))
  }

  /// Bytes without what stands between two marks; a mark that is never closed stays.
  private static func without(_ open: String, _ close: String, in text: Bytes) -> Bytes {
    var result = Bytes()
    var at = 0
    while let start = text.firstOffset(of: Bytes(open.utf8), from: at),
      let end = text.firstOffset(of: Bytes(close.utf8), from: start)
    {
      result += text[at..<start]
      at = end + close.utf8.count
    }
    return result + text[at...]
  }

  /// Text with the entities of HTML that have a number, or that every writer knows, as characters.
  static func decoded(_ text: Bytes) -> Bytes {
    guard text.contains(UInt8(ascii: "&")) else { return text }
    var result = Bytes()
    var at = 0
    while at < text.count {
      guard text[at] == UInt8(ascii: "&"), let end = text[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(Bytes(text[(at + 1)..<end]).string)
      else {
        result.append(text[at])
        at += 1
        continue
      }
      result += Bytes(character.utf8)
      at = end + 1
    }
    return result
  }

  private static func character(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
      let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      return code.flatMap { Unicode.Scalar($0) }.map { String($0) }
    }
    let known = [
      "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
      "hellip": "…", "copy": "©", "laquo": "«", "raquo": "»", "bdquo": "„", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
      "rsquo": "’", "shy": "\u{AD}", "bull": "•", "middot": "·", "sect": "§", "euro": "€",
    ]
    return known[name]
  }

  /// Bytes as a field of a form: blanks become `+`.
  static func formEncoded(_ bytes: Bytes) -> Bytes {
    let encoded = PercentEncoding.encoded(bytes, keepingSlashes: false).string
    return Bytes(encoded.replacing("%20", with: "+").utf8)
  }
}
