import Languages

/// The language in which the values of a source are written, as far as the source says.
struct WrittenLanguage {
  /// All that it may be.
  let languages: KnownLanguages
  /// The one that a key names.
  private(set) var language: Language?
  /// What names may hold: words of that language, or of any that the site has.
  private(set) var names: NameWords

  init(_ languages: KnownLanguages) {
    self.languages = languages
    names = languages.names
  }

  /// Takes the language that a key names.
  mutating func name(_ tag: LanguageTag) {
    let language = languages.tagged(tag.description)
    self.language = language
    names = languages.names(in: language)
  }
}
