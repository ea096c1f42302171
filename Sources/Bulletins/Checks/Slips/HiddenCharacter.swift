import Diagnostics
import Text

/// Characters without width that part a word for every program that looks for it, and that nobody sees.
enum HiddenCharacter {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard let name = name(at, in: text), !check.mayHaveReferences(prose) else { return nil }
        return check.finding(
          .hiddenCharacter, "\(name) stands here, which nobody sees and which parts the word", at..<at + 3, of: prose,
          help: "take it away", mend: .init(text: [], summary: "take \(name) away"))
      }
    }
  }

  /// The name of such a character at a place.
  private static func name(_ at: Int, in text: Bytes) -> String? {
    if text.has([0xEF, 0xBB, 0xBF], at: at) { return "U+FEFF" }
    // Scripts without blanks have it where lines may end, and others behind the strokes of long addresses.
    guard text.has([0xE2, 0x80, 0x8B], at: at), at > 0, isLetter(at - 1, text), isLetter(at + 3, text) else {
      return nil
    }
    return "U+200B"
  }

  /// Whether a byte belongs to a letter of Latin, Greek or Cyrillic.
  private static func isLetter(_ at: Int, _ text: Bytes) -> Bool {
    guard at < text.count else { return false }
    if text[at] < 0x80 { return text[at].isASCIILetter }
    let start = text[at].isUTF8Continuation && at > 0 ? at - 1 : at
    return (0xC3...0xD4).contains(text[start])
  }
}

extension DiagnosticKind {
  static let hiddenCharacter = DiagnosticKind(
    "hidden-character", .advice,
    "A character without width stands in a word, U+200B or U+FEFF, as text from the web or from other programs brings it along. Nobody sees it, and no search finds the word."
  )
}
