import Languages
import YAML

/// A text of an authority file: one for all languages, or one for each.
public struct TextByLanguage: Sendable, Equatable {
  /// The texts by the tags of their languages; under `""` the one for all.
  private let texts: [String: String]

  /// What there is to say in a language: its own text, or that for all, or else another language's.
  ///
  /// - Returns: The text, and the tag of its language where that is known to be another one.
  public func text(in language: String) -> (text: String, otherLanguage: String?)? {
    for tag in [language, LanguageTag.primary(of: language), ""] {
      if let text = texts[tag] { return (text, nil) }
    }
    return texts.min { $0.key < $1.key }.map { ($0.value, $0.key) }
  }
}

extension YAMLFields {
  /// One text for all languages, or a mapping of language tags.
  mutating func textByLanguage(_ key: String) -> TextByLanguage? { textPerLanguage(key).map(TextByLanguage.init) }
}

extension TextByLanguage {
  fileprivate init(_ texts: [String: String]) { self.texts = texts }
}
