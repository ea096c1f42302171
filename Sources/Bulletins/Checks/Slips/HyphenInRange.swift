import Diagnostics
import Text

/// A hyphen in a range of numbers, in a text that writes others with a dash.
enum HyphenInRange {
  static func find(_ check: ProofText) -> [Diagnostic] {
    // Which of the two is right is for each language and house to say: only a text that does both is looked at.
    let dashed = Set(check.prose.flatMap { wordsBeforeDashes(in: $0) })
    if dashed.isEmpty { return [] }
    return check.prose.flatMap { prose in
      // The number of a law, a car or a telephone looks like a range, and stands behind another word.
      hyphens(in: prose.text).filter { range in
        let word = wordBefore(range.lowerBound, in: prose.text)
        return !word.isEmpty && dashed.contains(word) || areYears(prose.text[range]) && word != "issn"
      }.map { range in
        check.finding(
          .hyphenInRange, "a hyphen stands in a range, where the text has dashes elsewhere", range, of: prose,
          help: "write “–” between the numbers",
          mend: .init(
            text: Bytes(prose.text[range].flatMap { $0 == UInt8(ascii: "-") ? [0xE2, 0x80, 0x93] : [$0] }),
            summary: "write a dash between the numbers"))
      }
    }
  }

  /// The words before ranges that have a dash.
  private static func wordsBeforeDashes(in prose: Prose) -> [String] {
    let text = prose.text
    return prose.signs.compactMap { at in
      guard text[at] == 0xE2, at > 0, text[at - 1].isASCIIDigit, text.has("–".utf8, at: at), at + 3 < text.count,
        text[at + 3].isASCIIDigit
      else { return nil }
      return wordBefore(text[..<at].lastIndex { !$0.isASCIIDigit }.map { $0 + 1 } ?? 0, in: text)
    }
  }

  /// The word before a number, without the stop of an abbreviation and in the singular as far as one letter makes it;
  /// nothing where a sign or another number stands there.
  private static func wordBefore(_ number: Int, in text: Bytes) -> String {
    let before = text[..<number].reversed().drop(while: \.isASCIISpace)
    let word = before.drop { $0 == UInt8(ascii: ".") }.prefix { $0.isASCIILetter || $0 >= 0x80 }
    let letters = Bytes(word.reversed()).string.lowercased()
    return letters.utf8.count > 3 && letters.hasSuffix("s") ? String(letters.dropLast()) : letters
  }

  /// Whether a range is one of years.
  private static func areYears(_ range: ArraySlice<UInt8>) -> Bool {
    let years = range.split(separator: UInt8(ascii: "-")).compactMap { Int(Array($0).string) }
    return years.allSatisfy { (1500...2100).contains($0) }
  }

  /// Two numbers that ascend with a hyphen between: no part of an ISBN, a telephone number, a date or a name.
  private static func hyphens(in text: Bytes) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    while let hyphen = text.firstOffset(of: UInt8(ascii: "-"), from: at) {
      at = hyphen + 1
      var start = hyphen
      while start > 0, text[start - 1].isASCIIDigit { start -= 1 }
      var end = at
      while end < text.count, text[end].isASCIIDigit { end += 1 }
      guard isFree(start == 0 ? nil : text[start - 1]), isFree(end == text.count ? nil : text[end]),
        let first = Int(Array(text[start..<hyphen]).string), let second = Int(Array(text[at..<end]).string),
        first < second, end - at <= 4, hyphen - start <= 4, !(hyphen - start == 3 && end - at == 4),
        text[start] != UInt8(ascii: "0")
      else { continue }
      found.append(start..<end)
    }
    return found
  }

  /// Whether a number may end beside this character.
  private static func isFree(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return !byte.isASCIILetter && !byte.isASCIIDigit && byte < 0x80 && !"-/_+#".utf8.contains(byte)
      && byte != Prose.opaque
  }
}

extension DiagnosticKind {
  static let hyphenInRange = DiagnosticKind(
    "hyphen-in-range", .advice,
    "A range of numbers is written with a hyphen, while the same text writes others with a dash: `pp. 3–4`. What stands behind another word than those ranges do, such as the number of a law or of a telephone, is passed over."
  )
}
