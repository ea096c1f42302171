import Diagnostics
import Text

/// A hyphen in a range of numbers, in a text that writes others with a dash.
enum HyphenInRange {
  static func find(_ check: ProofText) -> [Diagnostic] {
    // Which of the two is right is for each language and house to say: only a text that does both is looked at.
    guard check.prose.contains(where: { hasDashedRange($0) }) else { return [] }
    return check.prose.flatMap { prose in
      hyphens(in: prose.text).map { range in
        check.finding(
          .hyphenInRange, "a hyphen stands in a range, where the text has dashes elsewhere", range, of: prose,
          help: "write “–” between the numbers",
          mend: .init(
            text: Bytes(prose.text[range].flatMap { $0 == UInt8(ascii: "-") ? [0xE2, 0x80, 0x93] : [$0] }),
            summary: "write a dash between the numbers"))
      }
    }
  }

  private static func hasDashedRange(_ prose: Prose) -> Bool {
    let text = prose.text
    return prose.signs.contains { at in
      text[at] == 0xE2 && at > 0 && text[at - 1].isASCIIDigit && text.has("–".utf8, at: at) && at + 3 < text.count
        && text[at + 3].isASCIIDigit
    }
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
    "A range of numbers is written with a hyphen, while the same text writes others with a dash: `pp. 3–4`. ISBNs, dates and telephone numbers are passed over."
  )
}
