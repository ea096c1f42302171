import Diagnostics
import Text

/// What numbers promise: one issue for each, and an address.
enum IssueNumbering {
  /// The issues whose numbers no earlier file has, and an error for each of the others.
  ///
  /// The one keeps its number whose cumulative number is in step with its year; where that does not tell, the first file
  /// in the order of paths.
  static func withoutRepeats(_ issues: [Issue]) -> ([Issue], [Diagnostic]) {
    var owners: [Claim: Issue] = [:]
    owners.reserveCapacity(issues.count)
    var repeats: [String: Diagnostic] = [:]
    var known: YearLaw?
    for issue in issues.sorted(by: { $0.path < $1.path }) {
      guard let number = issue.number else { continue }
      // A range may be as long as a printed list of numbers, not longer.
      let claimed = (number.first...min(number.last, number.first + 99)).map {
        Claim(year: issue.year, number: $0, suffix: number.suffix.lowercased())
      }
      guard let taken = claimed.first(where: { owners[$0] != nil }), let owner = owners[taken] else {
        for key in claimed { owners[key] = issue }
        continue
      }
      let law = known ?? YearLaw(issues)
      known = law
      let isOwnerWrong = law.year(of: owner) != nil && law.year(of: issue) == nil
      let (wrong, right) = isOwnerWrong ? (owner, issue) : (issue, owner)
      repeats[wrong.path] = finding(wrong, beside: right, meant: law.year(of: wrong))
      if isOwnerWrong { for key in claimed { owners[key] = issue } }
    }
    return (issues.filter { repeats[$0.path] == nil }, repeats.values.map { $0 }.inOrder)
  }

  private static func finding(_ issue: Issue, beside other: Issue, meant year: Int?) -> Diagnostic {
    let number = issue.number?.description ?? ""
    return Diagnostic(
      .duplicateNumber, "number \(number) of \(issue.year) is taken by \(other.path)", at: issue.location,
      notes: [.init("the other issue with this number", at: other.location)],
      help: year.map { "did you mean \($0)? The cumulative number is one of that year" }
        ?? "correct the number of one of them, or write `year:` where one belongs to another year's volume")
  }

  /// By how much the cumulative numbers of each year run ahead of its numbers, as most of its issues have it.
  private struct YearLaw {
    private var distances: [Int: Int] = [:]
    private var years: [Int: Int] = [:]

    init(_ issues: [Issue]) {
      var counts: [Int: [Int: Int]] = [:]
      for issue in issues {
        if let distance = YearLaw.distance(of: issue) { counts[issue.year, default: [:]][distance, default: 0] += 1 }
      }
      for (year, counts) in counts {
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 1 else { continue }
        distances[year] = most.key
        years[most.key] = years[most.key] == nil ? year : 0
      }
    }

    private static func distance(of issue: Issue) -> Int? {
      guard let number = issue.number, let cumulative = issue.cumulative else { return nil }
      return cumulative.first - number.first
    }

    /// The other year to which an issue belongs by its cumulative number; `nil` where it belongs to its own, or none.
    func year(of issue: Issue) -> Int? {
      guard let distance = YearLaw.distance(of: issue), let own = distances[issue.year], own != distance,
        let year = years[distance], year != 0
      else { return nil }
      return year
    }
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
