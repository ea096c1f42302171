import Diagnostics

/// Looks through a text for slips of typing. Only `check` and a preview ask for it: none of it is wrong enough to be said
/// in a build.
enum StyleCheck {
  /// What is found in a text, in an order that does not matter: findings are sorted by their places.
  static func findings(in text: ProofText) -> [Diagnostic] {
    let readable = text.readable
    return LongParagraph.find(text) + ImageWithoutWords.find(readable) + Slips.finders.flatMap { $0(readable) }
  }
}
