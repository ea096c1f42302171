import Diagnostics
import Text

/// What numbers promise: one issue for each, an address, and a constant distance to the cumulative number.
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

  /// A warning for each issue whose cumulative number is not as far from its number as its year's others are.
  static func cumulativeLaw(_ issues: [Issue]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (year, issues) in Dictionary(grouping: issues, by: \.year).sorted(by: { $0.key < $1.key }) {
      let distances = issues.compactMap { issue in distance(issue).map { (issue: issue, distance: $0) } }
      let counts = Dictionary(distances.map { ($0.distance, 1) }, uniquingKeysWith: +)
      // The most common distance is right; of two that are equally common, the one that came first.
      guard counts.count > 1, let most = counts.values.max(),
        let model = distances.first(where: { counts[$0.distance] == most })
      else { continue }
      for (issue, distance) in distances where distance != model.distance {
        guard let number = issue.number, let cumulative = issue.cumulative else { continue }
        found.append(
          Diagnostic(
            .brokenCumulativeLaw,
            "number \(number) with cumulative number \(cumulative) is not in step with \(model.issue.path)",
            at: issue.location,
            notes: [
              .init("in \(year), the cumulative number is the number plus \(model.distance)", at: model.issue.location)
            ],
            help: "expected \(IssueNumbering.range(number.first + model.distance, number.last + model.distance))"))
      }
    }
    return found
  }

  private static func distance(_ issue: Issue) -> Int? {
    guard let number = issue.number, number.suffix.isEmpty, let cumulative = issue.cumulative else { return nil }
    return cumulative.first - number.first
  }

  private static func range(_ first: Int, _ last: Int) -> String { first == last ? "(\(first))" : "(\(first)–\(last))" }
}

extension DiagnosticKind {
  static let duplicateNumber = DiagnosticKind(
    "duplicate-number", .error,
    "Two issues of one language and year have the same number. One of them is misnumbered, or a copy.")
  static let brokenCumulativeLaw = DiagnosticKind(
    "broken-cumulative-law", .warning,
    "Within a year the cumulative number runs ahead of the number by a constant. Where it does not, one of the two is a misprint."
  )
}
