import Diagnostics

/// Why a text is no JSON: what is wrong in it, and where.
public struct JSONError: Error, Sendable, Equatable {
  /// What is wrong, without a full stop.
  public let message: String
  /// The bytes that are wrong.
  public let range: Range<Int>
  /// What to write instead, where that is likely.
  public let help: String?

  init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }

  /// The error as a finding about the file that was read.
  public func diagnostic(in source: SourceFile) -> Diagnostic {
    Diagnostic(.malformedJSON, message, at: source.location(range), help: help)
  }
}

extension DiagnosticKind {
  static let malformedJSON = DiagnosticKind(
    "malformed-json", .error,
    "A file that should hold JSON, such as the data of `bulletin render`, holds something else: a number, an escape or a mark that JSON does not have, or a text that is not closed."
  )
}
