import Diagnostics

/// An identifier that names one work or one person, and stands at two of them.
enum RepeatedIdentifier {
  /// A finding for each issue with the DOI of an earlier one.
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    var first: [String: Issue] = [:]
    return issues.compactMap { issue in
      guard let doi = issue.doi?.description.lowercased() else { return nil }
      guard let other = first[doi] else {
        first[doi] = issue
        return nil
      }
      return finding(
        "the DOI \(doi) is that of \(other.path), too", at: places.place(of: { $0.doi?.range }, in: issue),
        beside: places.place(of: { $0.doi?.range }, in: other))
    }
  }

  /// What is said of the second one.
  static func finding(_ message: String, at place: Location, beside other: Location) -> Diagnostic {
    Diagnostic(
      .repeatedIdentifier, message, at: place, notes: [.init("it stands first here", at: other)],
      help: "write its own, or take it away from one of the two")
  }
}

extension DiagnosticKind {
  static let repeatedIdentifier = DiagnosticKind(
    "repeated-identifier", .warning,
    "Two issues have one DOI, or two people one ORCID iD. Who follows it is led to one of them, and libraries credit the other's work to it."
  )
}
