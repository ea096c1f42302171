/// What pages say for a word of the theme: one text, or one for each form that a number wants.
public enum Phrase: Sendable, Equatable {
  /// The same whatever the number is.
  case text(String)
  /// A text for each form.
  case counted([PluralForm: String])

  /// The text for a number, with `{}` where the number goes; that for any number where the form is missing.
  public func text(for form: PluralForm) -> String {
    switch self {
    case .text(let text): text
    case .counted(let texts): texts[form] ?? texts[.other] ?? ""
    }
  }
}

/// The forms of words that languages have for numbers, as the Unicode consortium names them.
public enum PluralForm: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}
