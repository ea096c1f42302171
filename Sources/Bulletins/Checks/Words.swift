import Text

/// The words of a text and the signs between and in them, by their bytes.
struct Words {
  /// Where each word stands.
  private(set) var ranges: [Range<Int>] = []
  /// Where each character begins that is no blank and no letter or digit of ASCII: who looks for a mark looks at these.
  private(set) var signs: [Int] = []

  /// Splits a text: a word is letters and digits, with apostrophes and hyphens inside.
  init(_ text: Bytes) {
    ranges.reserveCapacity(text.count / 6)
    let bytes = text.span
    var at = 0
    while at < bytes.count {
      let start = at
      let end = endOfWord(from: start, text)
      if end > start { ranges.append(start..<end) }
      at = end
      if at == bytes.count { return }
      if !bytes[at].isASCIISpace { signs.append(at) }
      at += 1
      // The rest of a sign begins no word.
      while at < bytes.count, bytes[at].isUTF8Continuation { at += 1 }
    }
  }

  /// Where the word ends that begins at a place; the place itself where none does.
  private mutating func endOfWord(from start: Int, _ text: Bytes) -> Int {
    let bytes = text.span
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      // Most of a text is letters, which need no other look.
      if byte.isASCIILetter || byte.isASCIIDigit {
        at &+= 1
        continue
      }
      if byte.isASCIISpace { return at }
      var length = Words.letterLength(text, at)
      if length == 0, at > start {
        let joint = Words.jointLength(text, at)
        if joint > 0, Words.letterLength(text, at + joint) > 0 { length = joint }
      }
      if length == 0 { return at }
      signs.append(at)
      at += length
    }
    return at
  }

  /// How many bytes a letter or a digit at a place has; none where there is no such.
  static func letterLength(_ text: Bytes, _ at: Int) -> Int {
    guard at < text.count else { return 0 }
    let byte = text[at]
    if byte < 0x80 { return byte.isASCIILetter || byte.isASCIIDigit ? 1 : 0 }
    // U+0080 to U+00BF are signs, and U+2000 to U+2BFF punctuation and symbols.
    if byte == 0xC2 || (byte == 0xE2 && at + 1 < text.count && text[at + 1] < 0xB0) { return 0 }
    if byte == 0xC3, at + 1 < text.count, text[at + 1] == 0x97 || text[at + 1] == 0xB7 { return 0 }
    var end = at + 1
    while end < text.count, text[end].isUTF8Continuation { end += 1 }
    return end - at
  }

  /// An apostrophe or a hyphen.
  private static func jointLength(_ text: Bytes, _ at: Int) -> Int {
    if text[at] == UInt8(ascii: "'") || text[at] == UInt8(ascii: "-") { return 1 }
    guard text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80 else { return 0 }
    return text[at + 2] == 0x99 || text[at + 2] == 0x91 ? 3 : 0
  }
}

extension Array where Element == UInt8 {
  /// Whether a letter at a place is a small one.
  func isSmallLetter(at offset: Int) -> Bool {
    guard offset < count else { return false }
    if self[offset] < 0x80 { return self[offset].isASCIILetter && self[offset] & 0x20 != 0 }
    let length = Words.letterLength(self, offset)
    return length > 0 && Array(self[offset..<offset + length]).string.first?.isLowercase == true
  }

  /// Whether only white space stands in a part, and some does.
  func isSpace(_ range: Range<Int>) -> Bool { !range.isEmpty && self[range].allSatisfy(\.isASCIISpace) }
}
