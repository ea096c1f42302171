import Diagnostics

extension DiagnosticKind {
  static let templateMistake = DiagnosticKind(
    "template-mistake", .error,
    "A template can't be compiled: a tag, filter, test, variable, attribute, block or template in it does not exist, or its syntax is wrong. Nothing is rendered until it is mended."
  )
  static let templateFailed = DiagnosticKind(
    "template-failed", .error,
    "A template was right in form but failed while a page was made of it, for example by adding a number to a text. The notes lead from the place to the page."
  )

  static let malformedJSON = DiagnosticKind(
    "malformed-json", .error,
    "A file that should hold JSON, such as the data of `bulletin render`, holds something else: a number, an escape or a mark that JSON does not have, or a text that is not closed."
  )

  /// The kinds that templates report.
  public static let templateKinds: [DiagnosticKind] = [templateMistake, templateFailed, malformedJSON]
}
