import Languages
import Text

extension Metadata {
  /// The same with the title, the subtitle and the abstract, which are plain text here, set as smart punctuation sets those of a text.
  func typeset(in language: Language) -> Metadata {
    var set = self
    for text in [\Metadata.title, \.subtitle, \.abstract] {
      set[keyPath: text] = self[keyPath: text].map {
        Located(SmartQuotes.applied(to: $0.value, in: language), at: $0.range)
      }
    }
    return set
  }
}
