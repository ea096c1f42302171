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
    var reader = Reader()
    // Eight bytes at once: of letters, nothing but where they end is looked at.
    for block in stride(from: 0, to: bytes.count, by: 8) {
      var others = bytes.othersThanLetters(from: block)
      while others != 0 {
        let place = block + others.trailingZeroBitCount / 8
        others &= others - 1
        if place >= reader.end { read(text, at: place, &reader) }
      }
      reader.passLetters(to: min(block + 8, bytes.count))
    }
    if reader.word >= 0 { ranges.append(reader.word..<bytes.count) }
  }

  /// How far a text was split.
  private struct Reader {
    /// Where the word begins that goes on; -1 between two.
    var word = -1
    /// The end of what was looked at.
    var end = 0

    mutating func passLetters(to place: Int) {
      if place <= end { return }
      if word < 0 { word = end }
      end = place
    }
  }

  /// Reads what is no letter of ASCII, at a place before which all is read but letters.
  private mutating func read(_ text: Bytes, at place: Int, _ reader: inout Reader) {
    reader.passLetters(to: place)
    let byte = text[place]
    reader.end = place + 1
    if byte.isASCIIDigit {
      if reader.word < 0 { reader.word = place }
      return
    }
    if !byte.isASCIISpace {
      signs.append(place)
      let length = Words.length(in: text, place, isInWord: reader.word >= 0)
      if length > 0 {
        if reader.word < 0 { reader.word = place }
        reader.end = place + length
        return
      }
      // The rest of a sign begins no word.
      while reader.end < text.count, text[reader.end].isUTF8Continuation { reader.end += 1 }
    }
    if reader.word >= 0 { ranges.append(reader.word..<place) }
    reader.word = -1
  }

  /// How many bytes of a word begin at a place with a letter that is not ASCII, or with a sign inside the word; none where
  /// the word ends.
  private static func length(in text: Bytes, _ at: Int, isInWord: Bool) -> Int {
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
  /// Of the eight bytes from a place on, or of those that there are, the highest bit of each that is no letter of ASCII.
  fileprivate func othersThanLetters(from start: Int) -> UInt64 {
    if start + 8 <= count { return Span.others(in: word(at: start)) }
    var others: UInt64 = 0
    for at in start..<count where !self[at].isASCIILetter { others |= 0x80 << UInt64((at - start) * 8) }
    return others
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
