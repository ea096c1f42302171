/// Something wrong in a template: where, what, and what to write instead.
struct TemplateMistake: Error {
  let span: Range<Int>
  let message: String
  let help: String?

  init(_ message: String, at span: Range<Int>, help: String? = nil) {
    self.message = message
    self.span = span
    self.help = help
  }
}

extension String {
  /// A question that offers a word, if one is near.
  static func suggestion(_ word: String?) -> String? { word.map { "did you mean `\($0)`?" } }
}
