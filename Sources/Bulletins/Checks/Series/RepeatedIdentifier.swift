import Diagnostics

/// An identifier that names one work or one person, and stands at two of them.
enum RepeatedIdentifier {
  /// A finding for each issue with the DOI of an earlier one.
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    var first: [String: (issue: Issue, place: Location?)] = [:]
    return issues.compactMap { issue in
      guard let doi = issue.doi?.description.lowercased() else { return nil }
      guard let other = first[doi] else {
        first[doi] = (issue, nil)
        return nil
      }
      // Looked for once, however many have it.
      let place = other.place ?? places.place(of: { $0.doi?.range }, in: other.issue)
      first[doi] = (other.issue, place)
      return finding(
        "the DOI \(doi) is that of \(other.issue.path), too", at: places.place(of: { $0.doi?.range }, in: issue),
        beside: place)
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
