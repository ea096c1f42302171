import Text

/// The words of a text and the signs between and in them, by their bytes.
struct Words {
  /// Where each word stands.
  private(set) var ranges: [Range<Int>] = []
  /// Where each character begins that is no blank and no letter or digit of ASCII: who looks for a mark looks at these.
  private(set) var signs: [Int] = []

  /// Splits a text: a word is letters and digits, with apostrophes and hyphens inside.
  init(_ text: Bytes) {
    let bytes = text.span
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(bytes.count / 6)
    /// Where the word begins that goes on; -1 between two.
    var word = -1
    var at = 0
    while true {
      // Of letters, nothing but where they end is looked at.
      let end = bytes.endOfLetters(from: at)
      if word < 0, end > at { word = at }
      at = end
      if at == bytes.count { break }
      let part = Words.length(in: text, at, isInWord: word >= 0)
      if part > 0 {
        if word < 0 { word = at }
        if !bytes[at].isASCIIDigit { signs.append(at) }
        at += part
        continue
      }
      if word >= 0 { ranges.append(word..<at) }
      word = -1
      if !bytes[at].isASCIISpace {
        signs.append(at)
        // The rest of a sign begins no word.
        while at + 1 < bytes.count, bytes[at + 1].isUTF8Continuation { at += 1 }
      }
      at += 1
    }
    if word >= 0 { ranges.append(word..<bytes.count) }
    self.ranges = ranges
  }

  /// How many bytes of a word begin at a place with a letter that is not ASCII, or with a sign inside the word; none where
  /// the word ends.
  @inline(__always)
  private static func length(in text: Bytes, _ at: Int, isInWord: Bool) -> Int {
    // Most words end at a blank.
    if text[at] == 0x20 { return 0 }
    let letter = letterLength(text, at)
    if letter > 0 || !isInWord { return letter }
    let joint = jointLength(text, at)
    return joint > 0 && letterLength(text, at + joint) > 0 ? joint : 0
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

extension Span<UInt8> {
  /// Where the letters of ASCII end that begin at a place, if there are any. Eight bytes are looked at at once.
  @inline(__always)
  fileprivate func endOfLetters(from start: Int) -> Int {
    var at = start
    while at + 8 <= count {
      let others = Span.others(in: word(at: at))
      if others != 0 { return at + others.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count, self[at].isASCIILetter { at += 1 }
    return at
  }

  /// The highest bit of each of eight bytes that is no letter of ASCII.
  private static func others(in word: UInt64) -> UInt64 {
    let highest: UInt64 = 0x8080_8080_8080_8080
    let small = (word | 0x2020_2020_2020_2020) & ~highest
    // Adding sets the highest bit of what is `a` or more, and of what is more than `z`.
    let isAtLeastA = small + 0x1F1F_1F1F_1F1F_1F1F
    let isBehindZ = small + 0x0505_0505_0505_0505
    return ~(isAtLeastA & ~isBehindZ & ~word) & highest
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
