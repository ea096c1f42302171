import Text

/// The words of a piece of HTML that was written by this program, without its tags.
enum HTMLWords {
  private static let references: [(Bytes, UInt8)] = [
    (Bytes("&lt;".utf8), UInt8(ascii: "<")), (Bytes("&gt;".utf8), UInt8(ascii: ">")),
    (Bytes("&quot;".utf8), UInt8(ascii: "\"")), (Bytes("&amp;".utf8), UInt8(ascii: "&")),
  ]

  /// The words.
  static func of(_ html: some Sequence<UInt8>) -> String {
    var words = Bytes()
    var isInTag = false
    for byte in html {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { words.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    var result = Bytes()
    var at = 0
    while at < words.count {
      if words[at] == UInt8(ascii: "&"), let (mark, byte) = references.first(where: { words.has($0.0, at: at) }) {
        result.append(byte)
        at += mark.count
      } else {
        result.append(words[at])
        at += 1
      }
    }
    return result.string
  }
}
