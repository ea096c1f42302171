import Diagnostics
import Text

/// A paragraph that goes on for more than a page, as text has it that lost its paragraphs on the way.
enum LongParagraph {
  /// How many words are too many.
  private static let limit = 500

  static func find(_ check: ProofText) -> [Diagnostic] {
    check.prose.compactMap { prose in
      // As many letters as so many words have at least.
      guard !prose.isHeading, prose.text.count > 2 * limit else { return nil }
      let words = prose.text.split(whereSeparator: \.isASCIISpace)
      guard words.count > limit, let first = words.first else { return nil }
      return check.finding(
        .longParagraph, "this paragraph has \(words.count) words", first.startIndex..<first.endIndex, of: prose,
        help: "put blank lines where its thoughts end")
    }
  }
}

extension DiagnosticKind {
  static let longParagraph = DiagnosticKind(
    "long-paragraph", .advice,
    "A paragraph has more than 500 words: it was probably several, and lost the blank lines between them.")
}
