import Languages
import Text

/// Words such as “and”, which join two names, or stand in the name of one group.
enum Conjunctions {
  /// A part at each word that joins two names: `Lena Orzech and Borys Kmita` is two people.
  static func split(
    _ part: NamePart, _ known: NameWords, onlyWholeNames: Bool = false
  ) -> [NamePart] {
    if let parts = ConjunctionsInWords.split(part, known) { return parts }
    let words = Words(part.text)
    guard words.all.contains(where: { isOne($0, known) }) else { return [part] }
    var parts: [NamePart] = []
    var start = 0
    var joint = part.joint
    for index in words.all.indices where !words.isBracketed[index] {
      let word = words.all[index]
      guard isOne(word, known) else { continue }
      if index == start {
        // In capitals it may be a name: `ED BROWN`.
        guard known.conjunctions.contains(word) else { continue }
        // `A B, and C D`
        (start, joint) = (index + 1, .word(word))
        continue
      }
      let end = words.nextConjunction(after: index, known)
      let (before, after) = (words.outsideBrackets(start..<index), words.outsideBrackets((index + 1)..<end))
      guard index + 1 < end, joins(before, after, by: word, known, onlyWholeNames) else { continue }
      parts.append(NamePart(text: words.all[start..<index].joined(separator: " "), joint: joint))
      (start, joint) = (index + 1, .word(word))
    }
    if start < words.all.count {
      parts.append(NamePart(text: words.all[start...].joined(separator: " "), joint: joint))
    }
    if !parts.isEmpty {
      parts[0].label = part.label
      // The bracket with it stands behind the last name.
      parts[parts.count - 1].affiliationMayBeAuthor = part.affiliationMayBeAuthor
    }
    return parts
  }

  /// Whether a word is one, be it in the capitals of a whole line.
  private static func isOne(_ word: String, _ known: NameWords) -> Bool {
    if known.conjunctions.contains(word) { return true }
    guard word.utf8.count > 1, word.utf8.count < 7, word.unicodeScalars.allSatisfy({ $0.properties.isUppercase }) else {
      return false
    }
    return known.conjunctions.contains(word.lowercased())
  }

  /// Whether a word stands between two names, and not in the middle of one.
  private static func joins(
    _ before: [String], _ after: [String], by word: String, _ known: NameWords, _ onlyWholeNames: Bool
  ) -> Bool {
    // `Office for Tides and Currents`, but `Harbour Office and Jens Holm`.
    if let group = before.lastIndex(where: { GroupName.isWord($0, known) }), group + 1 < before.count { return false }
    // `Tides and Currents Office`, `The Harbour and Coast Team`
    let isStartOfGroup = before.count == 1 || before.count == 2 && GroupName.isArticle(before[0], known)
    if isStartOfGroup, after.contains(where: { GroupName.isWord($0, known) }) { return false }
    // `Karl von und zu Lerchen`
    if let last = before.last, let first = after.first, isParticle(last), isParticle(first), after.count > 1 {
      return false
    }
    // `Josep Puig i Cadafalch`
    if word.unicodeScalars.count == 1, word != "&", before.count > 1, after.count == 1 { return false }
    return !onlyWholeNames || before.count > 1 && after.count > 1
  }

  /// Whether a word is a short one in small letters, as stand in names before their last word.
  private static func isParticle(_ word: String) -> Bool {
    word.unicodeScalars.count < 4 && word.unicodeScalars.first?.properties.isLowercase == true
  }

  /// The words of a part, and which of them stand in brackets.
  private struct Words {
    let all: [String]
    let isBracketed: [Bool]

    init(_ text: String) {
      all = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
      var depth = 0
      isBracketed = all.map { word in
        let opened = word.utf8.count { $0 == UInt8(ascii: "(") }
        let isInside = depth > 0 || opened > 0
        depth += opened - word.utf8.count { $0 == UInt8(ascii: ")") }
        return isInside
      }
    }

    func nextConjunction(after index: Int, _ known: NameWords) -> Int {
      all.indices[(index + 1)...].first { !isBracketed[$0] && isOne(all[$0], known) } ?? all.count
    }

    /// Words of a part of the text, but for those that say something of a name.
    func outsideBrackets(_ range: Range<Int>) -> [String] { range.filter { !isBracketed[$0] }.map { all[$0] } }
  }
}
