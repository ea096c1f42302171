import Diagnostics

/// Looks at the issues of one language side by side: what no issue is wrong in alone.
struct SeriesCheck {
  /// The issues in order of publication, each number once.
  let issues: [Issue]
  let places: IssuePlaces
  /// Where advice stands.
  let ofAdvice: IssuePlaces
  /// The files that are there, and whose issues are not.
  let absent: [String]

  /// What does not fit together. One cause is said once: an issue that stands in the wrong place is left out where its
  /// neighbours are compared.
  var findings: [Diagnostic] {
    if issues.count < 2 { return [] }
    let misplaced = SeriesOrder(issues, places).misplaced
    let others = issues.filter { misplaced[$0.path] == nil }
    let law = CumulativeLaw.findings(others, places, ofAdvice: ofAdvice)
    let wrong = Set(law.map(\.path))
    let years = YearNumbers.all(of: issues, yearOf: { misplaced[$0.path]?.year ?? $0.year })
    return misplaced.values.map(\.finding) + law
      + NumberGap.findings(years, absent: absent, places) { wrong.contains($0.path) || misplaced[$0.path] != nil }
      + MissingCumulative.findings(issues) + RareSpelling.findings(issues, ofAdvice)
      + CopiedIssue.findings(issues, places) + RepeatedIdentifier.findings(issues, places)
      + OddVolume.findings(issues, ofAdvice)
  }
}

/// The issues of one year in the order of their numbers.
struct YearNumbers {
  let year: Int
  let issues: [(issue: Issue, number: IssueNumber)]

  /// The years that have numbered issues, the oldest first.
  static func all(of issues: [Issue], yearOf: (Issue) -> Int) -> [YearNumbers] {
    let numbered = issues.compactMap { issue in issue.number.map { (issue: issue, number: $0) } }
    return Dictionary(grouping: numbered) { yearOf($0.issue) }.sorted { $0.key < $1.key }.map { year, issues in
      YearNumbers(
        year: year,
        issues: issues.sorted { ($0.number.first, $0.issue.path) < ($1.number.first, $1.issue.path) })
    }
  }
}
