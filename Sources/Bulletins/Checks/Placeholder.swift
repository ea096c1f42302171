import Diagnostics
import Text

/// A note to oneself that waits for a text: `TODO`, `xxx`, `lorem ipsum`.
enum Placeholder {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      (places(in: prose.text) + questions(in: prose.text)).map { range in
        check.finding(
          .placeholder, "“\(Array(prose.text[range]).string)” waits for a text", range, of: prose,
          help: "write what is meant, or take it away")
      }
    }
  }

  private static func places(in text: Bytes) -> [Range<Int>] {
    let words = Words(text).ranges
    return words.indices.compactMap { index in
      let range = words[index]
      if range.count > 12 { return nil }
      let word = Array(text[range]).string
      switch word {
      case "FIXME", "TKTK", "TKTKTK", "XXXX", "XXXXX", "xxx", "xxxx", "xxxxx": return range
      // Spanish, Portuguese and Italian have the word, and headings have capitals.
      case "TODO", "TBD": return isAlone(text, words, index) ? range : nil
      case "TK": return isInSquareBrackets(text, range) ? range : nil
      case "Lorem", "lorem":
        guard index + 1 < words.count, Array(text[words[index + 1]]).string == "ipsum" else { return nil }
        return range.lowerBound..<words[index + 1].upperBound
      default: return nil
      }
    }
  }

  /// Three question marks or more in the place of a word.
  private static func questions(in text: Bytes) -> [Range<Int>] {
    text.split(whereSeparator: \.isASCIISpace).filter { word in
      word.count >= 3 && word.prefix(3).allSatisfy { $0 == UInt8(ascii: "?") }
    }.map { $0.startIndex..<$0.endIndex }
  }

  /// Whether no other word in capitals stands beside a word.
  private static func isAlone(_ text: Bytes, _ words: [Range<Int>], _ index: Int) -> Bool {
    ![index - 1, index + 1].contains { other in
      guard words.indices.contains(other), words[other].count > 1 else { return false }
      return text[words[other]].allSatisfy { $0 >= 0x80 || !$0.isASCIILetter || $0 & 0x20 == 0 }
    }
  }

  private static func isInSquareBrackets(_ text: Bytes, _ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && text[range.lowerBound - 1] == UInt8(ascii: "[") && range.upperBound < text.count
      && text[range.upperBound] == UInt8(ascii: "]")
  }
}

extension DiagnosticKind {
  static let placeholder = DiagnosticKind(
    "placeholder", .advice,
    "A note to oneself stands in the text: `TODO`, `FIXME`, `TBD`, `[TK]`, `xxx`, `???` in the place of a word, or the words `lorem ipsum`."
  )
}
