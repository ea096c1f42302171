import Diagnostics

/// Why a text is no identifier of its kind.
public enum IdentifierProblem: Error, Sendable, Equatable {
  /// It has not the form of one.
  case unreadable(help: String)
  /// Its last character does not fit the others; with the one that would.
  case wrongCheckCharacter(right: String)

  /// The headline of a finding about a text.
  ///
  /// - Parameter kind: What the text should be, with its article: `an ISSN`.
  public func message(about text: String, kind: String) -> String {
    switch self {
    case .unreadable: "“\(text)” is not \(kind)"
    case .wrongCheckCharacter:
      "“\(text)” is mistyped: the last character of \(kind) checks the others, and does not fit"
    }
  }

  /// What to write instead.
  public var help: String {
    switch self {
    case .unreadable(let help): help
    case .wrongCheckCharacter(let right):
      "compare it with its source; if all others are right, the last one is `\(right)`"
    }
  }
}

extension IdentifierProblem {
  /// The finding about a text of an issue.
  func finding(about text: String, kind: String, at location: Location) -> Diagnostic {
    Diagnostic(.wrongIdentifier, message(about: text, kind: kind), at: location, help: help)
  }
}

extension DiagnosticKind {
  static let wrongIdentifier = DiagnosticKind(
    "wrong-identifier", .error,
    "An ORCID iD or a DOI has not the form of one, or its last character, which checks the others, shows that it was mistyped. It would lead readers to nobody, or to somebody else."
  )
}
