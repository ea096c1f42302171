import Languages
import Text

/// The line of authors under the title.
enum Byline {
  /// The authors that a text names, between commas, lines and words such as “and”, with labels such as `Text:` before them.
  static func read(_ text: String, _ words: NameWords) -> [Contributor] {
    NameList.people(text.plainLines.withPlainMarks.withoutRaisedMarks, words, mayBeginWithSurnames: true) { [$0] }
  }

  /// The authors that a text names; `nil` for a text that is no list of names but a sentence of the body.
  static func authors(in text: String, _ known: NameWords) -> [Contributor]? {
    if text.utf8.count > NameList.most { return nil }
    let plain = text.plain
    guard let last = plain.unicodeScalars.last, !endsNoName(last), !greets(plain, known), !joins(plain, known) else {
      return nil
    }
    let authors = read(text, known)
    let names = authors.map { $0.name.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } }
    let words = names.reduce(0) { $0 + $1.count }
    guard !names.isEmpty, names.allSatisfy({ $0.count <= 8 }) else { return nil }
    return isSentence(plain, names, words, known) ? nil : authors
  }

  /// Whether a sign at the end of a text says that it is no list of names.
  private static func endsNoName(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "!", "?", ":", ";", ",", "\"", "…", "、", "，", "。", "！", "？", "：", "；", "”", "」": true
    default: false
    }
  }

  private static func isSentence(
    _ text: String, _ names: [[Substring]], _ words: Int, _ known: NameWords
  ) -> Bool {
    let small = names.joined().count { !NameShape.beginsAsName($0) && !known.conjunctions.contains(String($0)) }
    let endsSentence = endsInSentenceStop(text, known)
    // An institute whose name goes on in small letters: “Ústav pro řeky a jezera”.
    let isJoined = names.joined().contains { known.conjunctions.contains(String($0)) }
    if !endsSentence, isJoined, small < 4, let first = names.first?.first, names[0].count > 1,
      GroupName.isWord(String(first), known)
    {
      return false
    }
    if words <= 5 {
      // No name begins with an article: “The Port Is Closed.”
      let hasArticle =
        names.count == 1 && words > 3 && names[0].first.map { GroupName.isArticle(String($0), known) } ?? false
      return words > 2 && 2 * small > words || endsSentence && (small > 0 || words == 1 || hasArticle)
    }
    return endsSentence || text.first?.isLowercase == true && (names.first?.count ?? 0) > 4
  }

  /// Whether a text ends in a full stop that is neither an initial's nor a title's.
  private static func endsInSentenceStop(_ text: String, _ known: NameWords) -> Bool {
    guard text.utf8.last == UInt8(ascii: "."), let word = text.split(separator: " ").last else { return false }
    // `Dr. habil.`
    let before = text.split(separator: " ").dropLast().last
    if word.count < 7, word.first?.isLowercase == true, before.map({ $0.hasSuffix(".") && $0.count < 6 }) ?? false {
      return false
    }
    return word.count > 3 && !word.dropLast().contains(".") && !NameAddition.isAddition(String(word), known)
  }

  /// Whether a text begins with a word that joins names, in small letters: it goes on from something else.
  private static func joins(_ text: String, _ known: NameWords) -> Bool {
    known.conjunctions.contains(String(Substring(text.utf8.prefix { $0 != 0x20 })))
      // `A cura di Nora Quist`: in another language, the word joins names.
      && NameLabel.split(text, known) == nil
  }

  /// `Dear readers`
  private static func greets(_ text: String, _ known: NameWords) -> Bool {
    let word = text.utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    return known.greetings.contains(String(Substring(word)).lowercased())
  }
}
