import Diagnostics
import Text

/// Letters that a program has set as one character, as texts that were copied out of a PDF have them: “oﬃce”.
enum Ligature {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard text[at] == 0xEF, at + 2 < text.count, text[at + 1] == 0xAC, let letters = letters(text[at + 2]),
          !check.mayHaveReferences(prose)
        else { return nil }
        return check.finding(
          .ligature, "“\(letters)” stands here as one character", at..<at + 3, of: prose, help: "write its letters",
          mend: .init(text: Bytes(letters.utf8), summary: "write “\(letters)” as letters"))
      }
    }
  }

  /// The letters of U+FB00 to U+FB06, by the last of their bytes. What follows them are ligatures of Armenian, which its
  /// writers type.
  private static func letters(_ last: UInt8) -> String? {
    switch last {
    case 0x80: "ff"
    case 0x81: "fi"
    case 0x82: "fl"
    case 0x83: "ffi"
    case 0x84: "ffl"
    case 0x85, 0x86: "st"
    default: nil
    }
  }
}

extension DiagnosticKind {
  static let ligature = DiagnosticKind(
    "ligature", .advice,
    "Letters stand in the text as one character, `ﬁ` for `fi`, as in what is copied out of a PDF. Many programs do not find words that have such a character, and fonts join letters by themselves where they are to be joined."
  )
}
