import Diagnostics

/// An issue without a word below its title.
enum EmptyText {
  static func finding(at location: Location) -> Diagnostic {
    Diagnostic(
      .emptyText, "there is no text below the title and the abstract", at: location,
      help: "write it, or keep the issue back with `draft: true`")
  }
}

extension DiagnosticKind {
  static let emptyText = DiagnosticKind(
    "empty-text", .warning,
    "An issue has nothing below its title and abstract: it was saved too early, or its text was lost. Readers find an empty page."
  )
}
