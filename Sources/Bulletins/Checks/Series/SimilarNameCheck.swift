import Diagnostics

/// Names of people and topics that are perhaps one: those that the same letters would lead to are told elsewhere.
enum SimilarNameCheck {
  static func findings(
    in archive: Archive, _ subject: Register.Subject, _ places: IssuePlaces
  ) -> [Diagnostic] {
    let issues = Dictionary(
      archive.series.flatMap { $0.issues.map { ($0.issue.path, $0.issue) } }, uniquingKeysWith: { first, _ in first })
    let register = Register(subject, of: archive)
    return SimilarNames(register.entries, subject).pairs.compactMap { pair -> Diagnostic? in
      let (rare, usual) = (register.entries[pair.rare], register.entries[pair.usual])
      // That an authority file does not have it is said already.
      if usual.isListed, !rare.isListed { return nil }
      guard let issue = issues[rare.first.path] else { return nil }
      let other = issues[usual.first.path]
      let field: (Metadata) -> Range<Int>? = { metadata in
        if subject == .topics { return metadata.topics?.range ?? metadata.title?.range }
        return rare.written > 0 ? metadata.authors?.range : metadata.editors?.range
      }
      // A topic that metadata does not name is a run-in heading.
      let isRunIn = subject == .topics && issue.tags.isEmpty
      let place = places.place(of: field, in: issue, at: (isRunIn ? "**" : "") + rare.name)
      return Diagnostic(
        .similarName, "“\(rare.name)” and “\(usual.name)” are perhaps the same",
        at: place, notes: other.map { [.init("the other one is named here", at: $0.location)] } ?? [],
        help: "write both alike, or list both in \(register.authorityFile)",
        mend: places.guess(rare.name, usual.name, at: place, in: issue))
    }
  }
}

extension DiagnosticKind {
  static let similarName = DiagnosticKind(
    "similar-name", .advice,
    "Two names of people differ only in their order, in initials, or in one letter of a name that is used once, or two topics as singular and plural do: each has a page of its own. Write them alike; where they are not the same, list both in `people.yaml` or `topics.yaml`."
  )
}
