import Languages
import Text

// What a list of names looks like, where no label and no role says that it is one.
extension NameShape {
  /// Whether a text looks like a list of editors: brackets aside, nothing but names.
  ///
  /// - Parameter count: How many words each may have.
  static func isList(_ text: String, words count: ClosedRange<Int>, _ known: NameWords) -> Bool {
    let names = Byline.read(withoutBrackets(text).plain, known).map(\.name)
    return !names.isEmpty && names.allSatisfy { isName($0, words: count, known) }
  }

  /// Whether a text has no character outside of brackets that no name has.
  static func mayBeList(_ text: String) -> Bool { !withoutBrackets(text).utf8.contains(where: isForeign) }

  /// Whether a text is surely a line of authors: names of two words or more, or in letters that have no capitals.
  static func isByline(_ text: String, _ known: NameWords) -> Bool {
    guard text.utf8.last != UInt8(ascii: ",") else { return false }
    let names = Byline.read(withoutBrackets(text).plain, known).map(\.name)
    return !names.isEmpty
      && names.allSatisfy { isName($0, words: isIdeographic($0) ? 1...6 : 2...6, known) && !isThing($0, known) }
  }

  /// Whether words begin with an article that names do not have: `A New Crane`. `A B Rill` has initials.
  private static func isThing(_ name: String, _ known: NameWords) -> Bool {
    let words = name.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard words.count > 2, words[1].utf8.count > 1, !words[1].has(ascii: "."), beginsAsName(words[1]) else {
      return false
    }
    return known.articles.contains(words[0].lowercased())
  }

  /// Whether words are those of a name: capitals, initials, and the short words between them, such as “von” and “de”.
  private static func isName(_ name: String, words count: ClosedRange<Int>, _ known: NameWords) -> Bool {
    let words = name.utf8.split(separator: 0x20)
    guard count.contains(words.count), !name.utf8.contains(where: isForeign) else { return false }
    guard words.contains(where: { beginsAsName(Substring($0)) }), let last = words.last.map({ String(Substring($0)) }),
      NameAddition.isSuffix(last, known) || beginsAsName(last)
    else { return false }
    return words.allSatisfy { word in
      let text = Substring(word)
      guard let first = text.unicodeScalars.first else { return false }
      let isShort = text.unicodeScalars.count < 4
      if word.last == UInt8(ascii: "."), !isShort {
        // The stop of a title, and not that of a sentence.
        return word.dropLast().contains(UInt8(ascii: ".")) || text.unicodeScalars.count < 6
      }
      return isShort || !first.properties.isLowercase
    }
  }

  /// A character that no name has.
  private static func isForeign(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || "@/:%$+=<>!?\"".utf8.contains(byte)
  }
}
