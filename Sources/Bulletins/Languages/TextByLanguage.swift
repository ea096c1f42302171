import Languages
import YAML

/// A text of the site's settings or of an authority file: one for all languages, or one for each.
public struct TextByLanguage: Sendable, Equatable {
  /// The texts by the tags of their languages; under `""` the one for all.
  private let texts: [String: String]

  /// No text.
  public init() { texts = [:] }

  fileprivate init(_ texts: [String: String]) {
    self.texts = Dictionary(
      texts.map { (LanguageTag($0.key)?.description ?? $0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Those that are of one language each, by its tag.
  public var ofLanguages: [String: String] { texts.filter { !$0.key.isEmpty } }

  /// The text of a language itself, or the one for all; `nil` where others have one, and it has none.
  public func ownText(in language: String) -> String? {
    for tag in [language, LanguageTag.primary(of: language), ""] {
      if let text = texts[tag] { return text }
    }
    return nil
  }

  /// What there is to say in a language: its own text, or that for all, or else another language's.
  ///
  /// - Returns: The text, and the tag of its language where that is known to be another one.
  public func text(in language: String) -> (text: String, otherLanguage: String?)? {
    if let text = ownText(in: language) { return (text, nil) }
    return texts.min { $0.key < $1.key }.map { ($0.value, $0.key) }
  }
}

extension YAMLFields {
  /// One text for all languages, or a mapping of language tags.
  public mutating func textByLanguage(_ key: String) -> TextByLanguage? {
    textPerLanguage(key).map(TextByLanguage.init)
  }
}
