import Text

/// What a title or an abstract of front matter says that was written for HTML, as other engines put it there: the signs that
/// names stand for, and the words without the elements around them.
enum PlainWords {
  /// The words of a text.
  static func of(_ text: String) -> String {
    let bytes = Bytes(text.utf8)
    var words = Bytes()
    // Asked for once of each kind of tag, however many there are.
    var hasTags: [String: Bool] = [:]
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&"), let sign = sign(in: bytes, at: at) {
        words += Bytes(String(sign.scalar).utf8)
        at = sign.end
      } else if bytes[at] == UInt8(ascii: "<"), let element = element(in: bytes, at: at, &hasTags) {
        // A line that ends between two words keeps them apart.
        if element.isBreak, words.last.map({ !$0.isASCIISpace }) ?? false { words.append(0x20) }
        at = element.end
      } else {
        words.append(bytes[at])
        at += 1
      }
    }
    return words.string
  }

  /// The sign for which a name or a number stands, `&rsquo;` or `&#8217;`, and where that ends.
  private static func sign(in text: Bytes, at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let end = text[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = Array(text[(start + 1)..<end]).string
    if let scalar = names[name] { return (scalar, end + 1) }
    guard name.utf8.first == UInt8(ascii: "#") else { return nil }
    let isHex = name.utf8.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    guard let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20,
      scalar.properties.isDefaultIgnorableCodePoint == false
    else { return nil }
    return (scalar, end + 1)
  }

  /// Each with the sign for which it stands.
  private static let names: [String: Unicode.Scalar] = {
    let written = """
      amp& lt< gt> quot" apos' nbsp\u{A0} ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” laquo« raquo» hellip… copy© reg® \
      trade™ middot· bull• times× deg° eacuteé egraveè agraveà oumlö aumlä uumlü szligß ntildeñ ccedilç aacuteá iacuteí \
      oacuteó uacuteú euro€ pound£ sect§
      """
    return written.split(separator: " ").reduce(into: [:]) { names, word in
      names[String(word.dropLast())] = word.unicodeScalars.last
    }
  }()

  /// The end of the tag of an element that stands around words, and whether it parts lines.
  private static func element(
    in text: Bytes, at open: Int, _ hasTags: inout [String: Bool]
  ) -> (end: Int, isBreak: Bool)? {
    let isEnd = open + 1 < text.count && text[open + 1] == UInt8(ascii: "/")
    let name = text[(open + (isEnd ? 2 : 1))...].prefix { $0.isASCIILetter || $0.isASCIIDigit }
    let word = Array(name).string.lowercased()
    guard elements.contains(word), name.endIndex < text.count,
      let close = text[name.endIndex...].prefix(1_000).firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let rest = text[name.endIndex..<close]
    guard rest.isEmpty || rest.first?.isASCIISpace == true || rest.elementsEqual("/".utf8) else { return nil }
    let isBreak = word == "br" || word == "p"
    // One without its end is something else: a sign of a language, a placeholder.
    let other = (isEnd ? "<" : "</") + Array(name).string
    let hasOther = isBreak || hasTags[other] ?? (text.firstOffset(of: Bytes(other.utf8)) != nil)
    hasTags[other] = hasOther
    return hasOther ? (close + 1, isBreak) : nil
  }

  private static let elements: Set<String> = [
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "p", "q", "s", "small", "span",
    "strong", "sub", "sup", "u",
  ]
}
