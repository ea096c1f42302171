import Languages
import Text

/// The name of an institute, an office or a team, which is no person's.
enum GroupName {
  /// Whether a name is a group's: it begins with an article, or a word of it says so.
  static func isOne(_ name: String, _ known: NameWords) -> Bool {
    let words = name.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard words.count > 1 else { return words.first.map { isWord($0, known) } ?? false }
    return isArticle(words[0], known) || words.contains { isWord($0, known) }
  }

  /// Whether a word is one that names of groups have, and those of people have not.
  static func isWord(_ word: String, _ known: NameWords) -> Bool {
    let word = word.trimmingMarks.lowercased()
    if known.groupWords.contains(word) { return true }
    return known.groupEndings.contains { word.utf8.count > $0.utf8.count && word.hasSuffix($0) }
  }

  /// Whether a word is an article, with which no person's name begins.
  static func isArticle(_ word: String, _ known: NameWords) -> Bool {
    if has(word, known.groupArticles) { return true }
    // `L’Équipe`
    guard let apostrophe = word.unicodeScalars.firstIndex(where: { $0 == "’" || $0 == "'" }) else { return false }
    return known.groupArticles.contains(word[..<apostrophe].lowercased() + "’")
  }

  private static func has(_ word: String, _ words: Set<String>) -> Bool {
    words.contains(word.trimmingMarks.lowercased())
  }
}

extension GroupName {
  /// The parts of a list, of which those of a group's name are put together that a comma takes apart: `Ministry of Ports,
  /// Roads and Bridges`.
  static func joined(_ parts: [NamePart], _ known: NameWords) -> [NamePart] {
    guard parts.count > 1, parts.contains(where: \.isBehindComma) else { return parts }
    var joined: [NamePart] = []
    for part in parts {
      if part.isBehindComma, let last = joined.last, last.text.utf8.count < 200, isOpen(last.text, known),
        isRest(part.text, known)
      {
        joined[joined.count - 1].text += ", " + part.text
      } else {
        joined.append(part)
      }
    }
    return joined
  }

  /// A group whose name says what it is for: a word in small letters stands behind one of groups.
  private static func isOpen(_ text: String, _ known: NameWords) -> Bool {
    let words = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard words.count > 2, let group = words.firstIndex(where: { isWord($0, known) }) else { return false }
    return words[(group + 1)...].contains { !NameShape.beginsAsName($0) && !known.conjunctions.contains($0) }
  }

  /// Two single words with a conjunction between: `Roads and Bridges`.
  private static func isRest(_ text: String, _ known: NameWords) -> Bool {
    let words = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    return words.count == 3 && known.conjunctions.contains(words[1])
  }
}

extension String {
  /// A word without the marks that may stand around it.
  var trimmingMarks: String {
    let marks = ".,:;()".utf8
    guard let first = utf8.first, let last = utf8.last, marks.contains(first) || marks.contains(last) else {
      return self
    }
    let start = utf8.drop { marks.contains($0) }
    return String(decoding: start.reversed().drop { marks.contains($0) }.reversed(), as: UTF8.self)
  }
}
