import Languages
import Text

/// Words such as “and”, which join two names, or stand in the name of one group.
enum Conjunctions {
  /// A part at each word that joins two names: `Lena Orzech and Borys Kmita` is two people.
  static func split(
    _ part: NameList.Part, _ known: NameWords, onlyWholeNames: Bool = false
  ) -> [NameList.Part] {
    let words = Words(part.text)
    guard words.all.contains(where: known.conjunctions.contains) else { return [part] }
    var parts: [NameList.Part] = []
    var start = 0
    var joint = part.joint
    for index in words.all.indices where !words.isBracketed[index] {
      let word = words.all[index]
      guard known.conjunctions.contains(word) else { continue }
      if index == start {
        // `A B, and C D`
        (start, joint) = (index + 1, .word(word))
        continue
      }
      let end = words.nextConjunction(after: index, known)
      let (before, after) = (Array(words.all[start..<index]), Array(words.all[(index + 1)..<end]))
      guard !after.isEmpty, joins(before, after, by: word, known, onlyWholeNames) else { continue }
      parts.append(NameList.Part(text: before.joined(separator: " "), joint: joint))
      (start, joint) = (index + 1, .word(word))
    }
    if start < words.all.count {
      parts.append(NameList.Part(text: words.all[start...].joined(separator: " "), joint: joint))
    }
    if !parts.isEmpty { parts[0].label = part.label }
    return parts
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
    // `Josep Puig i Cadafalch`
    if word.unicodeScalars.count == 1, word != "&", before.count > 1, after.count == 1 { return false }
    return !onlyWholeNames || before.count > 1 && after.count > 1
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
      all.indices[(index + 1)...].first { !isBracketed[$0] && known.conjunctions.contains(all[$0]) } ?? all.count
    }
  }
}
