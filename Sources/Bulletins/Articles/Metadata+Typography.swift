import Languages
import Text

extension Metadata {
  /// The same with the title and the abstract, which are plain text here, set as smart punctuation sets those of a text.
  func typeset(in language: Language) -> Metadata {
    guard title != nil || abstract != nil else { return self }
    var set = self
    set.title = title.map { Located(SmartQuotes.applied(to: $0.value, in: language), at: $0.range) }
    set.abstract = abstract.map { Located(SmartQuotes.applied(to: $0.value, in: language), at: $0.range) }
    return set
  }
}
