import Diagnostics
import Text

/// Blanks between round brackets and the words in them: “( a big one )”.
enum BlankInBrackets {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard text[at] == UInt8(ascii: "("), at == 0 || text[at - 1].isASCIISpace, at + 2 < text.count,
          text[at + 1] == 0x20, Words.letterLength(text, at + 2) > 0,
          let end = text[at...].prefix(longest).firstIndex(of: UInt8(ascii: ")")), text[end - 1] == 0x20,
          Words.letterLength(text, end - 2) > 0 || text[end - 2].isUTF8Continuation
        else { return nil }
        let words = text[at + 2..<end - 1]
        // `( x + 1 )` is a formula, and so is `( 3 )`.
        guard words.allSatisfy({ isOfWords($0) }), words.contains(where: { $0.isASCIILetter || $0 >= 0x80 }) else {
          return nil
        }
        return check.finding(
          .blankInBrackets, "blanks stand inside of these brackets", at..<end + 1, of: prose,
          help: "write the brackets beside the words",
          mend: .init(
            text: [UInt8(ascii: "(")] + words + [UInt8(ascii: ")")], summary: "take the blanks in the brackets away"))
      }
    }
  }

  private static func isOfWords(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == 0x20 || ",;-".utf8.contains(byte)
  }

  /// In bytes: what is said in brackets is short.
  private static let longest = 400
}

extension DiagnosticKind {
  static let blankInBrackets = DiagnosticKind(
    "blank-in-brackets", .advice,
    "Blanks stand between round brackets and the words that they hold. Brackets stand right beside their words.")
}
