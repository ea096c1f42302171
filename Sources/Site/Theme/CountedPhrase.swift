import Languages
import Templating

/// A word with the forms that numbers want, as templates hand it to the filter `counted`.
struct CountedPhrase: RecordSubject {
  private let phrase: Phrase
  private let language: Language

  init(_ phrase: Phrase, in language: Language) {
    self.phrase = phrase
    self.language = language
  }

  static let recordType = RecordType<CountedPhrase>(
    "a word with a number",
    [.init("language", .scalar, "The language that it is in.") { Value($0.language.tag) }]
      + PluralForm.allCases.map { form in
        .init(form.rawValue, .scalar, "The form `\(form.rawValue)`.") { Value($0.phrase.text(for: form)) }
      })

  /// The text of a word for a number, as the word's language wants it.
  static func text(_ word: Value, for number: Int, in language: Language) -> Value {
    word[language.plurals.form(of: number).rawValue]
  }

  /// The language that a word is in; `nil` for one that has no forms.
  static func language(of word: Value, _ languages: KnownLanguages) -> Language? {
    guard case .record = word else { return nil }
    return languages.tagged(word["language"].bytes?.string ?? "")
  }
}
