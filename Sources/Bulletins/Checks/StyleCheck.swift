import Diagnostics

/// Looks through a text for slips of typing. Only `check` and a preview ask for it: none of it is wrong enough to be said
/// in a build.
enum StyleCheck {
  /// What is looked for, in an order that does not matter: findings are sorted by their places.
  private static let finders: [@Sendable (ProofText) -> [Diagnostic]] = [
    RepeatedWord.find, BlankBeforePunctuation.find, UnbalancedBracket.find, UnbalancedQuotation.find,
    HyphenInRange.find, DividedWord.find, Placeholder.find, ImageWithoutWords.find,
    SkippedHeading.find,
  ]

  /// What is found in a text.
  static func findings(in text: ProofText) -> [Diagnostic] {
    LongParagraph.find(text) + finders.flatMap { [text = text.readable] find in find(text) }
  }
}
