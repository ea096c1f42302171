import Diagnostics

/// Markup of which no text for readers has as much.
enum TooMuchMarkup {
  /// - Parameter words: What there is too much of: `a table of 8333 columns`.
  static func finding(_ words: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .tooMuchMarkup, "here begins \(words), which is no text for readers", at: place,
      help: "take it out, or move it to a file that the text links to")
  }
}

extension DiagnosticKind {
  static let tooMuchMarkup = DiagnosticKind(
    "too-much-markup", .error,
    "A paragraph or a table has so many signs of markup that reading it would take minutes or gigabytes: thousands of brackets in one paragraph or of tags in one text, hundreds of columns. It is hardly a text; move data to an attachment."
  )
}
