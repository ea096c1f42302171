import Diagnostics
import Languages
import Text

/// Why a name that a list was read as may be none: a mark that no name has, words of a sentence, a town among people.
///
/// Whoever is read from a list gets a page and a place in citations, so that what is no name must not become one in silence.
struct NameDoubt {
  let message: String
  let help: String

  /// In a longer list, nobody looks at each name beside all others.
  private static let mostPeople = 50

  /// What is doubtful about one name of a list; `nil` for nearly all of them.
  init?(about index: Int, of people: [Contributor], _ known: NameWords) {
    let name = people[index].name
    if let reason = NameDoubt.reason(of: name, known) {
      (message, help) = (
        "“\(name)” is read as the name of one person, though \(reason)",
        "put a comma between people, and brackets around what else is said of one; or list the name in people.yaml"
      )
    } else if NameDoubt.isAlone(index, in: people, known) {
      (message, help) = (
        "“\(name)” is read as the name of one of these people",
        "write all of the name; of a town or a house, put it in brackets behind who is there; or list the name in people.yaml"
      )
    } else {
      return nil
    }
  }

  /// Whether two neighbours of a list with whole names in it are one word each: `Quist, Nora and Ole Brandt`.
  static func isTurned(_ index: Int, of people: [Contributor], _ known: NameWords) -> Bool {
    index > 0 && people.count < mostPeople && people[index].joint == nil && people[index - 1].roles.isEmpty
      && people[(index - 1)...index].allSatisfy { isSingle($0.name, known) }
      && people.contains { !NameShape.isWord($0.name) }
  }

  private static func reason(of name: String, _ known: NameWords) -> String? {
    if mixesScripts(name) { return "letters of two scripts stand in one word" }
    // Who signs with one word may be called anything, and so may a house.
    let words = name.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard words.count > 1, !GroupName.isOne(name, known) else { return nil }
    if words.contains(where: { isMark($0) }) { return "a mark stands in it that names do not have" }
    if words.count == 2, let last = words.last, last.utf8.allSatisfy(\.isASCIIDigit) { return "a number stands in it" }
    if words.dropLast().contains(where: { endsSentence($0) }) { return "a sentence ends in it" }
    if words.count > 2, words.contains(where: { NameShape.beginsAsName($0) }),
      let small = words.indices.first(where: { isSmall(words[$0], before: words[($0 + 1)...].first, known) })
    {
      return "“\(words[small])” stands in it in small letters"
    }
    return nil
  }

  /// A word that parts what stands around it: `–`, `+`, `=`, `:`.
  private static func isMark(_ word: String) -> Bool {
    switch word {
    case "-", "–", "—", "+", "=", ":", "<", ">", "/", "|", "→": true
    default: false
    }
  }

  /// A word with a full stop that is too long for an abbreviation.
  private static func endsSentence(_ word: String) -> Bool {
    guard word.utf8.last == UInt8(ascii: ".") else { return false }
    let letters = word.unicodeScalars.dropLast()
    return letters.count > 4 && letters.allSatisfy(\.properties.isAlphabetic)
  }

  /// A word in small letters that is longer than those which stand in names, as “von” and “della” do, or a preposition
  /// before something that has a name.
  private static func isSmall(_ word: String, before next: String?, _ known: NameWords) -> Bool {
    // `Ida in 't Veld`
    if known.particles.contains(word) { return false }
    if known.prepositions.contains(word) { return next.map { NameShape.beginsAsName($0) && $0.first != "'" } ?? false }
    return word.unicodeScalars.count > 3 && word.unicodeScalars.allSatisfy(\.properties.isLowercase)
  }

  /// A word of letters that look alike and are none of one script: a Cyrillic `о` in `Nora`.
  private static func mixesScripts(_ name: String) -> Bool {
    guard name.utf8.contains(where: { $0 == 0xD0 || $0 == 0xD1 }) else { return false }
    return name.split(whereSeparator: { !$0.isLetter }).contains { word in
      word.utf8.contains { $0.isASCIILetter } && word.utf8.contains { $0 == 0xD0 || $0 == 0xD1 }
    }
  }

  /// Whether a name of one word stands among whole ones: `Ole Brandt, London`, `Nora and Ole Quist`.
  private static func isAlone(_ index: Int, in people: [Contributor], _ known: NameWords) -> Bool {
    guard (2..<mostPeople).contains(people.count), isSingle(people[index].name, known) else { return false }
    return people.indices.allSatisfy { other in
      other == index
        || !NameShape.isWord(people[other].name) && !GroupName.isOne(people[other].name, known)
    }
  }

  /// One word that is written as names are, and not as those are under which people sign on the web.
  private static func isSingle(_ name: String, _ known: NameWords) -> Bool {
    guard NameShape.isWord(name), let first = name.unicodeScalars.first, first.properties.isUppercase,
      name.unicodeScalars.dropFirst().allSatisfy({ $0.properties.isLowercase || $0 == "’" || $0 == "-" })
    else { return false }
    return name.unicodeScalars.count > 1 && !GroupName.isOne(name, known)
  }
}

extension DiagnosticKind {
  static let doubtfulName = DiagnosticKind(
    "doubtful-name", .warning,
    "What was read as somebody's name has in it what names do not have: a dash, a number, words of a sentence, letters of two scripts; or it is a single word among whole names, and perhaps a town. It has a page among the people, and stands in the citation. Put a comma between people, and brackets around what else is said of one. A name that is right is listed in `people.yaml`."
  )
}
