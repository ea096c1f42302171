import Diagnostics
import Text

/// A word that was typed twice: “in in June”.
enum RepeatedWord {
  static func find(_ check: ProofText) -> [Diagnostic] {
    // Where nobody has said which words may stand twice, nothing is known to be wrong.
    let allowed = check.language?.typesetting.repeatableWords ?? []
    if allowed.isEmpty { return [] }
    return check.prose.flatMap { prose in
      let (text, words) = (prose.text, prose.words)
      return words.indices.dropFirst().compactMap { index -> Diagnostic? in
        let (first, second) = (words[index - 1], words[index])
        // Nearly all neighbours differ in their lengths or in their ends.
        guard first.count == second.count, first.count < 5 || text[first.upperBound - 1] == text[second.upperBound - 1],
          text.isSpace(first.upperBound..<second.lowerBound),
          isSame(text, first, second), !isSame(text, words, index - 2, second), !isSame(text, words, index + 1, second)
        else { return nil }
        let word = Array(text[second]).string
        if allowed.contains(word) { return nil }
        return check.finding(
          .repeatedWord, "“\(word)” stands twice", first.lowerBound..<second.upperBound, of: prose,
          help: "write it once",
          mend: .init(text: Array(text[first]), summary: "write “\(word)” once", isSafe: false))
      }
    }
  }

  /// Whether two words are one: of letters, the second small. Names such as Baden Baden are written with capitals.
  private static func isSame(_ text: Bytes, _ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard text.isSmallLetter(at: second.lowerBound), !text[second].contains(where: \.isASCIIDigit) else { return false }
    if text[first].elementsEqual(text[second]) { return true }
    // At the start of a sentence: “The the”.
    return first.count > 1 && !text.isSmallLetter(at: first.lowerBound)
      && Array(text[first]).string.lowercased() == Array(text[second]).string
  }

  /// Whether a word stands there a third time, which is no slip.
  private static func isSame(_ text: Bytes, _ words: [Range<Int>], _ index: Int, _ other: Range<Int>) -> Bool {
    words.indices.contains(index) && text[words[index]].elementsEqual(text[other])
  }
}

extension DiagnosticKind {
  static let repeatedWord = DiagnosticKind(
    "repeated-word", .advice,
    "A word stands twice in a row. Words that may do so (“had had”), names and what is said three times are passed over."
  )
}
