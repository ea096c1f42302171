/// A piece of a template's source.
struct Token {
  /// What a piece can be.
  enum Kind: Equatable {
    /// Text that is printed as it is; the range is what is left of it after white space control.
    case text
    /// `{{`, `}}`, `{%`, `%}`.
    case outputBegin, outputEnd, tagBegin, tagEnd
    /// A word, a number, a text in quotation marks.
    case name, integer, float, string
    /// An operator or a bracket.
    case symbol
    /// Something that is none of these; the lexer says why.
    case invalid(String)
    /// The end of the file.
    case end
  }

  /// Whether the lexer could make nothing of it.
  var isInvalid: Bool {
    if case .invalid = kind { true } else { false }
  }

  let kind: Kind
  let range: Range<Int>
}
