/// How singular and plural of a word differ, in whatever language: at the end, and perhaps in how often a letter stands
/// before it.
enum WordForms {
  /// Whether two words in plain letters are perhaps forms of one.
  static func are(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count <= b.utf8.count ? (Array(a.utf8), Array(b.utf8)) : (Array(b.utf8), Array(a.utf8))
    if (short + long).contains(where: \.isASCIIDigit) { return false }
    return goOn(short, long) || isDoubled(short, long) || isHalved(short, long) || isDropped(short, long)
  }

  /// What words that are forms of each other begin with, where that is not their first four letters; `nil` for long words,
  /// of which nothing but the end differs.
  static func stem(of word: String) -> String? {
    guard word.utf8.count <= 8 else { return nil }
    var letters: [UInt8] = []
    for letter in word.utf8 where letters.last != letter { letters.append(letter) }
    return letters.count > 2 ? String(decoding: letters.prefix(3), as: UTF8.self) : nil
  }

  /// `harbour`, `harbours`; `tide`, `tidal`; `grens`, `grenzen`: one goes on for a letter or two, perhaps in the place of the other's
  /// last.
  private static func goOn(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    let shared = zip(short, long).prefix { $0 == $1 }.count
    let (rest, more) = (short.count - shared, long.count - shared)
    return shared >= 4 && (rest == 0 && more <= 2 || rest == 1 && (2...3).contains(more))
  }

  /// `plan`, `plannen`; `medlem`, `medlemmar`: the last letter stands twice before the end.
  private static func isDoubled(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    short.count > 2 && long.starts(with: short) && long.count == short.count + 3 && long[short.count] == short.last
      && isEnding(long.suffix(2))
  }

  /// `boot`, `boten`; `schaal`, `schalen`: a vowel that stands twice stands once before the end.
  private static func isHalved(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    guard let last = short.last, short.count > 3, isVowel(short[short.count - 2]),
      short[short.count - 2] == short[short.count - 3], !isVowel(last)
    else { return false }
    let stem = short.dropLast(2) + [last]
    return long.starts(with: stem) && long.count == stem.count + 2 && isEnding(long.suffix(2))
  }

  /// `regel`, `regler`; `vinter`, `vintrar`: the last vowel is gone before the end.
  private static func isDropped(_ short: [UInt8], _ long: [UInt8]) -> Bool {
    guard let last = short.last, short.count > 4, isVowel(short[short.count - 2]), !isVowel(last) else { return false }
    let stem = short.dropLast(2) + [last]
    return long.starts(with: stem) && long.count == stem.count + 2 && isEnding(long.suffix(2))
  }

  /// Whether two letters are a vowel and what plurals end in.
  private static func isEnding(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = letters.first, let last = letters.last else { return false }
    return isVowel(first) && (last == UInt8(ascii: "n") || last == UInt8(ascii: "r"))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
