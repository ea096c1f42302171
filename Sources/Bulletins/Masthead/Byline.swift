import Languages
import Text

/// The line of authors under the title.
enum Byline {
  /// The authors that a text names, between commas, lines and words such as “and”, with labels such as `Text:` before them.
  static func read(_ text: String) -> [Contributor] {
    NameList.people(text.plainLines) { [$0] }
  }

  /// The authors that a text names; `nil` for a text that is no list of names but a sentence of the body.
  static func authors(in text: String) -> [Contributor]? {
    let plain = text.plain
    guard let last = plain.last, !"!?…:;,、，”\"".contains(last), !greets(plain) else { return nil }
    let authors = read(text)
    let names = authors.map { $0.name.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } }
    let words = names.reduce(0) { $0 + $1.count }
    guard !names.isEmpty, names.allSatisfy({ $0.count <= 8 }) else { return nil }
    return isSentence(plain, names, words) ? nil : authors
  }

  private static func isSentence(_ text: String, _ names: [[Substring]], _ words: Int) -> Bool {
    let small = names.joined().count { !NameShape.beginsAsName($0) && !AnyLanguage.conjunctions.contains(String($0)) }
    let endsSentence = endsInSentenceStop(text)
    if words <= 5 { return words > 2 && 2 * small > words || endsSentence && (small > 0 || words == 1) }
    return endsSentence || text.first?.isLowercase == true && (names.first?.count ?? 0) > 4
  }

  /// Whether a text ends in a full stop that is neither an initial's nor a title's.
  private static func endsInSentenceStop(_ text: String) -> Bool {
    guard text.utf8.last == UInt8(ascii: "."), let word = text.split(separator: " ").last else { return false }
    return word.count > 3 && !word.dropLast().contains(".") && !NameAddition.isAddition(String(word))
  }

  /// `Dear readers`
  private static func greets(_ text: String) -> Bool {
    let word = text.utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    return AnyLanguage.greetings.contains(String(Substring(word)).lowercased())
  }
}
