import Diagnostics
import Text

/// What numbers promise: one issue for each, and an address.
enum IssueNumbering {
  /// The issues whose numbers no earlier file has, and an error for each of the others.
  ///
  /// The first file in the order of paths keeps its number.
  static func withoutRepeats(_ issues: [Issue]) -> ([Issue], [Diagnostic]) {
    var owners: [Claim: Issue] = [:]
    owners.reserveCapacity(issues.count)
    var repeats: [String: Diagnostic] = [:]
    for issue in issues.sorted(by: { $0.path < $1.path }) {
      guard let number = issue.number else { continue }
      // A range may be as long as a printed list of numbers, not longer.
      let claimed = (number.first...min(number.last, number.first + 99)).map {
        Claim(year: issue.year, number: $0, suffix: number.suffix.lowercased())
      }
      if let taken = claimed.first(where: { owners[$0] != nil }), let owner = owners[taken] {
        repeats[issue.path] = Diagnostic(
          .duplicateNumber, "number \(number) of \(issue.year) is taken by \(owner.path)", at: issue.location,
          notes: [.init("the other issue with this number", at: owner.location)],
          help: "correct the number of one of them, or write `year:` where one belongs to another year's volume"
        )
      } else {
        for key in claimed { owners[key] = issue }
      }
    }
    return (issues.filter { repeats[$0.path] == nil }, repeats.values.map { $0 }.inOrder)
  }

  /// A number of a year, which one issue has.
  private struct Claim: Hashable {
    let year: Int
    let number: Int
    let suffix: String
  }

}

extension DiagnosticKind {
  static let duplicateNumber = DiagnosticKind(
    "duplicate-number", .error,
    "Two issues of one language and year have the same number. One of them is misnumbered, or a copy.")
}
