/// Something wrong in a template: where, what, and what to write instead.
struct TemplateMistake: Error {
  let span: Range<Int>
  let message: String
  let help: String?
  /// Another place that explains it.
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

extension String {
  /// A question that offers a word, if one is near.
  static func suggestion(_ word: String?) -> String? { word.map { "did you mean `\($0)`?" } }
}
