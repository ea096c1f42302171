import Languages
import Text

/// Words such as “and” in scripts that put no blanks between words: `林花と谷一` is two people.
enum ConjunctionsInWords {
  /// A part at each word that joins two names; `nil` where none does.
  static func split(_ part: NamePart, _ known: NameWords) -> [NamePart]? {
    guard part.text.utf8.count < longest, NameShape.isIdeographic(part.text), !part.text.utf8.contains(0x20),
      !GroupName.isOne(part.text, known),
      let (before, word, after) = halves(of: part.text, known)
    else { return nil }
    let first = NamePart(text: before, joint: part.joint, label: part.label)
    let rest = NamePart(text: after, joint: .word(word))
    return [first] + (split(rest, known) ?? [rest])
  }

  /// No list of names without blanks has more bytes.
  private static let longest = 400

  /// The first two names with the word between them. Such a word may also be a letter of a name: both must be as long as
  /// names are, and be written in Han characters about it.
  private static func halves(of text: String, _ known: NameWords) -> (before: String, word: String, after: String)? {
    let letters = Array(text.unicodeScalars)
    guard letters.count > 4 else { return nil }
    func joins(_ at: Int) -> Bool {
      isHan(letters[at - 1]) && isHan(letters[at + 1]) && known.conjunctions.contains(String(letters[at]))
    }
    for at in 2..<min(5, letters.count - 2) where joins(at) {
      let next = letters.indices.dropFirst(at + 3).dropLast(2).first(where: joins) ?? letters.count
      if next - at - 1 < 5 { return (string(letters[..<at]), String(letters[at]), string(letters[(at + 1)...])) }
    }
    return nil
  }

  private static func isHan(_ letter: Unicode.Scalar) -> Bool { letter.properties.isIdeographic }

  private static func string(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters))
  }
}
