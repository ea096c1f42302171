import Languages
import Text

/// The line of authors under the title.
enum Byline {
  /// The authors that a text names, split on commas and on a last “and”, or what that is in the text's language.
  static func read(_ text: String, _ words: NameWords) -> [Contributor] {
    let text = text.plain.withPlainMarks
    var parts = NameList.parts(
      of: text.utf8.contains(UInt8(ascii: ";")) ? text.replacing(";", with: ",") : text, words)
    if let last = parts.popLast() {
      var names = NameList.splitAtConjunction(last, words)
      // `C D, Jr. and E F`: the suffix belongs to the name before its comma.
      if names.count > 1, NameList.isSuffix(names[0], words), let before = parts.popLast() {
        names[0] = "\(before), \(names[0])"
      }
      parts += names
    }
    return parts.map { Contributor(name: $0) }
  }

  /// The authors that a text names; `nil` for a text that is no list of names but a sentence of the body.
  static func authors(in text: String, _ words: NameWords) -> [Contributor]? {
    let text = text.plain
    guard let last = text.last, !"!?…:;”\"".contains(last) else { return nil }
    let authors = read(text, words)
    let names = authors.map { $0.name.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } }
    let count = names.reduce(0) { $0 + $1.count }
    guard names.allSatisfy({ $0.count <= 8 }), let lastWord = names.last?.last else { return nil }
    if count <= 5 { return authors }
    // A long text that ends in a full stop is a sentence, unless the stop is an initial's or a title's.
    let endsSentence = lastWord.hasSuffix(".") && lastWord.count > 3 && !lastWord.dropLast().contains(".")
    let beginsInLowerCase = text.first?.isLowercase == true && (names.first?.count ?? 0) > 4
    let isSentence = endsSentence && !NameList.isSuffix(String(lastWord), words) || beginsInLowerCase
    return isSentence ? nil : authors
  }
}
