import Languages
import Text

extension Metadata {
  /// The same with its texts for readers, which are plain here, set as smart punctuation sets those of a text.
  func typeset(in language: Language) -> Metadata {
    var set = self
    for field in Metadata.prose { field.changeProse?(&set) { SmartQuotes.applied(to: $0, in: language) } }
    return set
  }

  /// The fields with a text for readers.
  private static let prose = fields.filter { $0.changeProse != nil }
}
