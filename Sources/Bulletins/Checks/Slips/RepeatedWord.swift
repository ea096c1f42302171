import Diagnostics
import Languages
import Text

/// A word that was typed twice: “in in June”.
enum RepeatedWord {
  static func find(_ check: ProofText) -> [Diagnostic] {
    // Where nobody has said which words may stand twice, nothing is known to be wrong.
    let allowed = check.language?.typesetting.repeatableWords ?? []
    if allowed.isEmpty { return [] }
    let names = check.language?.names
    return check.prose.flatMap { prose in
      places(in: prose, names).compactMap { first, second -> Diagnostic? in
        let word = Array(prose.text[second]).string
        if allowed.contains(word) { return nil }
        return check.finding(
          .repeatedWord, "“\(word)” stands twice", first.lowerBound..<second.upperBound, of: prose,
          help: "write it once",
          mend: .init(text: Array(prose.text[first]), summary: "write “\(word)” once", isSafe: false))
      }
    }
  }

  /// Where a word follows itself, and not a third time.
  ///
  /// - Parameter names: What the language has in names: words that are none stand twice in capitals, too: `The The Ice`.
  private static func places(in prose: Prose, _ names: NameWords?) -> [(first: Range<Int>, second: Range<Int>)] {
    let (text, words) = (prose.text, prose.words)
    var places: [(first: Range<Int>, second: Range<Int>)] = []
    for index in words.indices.dropFirst() where words[index].count == words[index - 1].count {
      let (first, second) = (words[index - 1], words[index])
      // Nearly all others differ in their ends.
      if second.count > 4, text[first.upperBound - 1] != text[second.upperBound - 1] { continue }
      guard text.isSpace(first.upperBound..<second.lowerBound), isSame(text, first, second, names),
        !isSame(text, words, index - 2, second), !isSame(text, words, index + 1, second)
      else { continue }
      places.append((first, second))
    }
    return places
  }

  /// Whether a word is no part of a name. Of two letters, many are names: `La La Land`, `De De Wit`.
  private static func isSmall(_ word: String, _ names: NameWords) -> Bool {
    word.utf8.count > 2 && word.utf8.allSatisfy(\.isASCIILetter)
      && [names.groupArticles, names.articles, names.openEnds, names.prepositions].contains { $0.contains(word) }
  }

  /// Whether two words are one: of letters, the second small. Names such as Baden Baden are written with capitals.
  private static func isSame(_ text: Bytes, _ first: Range<Int>, _ second: Range<Int>, _ names: NameWords?) -> Bool {
    guard text.isSmallLetter(at: second.lowerBound) else {
      return second.count < 6 && text[first].elementsEqual(text[second])
        && text[second].dropFirst().allSatisfy { $0 & 0x20 != 0 }
        && names.map { isSmall(Array(text[second]).string.lowercased(), $0) } ?? false
    }
    guard !text[second].contains(where: \.isASCIIDigit) else { return false }
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
