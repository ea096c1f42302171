import Diagnostics
import Text

/// Characters that nobody sees and that turn letters round or break lines, as text from elsewhere brings them along.
enum TurningCharacter {
  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.flatMap { prose in
      let text = prose.text
      return prose.signs.compactMap { at -> Diagnostic? in
        guard text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, let name = name(text[at + 2]) else {
          return nil
        }
        let breaks = text[at + 2] < 0xAA
        return check.finding(
          .turningCharacter,
          "\(name) stands here, which \(breaks ? "some programs break the line at" : "turns what follows round")",
          at..<at + 3, of: prose, help: "take it away",
          mend: .init(text: breaks ? [0x20] : [], summary: "take \(name) away"))
      }
    }
  }

  /// By the last of their bytes: the separators of lines and of paragraphs, and the overrides of direction. Marks of direction
  /// and what embeds words of another direction have their use.
  private static func name(_ last: UInt8) -> String? {
    switch last {
    case 0xA8: "U+2028"
    case 0xA9: "U+2029"
    case 0xAD: "U+202D"
    case 0xAE: "U+202E"
    default: nil
    }
  }
}

extension DiagnosticKind {
  static let turningCharacter = DiagnosticKind(
    "turning-character", .warning,
    "A character stands in the text that nobody sees: U+202E and U+202D turn the letters behind them round, U+2028 and U+2029 end lines for some programs alone. Texts from other programs bring them along; take them away."
  )
}
