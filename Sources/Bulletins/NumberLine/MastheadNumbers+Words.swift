import Languages
import Text

extension [Language] {
  /// Two numbers with a word such as “and” between them, as they are printed with a dash.
  func joined(_ text: String) -> String {
    guard text.utf8.contains(where: \.isASCIILetter) || text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    let words = text.utf8.split(separator: 0x20)
    guard words.count == 3, words[0].allSatisfy(\.isASCIIDigit), words[2].first?.isASCIIDigit == true else {
      return text
    }
    let joint = String(Substring(words[1])).lowercased()
    guard contains(where: { $0.names.conjunctions.contains(joint) }) else { return text }
    return "\(Substring(words[0]))–\(Substring(words[2]))"
  }

  /// The first of the words of a kind with which a text begins, in small letters or with a capital.
  func firstWord(_ words: (MastheadWords) -> [String], _ text: Substring.UTF8View) -> String? {
    guard let first = text.first, first >= 0x41 else { return nil }
    for language in self {
      for word in words(language.masthead) where String(Substring(text.prefix(word.utf8.count))).lowercased() == word {
        return word
      }
    }
    return nil
  }
}

extension Substring.UTF8View {
  var beginsNumber: Bool {
    guard let first else { return false }
    // `№ ४५` is a number that can't be read, and no sentence.
    return first.isASCIIDigit || first >= 0x80 && Substring(self).first?.isNumber == true
  }

  var beginsRomanNumber: Bool {
    let letters = prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "(") }
    return !letters.isEmpty && letters.allSatisfy { "IVXLCDM".utf8.contains($0) }
  }
}
