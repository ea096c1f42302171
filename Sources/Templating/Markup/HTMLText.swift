import Coding
import Text

/// Text out of markup, and into addresses.
enum HTMLText {
  /// What a reader sees of HTML: no tags, no comments, entities decoded, white space collapsed.
  static func text(of html: Bytes, within allowance: Allowance) throws(Failure) -> Bytes {
    let text = try withoutTags(html, within: allowance)
    try allowance.take(bytes: text.count)
    var words = Bytes()
    for scalar in text.string.unicodeScalars {
      if !scalar.isPythonSpace {
        words.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else if let last = words.last, last != 0x20 {
        words.append(0x20)
      }
    }
    if words.last == 0x20 { words.removeLast() }
    return CharacterReference.decoded(words)
  }

  /// The text without tags and comments, up to one that is never closed.
  private static func withoutTags(_ html: Bytes, within allowance: Allowance) throws(Failure) -> Bytes {
    try allowance.take(bytes: html.count)
    var result = Bytes()
    var at = 0
    while let start = html.firstOffset(of: UInt8(ascii: "<"), from: at) {
      let isComment = html.has("<!--".utf8, at: start)
      let close = Bytes((isComment ? "-->" : ">").utf8)
      guard let end = try html.firstOffset(of: close, from: isComment ? start + 4 : start, within: allowance) else {
        break
      }
      result += html[at..<start]
      at = end + close.count
    }
    return result + html[at...]
  }

  /// Bytes as a field of a form: blanks become `+`.
  static func formEncoded(_ bytes: Bytes) -> Bytes {
    let encoded = PercentEncoding.encoded(bytes, keepingSlashes: false).string
    return Bytes(encoded.replacing("%20", with: "+").utf8)
  }
}
