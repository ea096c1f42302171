import Diagnostics

/// Something wrong in a template: where, what, and what to write instead.
struct TemplateMistake: Error {
  let span: Range<Int>
  let message: String
  let help: String?
  /// Another location that explains it.
  let also: Also?

  struct Also: Sendable {
    let message: String
    let span: Range<Int>
  }

  init(_ message: String, at span: Range<Int>, help: String? = nil, also: Also? = nil) {
    self.message = message
    self.span = span
    self.help = help
    self.also = also
  }
}

extension TemplateMistake {
  /// The mistake as a finding about its template.
  func diagnostic(in source: SourceFile) -> Diagnostic {
    let place = source.locationWithLinesAround(span)
    let notes = also.map { [Diagnostic.Note($0.message, at: source.location($0.span))] } ?? []
    return Diagnostic(.templateMistake, message, at: place, notes: notes, help: help)
  }
}

extension String {
  /// A question that offers a word, if one is near.
  static func suggestion(_ word: String?) -> String? { word.map { "did you mean `\($0)`?" } }
}

extension DiagnosticKind {
  static let templateMistake = DiagnosticKind(
    "template-mistake", .error,
    "A template can't be compiled: a tag, filter, test, variable, attribute, block or template in it does not exist, or its syntax is wrong. Nothing is rendered until it is mended."
  )
}
