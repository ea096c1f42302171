import Diagnostics
import Text

/// A letter of another script that looks like the right one: a Cyrillic “С” in “Сommission”, a Latin “p” in “закpито”.
enum MixedScripts {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose -> [Diagnostic] in
      let text = prose.text
      var end = 0
      return prose.signs.compactMap { at -> Diagnostic? in
        // Of texts in either script, no letter is looked at twice.
        guard at >= end, isCyrillic(text, at), isLatin(text, at - 1) || isLatin(text, at + 2) else { return nil }
        let word = word(around: at, in: text)
        end = word.upperBound
        guard let found = mistake(in: Array(Array(text[word]).string.unicodeScalars)) else { return nil }
        return check.finding(
          .mixedScripts, "“\(found.letter)” is a letter of another script than the rest of this word", word, of: prose,
          help: "search finds the word only where all its letters are of one script",
          mend: .init(
            text: Bytes(found.meant.utf8), summary: "write “\(found.meant)” with letters of one script", isSafe: false))
      }
    }
  }

  /// The first letter of a word that is of another script than most, and the word as it was meant; `nil` where others
  /// than look-alikes are, which somebody typed on purpose: “PDFки”, “Яndex”.
  private static func mistake(in word: [Unicode.Scalar]) -> (letter: Unicode.Scalar, meant: String)? {
    let latin = word.count { $0.value < 0x80 }
    if latin * 2 == word.count { return nil }
    let isLatin = latin * 2 > word.count
    let places = word.indices.filter { (word[$0].value < 0x80) != isLatin }
    var meant = word
    for place in places {
      guard let letter = isLatin ? latinOf[word[place]] : cyrillicOf[word[place]] else { return nil }
      meant[place] = letter
    }
    // An ending, as in “Linuxа”, and a prefix, as in “eПошта”, are no slips.
    let isWithin = places.contains { place in
      guard place + 1 < word.count, !places.contains(place + 1) else { return false }
      return word[place].properties.isUppercase || !word[place + 1].properties.isUppercase
    }
    guard let first = places.first, isWithin else { return nil }
    return (word[first], String(String.UnicodeScalarView(meant)))
  }

  private static func word(around at: Int, in text: Bytes) -> Range<Int> {
    var (start, end) = (at, at)
    while end < text.count {
      if isCyrillic(text, end) { end += 2 } else if isLatin(text, end) { end += 1 } else { break }
    }
    while start > 0 {
      if isLatin(text, start - 1) {
        start -= 1
      } else if start > 1, isCyrillic(text, start - 2) {
        start -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isLatin(_ text: Bytes, _ at: Int) -> Bool { text.indices.contains(at) && text[at].isASCIILetter }

  private static func isCyrillic(_ text: Bytes, _ at: Int) -> Bool {
    (0xD0...0xD2).contains(text[at]) && at + 1 < text.count && text[at + 1].isUTF8Continuation
  }

  /// The Latin letters of Cyrillic ones that nobody can tell from them.
  private static let latinOf = Dictionary(
    zip("АВЕЅІЈКМНОРСТУХаеѕіјорсух".unicodeScalars, "ABESIJKMHOPCTYXaesijopcyx".unicodeScalars),
    uniquingKeysWith: { first, _ in first })
  private static let cyrillicOf = Dictionary(latinOf.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}

extension DiagnosticKind {
  static let mixedScripts = DiagnosticKind(
    "mixed-scripts", .advice,
    "A word has a letter of another script that looks like the right one: a Cyrillic “С” among Latin letters, a Latin “i” among Cyrillic ones. Readers see no difference, and no search finds the word. Endings and prefixes that are in another script on purpose are passed over."
  )
}
