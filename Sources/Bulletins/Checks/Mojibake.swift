import Text

/// A character in UTF-8 that was read as Windows-1252 and written as UTF-8 again: `Å‚` for `ł`.
struct Mojibake {
  /// Where it stands.
  let range: Range<Int>
  /// The character that it was, where nothing of it is missing.
  let meant: Unicode.Scalar?
  /// Whether the same signs may stand in a sentence, so that only others like it in the paragraph make it sure.
  let isSure: Bool

  /// Reads such a sequence, of which the first character is a letter of U+00C0 to U+00FF.
  static func read(_ text: Bytes, _ at: Int) -> Mojibake? {
    guard let read = Sequence(text, at) else { return nil }
    if read.isEastern { return eastern(read, text) }
    let first = read.signs[0]
    if read.length == 3 {
      // € and ‚ stand behind no “â” of a word; „ does not, either.
      guard [0x20AC, 0x201A, 0x201E].contains(first) else { return nil }
    } else if mayFollow(first), !goesOn(text, at, read.range.upperBound), !opensWord(text, at, first) {
      return nil
    }
    return Mojibake(range: read.range, meant: read.meant, isSure: true)
  }

  /// A letter and the signs behind it that are bytes of one character.
  private struct Sequence {
    let range: Range<Int>
    /// How many bytes the character has.
    let length: Int
    /// What stands for those behind the first; never empty.
    let signs: [UInt32]
    private let code: UInt32

    init?(_ text: Bytes, _ at: Int) {
      let lead = text[at + 1] | 0x40
      switch lead {
      case 0xC3, 0xC4, 0xC5, 0xC2, 0xCE, 0xCF, 0xD0, 0xD1: length = 2
      // Signs of general use, and then those of Chinese, Japanese and Korean.
      case 0xE2...0xE9: length = 3
      default: return nil
      }
      isEastern = lead > 0xE2
      var code = UInt32(lead) & (length == 2 ? 0x1F : 0x0F)
      var end = at + 2
      var signs: [UInt32] = []
      while signs.count + 1 < length, let (byte, sign, width) = Mojibake.continuation(text, end) {
        code = code << 6 | UInt32(byte & 0x3F)
        signs.append(sign)
        end += width
      }
      if signs.isEmpty { return nil }
      self.code = code
      self.signs = signs
      range = at..<end
    }

    /// Whether it is one of Chinese, Japanese or Korean.
    let isEastern: Bool

    /// The character; `nil` where a part of it is missing.
    var meant: Unicode.Scalar? { signs.count + 1 == length ? Unicode.Scalar(code) : nil }

    /// Whether it may be a whole character of Chinese, Japanese or Korean: not all of its signs end words.
    var mayBeEastern: Bool { isEastern && meant != nil && signs.contains { !mayFollow($0) } }
  }

  /// `日本` became `æ—¥æœ¬`: two beside each other stand in no sentence. One alone may, since letters like the first end
  /// words of other languages, and signs like the others stand behind those: `No sé…¿y tú?`, `“‹Café›”`.
  private static func eastern(_ read: Sequence, _ text: Bytes) -> Mojibake? {
    guard read.mayBeEastern else { return nil }
    let start = read.range.lowerBound
    let isBesideOthers =
      begins(text, read.range.upperBound)?.mayBeEastern == true
      || (6...8).contains { length in
        begins(text, start - length).map { $0.mayBeEastern && $0.range.upperBound == start } ?? false
      }
    if !isBesideOthers, read.signs.contains(where: { mayFollow($0) || ofSentences.contains($0) }) { return nil }
    return Mojibake(range: read.range, meant: read.meant, isSure: isBesideOthers)
  }

  /// The sequence at a place that may be none.
  private static func begins(_ text: Bytes, _ at: Int) -> Sequence? {
    guard at >= 0, at + 1 < text.count, text[at] == 0xC3 else { return nil }
    return Sequence(text, at)
  }

  /// Whether a sequence of two signs ends at a place: what stands behind it in the word was read in the same way.
  static func ends(_ text: Bytes, at end: Int) -> Bool {
    var sign = end - 1
    while sign > 0, text[sign].isUTF8Continuation { sign -= 1 }
    return begins(text, sign - 2)?.range.upperBound == end
  }

  /// Whether a sign is the second half of the `Р°` and `Рµ` that Cyrillic а and е become where UTF-8 is read as
  /// Windows-1251; those of other letters stand beside it.
  static func isCyrillic(_ text: Bytes, _ at: Int) -> Bool {
    guard text[at + 1] == 0xB0 || text[at + 1] == 0xB5, at > 1, text[at - 2] == 0xD0, text[at - 1] == 0xA0 else {
      return false
    }
    func hasLead(_ part: ArraySlice<UInt8>) -> Bool {
      part.indices.dropLast().contains { part[$0] == 0xD0 && (part[$0 + 1] == 0xA0 || part[$0 + 1] == 0xA1) }
    }
    return hasLead(text[max(0, at - 7)..<(at - 2)]) || hasLead(text[(at + 2)..<min(text.count, at + 4)])
  }

  /// The word that begins at a place, where it is of another alphabet: of five letters or more from `À` to `ÿ` alone, as
  /// Cyrillic and Greek become where Windows-1251, KOI8-R or Windows-1253 is read as Western, `Ïðèâåò`: with the signs `×`
  /// and `÷`, which are letters there. No language has so many in a row.
  static func wholeWord(_ text: Bytes, _ at: Int) -> Range<Int>? {
    var end = at
    while end + 1 < text.count, text[end] == 0xC3 { end += 2 }
    return end - at >= 10 ? at..<end : nil
  }

  /// The byte that a character at a place was read from: one of 0x80 to 0xBF.
  private static func continuation(_ text: Bytes, _ at: Int) -> (byte: UInt8, sign: UInt32, width: Int)? {
    guard at + 1 < text.count else { return nil }
    if text[at] == 0xC2 { return (text[at + 1], UInt32(text[at + 1]), 2) }
    var sign: UInt32 = 0
    var width = 0
    if text[at] & 0xE0 == 0xC0 {
      (sign, width) = (UInt32(text[at] & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F), 2)
    } else if text[at] == 0xE2, at + 2 < text.count {
      (sign, width) = (0x2000 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F), 3)
    }
    return WindowsEncoding.western.byte(of: sign).map { ($0, sign, width) }
  }

  /// Whether a sign may stand behind a letter in an ordinary text: quotation marks, dashes and the like.
  private static func mayFollow(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2013, 0x2014, 0x2026, 0x2122, 0x2022, 0xA0, 0xAA, 0xAB, 0xAE, 0xB0, 0xB7,
      0xB2, 0xB3, 0xB9, 0xBA, 0xBB:
      true
    default: false
    }
  }

  /// What else stands behind words: marks that open the next sentence or close a quotation, daggers, signs of paragraphs
  /// and of owners, the hyphen that is seen only at the end of a line, prices, measures.
  private static let ofSentences: Set<UInt32> = [
    0xA1, 0xBF, 0x2039, 0x203A, 0x201A, 0x201E, 0x2020, 0x2021, 0xA7, 0xB6, 0xB4, 0xA9, 0xAD, 0xA2, 0xA3, 0xA5, 0x20AC,
    0x2030,
  ]

  /// Whether `Â` opens a word with such a sign behind it, as in `20 Â°C`, which no word does.
  private static func opensWord(_ text: Bytes, _ at: Int, _ sign: UInt32) -> Bool {
    text[at + 1] == 0x82 && [0xAE, 0xB0, 0xB2, 0xB3].contains(sign)
      && (at == 0 || text[at - 1].isASCIISpace || text[at - 1].isASCIIDigit)
  }

  /// Whether small letters stand around a sequence: a word does not end in it.
  private static func goesOn(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    let before = start > 0 && text[start - 1].isASCIILetter && text[start - 1] & 0x20 != 0
    let after = end < text.count && text[end].isASCIILetter && text[end] & 0x20 != 0
    return before || (after && start > 0 && text[start - 1].isASCIISpace)
  }
}
