import Diagnostics

/// Numbers that are missing between those of other issues. The numbers of a double issue are all there.
enum NumberGap {
  /// A finding for the issue behind each gap.
  ///
  /// - Parameters:
  ///   - years: The oldest first.
  ///   - isWrong: Whether something else is wrong with an issue's number, so that what is beside it proves nothing.
  ///   - absent: The files that are there, and whose issues are not: for each, it is said why.
  static func findings(
    _ years: [YearNumbers], absent: [String], _ places: IssuePlaces, _ isWrong: (Issue) -> Bool
  ) -> [Diagnostic] {
    // Where more is missing than there is, nobody meant to have it all.
    let most = years.reduce(0) { $0 + $1.issues.count }
    var steps = 0
    var gaps: [Diagnostic] = []
    let counting = Counting(years, places)
    var found = counting.findings
    for (index, year) in years.enumerated() {
      var last = counting.numberBefore(index)
      var lastIssue = index > 0 ? years[index - 1].issues.last?.issue : nil
      let wrong = year.issues.map(\.issue).filter(isWrong)
      for (issue, number) in year.issues {
        defer { (last, lastIssue) = (max(last ?? 0, number.last), issue) }
        guard let last else { continue }
        steps += 1
        if number.first > last + 1, number.first - last - 1 <= most,
          !wrong.contains(where: { $0.stands(between: lastIssue, and: issue) }),
          !isWrong(issue),
          !(lastIssue.map(isWrong) ?? false),
          !absent.contains(where: { (lastIssue?.path ?? "") < $0 && $0 < issue.path })
        {
          gaps.append(gap(issue, number, after: last, lastIssue, opensYear: last == 0))
        }
      }
    }
    // An archive of single issues has gaps everywhere.
    if gaps.count < 3 || gaps.count * 4 <= steps { found += gaps }
    return found
  }

  /// The year of an issue that follows the last one of another year at once, while none of those between is there.
  private static func mistypedYear(_ issue: Issue, after year: YearNumbers, _ places: IssuePlaces) -> Diagnostic? {
    guard let last = year.issues.last?.issue, let date = issue.date.moved(to: year.year), last.date <= date else {
      return nil
    }
    let place = places.place(of: { $0.date?.range }, in: issue)
    return Diagnostic(
      .mistypedYear, "the year \(issue.date.year) does not fit behind the issue before", at: place,
      notes: [.init("number \(last.number?.description ?? "") is of \(last.date)", at: last.location)],
      help: "did you mean \(year.year)?",
      mend: places.guess(String(issue.date.year), String(year.year), at: place, in: issue))
  }

  private static func gap(
    _ issue: Issue, _ number: IssueNumber, after last: Int, _ before: Issue?, opensYear: Bool
  ) -> Diagnostic {
    let missing = number.first - last == 2 ? "number \(last + 1) is" : "numbers \(last + 1) to \(number.first - 1) are"
    return Diagnostic(
      .numberGap, opensYear ? "the year begins with number \(number)" : "after number \(last) comes number \(number)",
      at: issue.location, notes: before.map { [.init("the issue before", at: $0.location)] } ?? [],
      help: "\(missing) missing, or a number is wrong")
  }

  /// How numbers go on from one year to the next.
  private struct Counting {
    /// The last number of each year.
    private let last: [Int]
    /// Whether each year follows the one before: over years that are not here, nothing is known.
    private let follows: [Bool]
    private let restarts: Bool
    private(set) var findings: [Diagnostic] = []
    private var continuing: Set<Int> = []

    init(_ years: [YearNumbers], _ places: IssuePlaces) {
      last = years.map { year in year.issues.map(\.number.last).max() ?? 0 }
      follows = years.indices.map { $0 > 0 && years[$0].year == years[$0 - 1].year + 1 }
      var (restarted, continued): (Int, [Int]) = (0, [])
      for index in years.indices.dropFirst() {
        guard let first = years[index].issues.first else { continue }
        if first.number.first > 1, first.number.first == last[index - 1] + 1 {
          continued.append(index)
        } else if first.number.first <= last[index - 1] {
          restarted += 1
        }
      }
      // Where no year shows how they count, those that all begin a little above the last number count on.
      let countsOn = restarted == 0 && continued.isEmpty && Self.goOnNearly(years, last)
      restarts = restarted >= continued.count && !countsOn
      // The first of all follows nothing, and may begin as the others do.
      let begun = restarted + (years.first?.issues.first?.number.first == 1 ? 1 : 0)
      let isUsual = restarted > 0 && begun > 1
      if !restarts || isUsual { continuing = Set(continued) }
      guard restarts, isUsual, continued.count == 1 else { return }
      for index in continued {
        guard let (issue, number) = years[index].issues.first else { continue }
        if !follows[index], let mistyped = NumberGap.mistypedYear(issue, after: years[index - 1], places) {
          findings.append(mistyped)
          continue
        }
        findings.append(
          Diagnostic(
            .yearNotRestarted,
            "number \(number) counts on from \(years[index - 1].year), where other years begin with 1",
            at: issue.location, help: "number the issues of \(years[index].year) from 1, if the series does so"))
      }
    }

    /// Whether each year begins with one of the two numbers behind a gap of one: `12`, and then `14` or `15`.
    private static func goOnNearly(_ years: [YearNumbers], _ last: [Int]) -> Bool {
      zip(years.dropFirst(), last).allSatisfy { year, last in
        year.issues.first.map { (last + 2...last + 3).contains($0.number.first) } ?? false
      } && years.count > 1
    }

    /// The number that the first issue of a year follows; `nil` where it may be any.
    func numberBefore(_ index: Int) -> Int? {
      guard follows[index] else { return nil }
      if continuing.contains(index) || !restarts { return last[index - 1] }
      return 0
    }
  }
}

extension Issue {
  /// Whether its day lies between those of two others: with another number, it is the one that seems to be missing.
  fileprivate func stands(between before: Issue?, and after: Issue) -> Bool {
    guard let before else { return false }
    return before.date < date && date < after.date
  }
}

extension DiagnosticKind {
  static let numberGap = DiagnosticKind(
    "number-gap", .advice,
    "A number is missing between those of two issues: an issue is not here, or one of the numbers is wrong. An archive of single issues, which has gaps everywhere, is passed over."
  )
  static let yearNotRestarted = DiagnosticKind(
    "year-not-restarted", .advice,
    "The numbers of a year count on from those of the year before, while other years begin with 1.")
}
