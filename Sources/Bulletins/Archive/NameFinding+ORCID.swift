import Diagnostics

extension NameFinding {
  /// What is to be said of an ORCID iD that an issue gives somebody who has another one in the authority file.
  static func otherORCID(_ orcid: ORCID, of name: String, listed: ORCID, in issue: Issue, at place: Place)
    -> NameFinding
  {
    NameFinding(
      kind: .otherORCID, message: "the ORCID iD of \(name) is \(listed) in people.yaml",
      help: "write it here, too, or correct it there",
      meant: listed.description, name: orcid.description, issue: issue, place: place)
  }
}

extension DiagnosticKind {
  static let otherORCID = DiagnosticKind(
    "other-orcid", .warning,
    "An issue gives somebody another ORCID iD than `people.yaml` does, which is the one that is published. One of the two belongs to somebody else, or is mistyped."
  )
}
