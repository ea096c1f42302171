import Diagnostics
import Text

/// A paragraph that goes on for more than a page, as text has it that lost its paragraphs on the way.
enum LongParagraph {
  /// How many words are too many.
  private static let limit = 500

  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.compactMap { prose in
      guard !prose.isHeading, prose.words.count > limit, let first = prose.words.first else { return nil }
      return check.finding(
        .longParagraph, "this paragraph has \(prose.words.count) words", first, of: prose,
        help: "put blank lines where its thoughts end")
    }
  }
}

extension DiagnosticKind {
  static let longParagraph = DiagnosticKind(
    "long-paragraph", .advice,
    "A paragraph has more than 500 words: it was probably several, and lost the blank lines between them.")
}
