import Diagnostics

/// Whether dates and cumulative numbers, or numbers within a year, rise together; and where they do not, which issue is
/// wrong, and in what.
struct SeriesOrder {
  /// An issue that stands in the wrong place.
  struct Misplaced {
    let finding: Diagnostic
    /// The year to which it belongs.
    let year: Int
  }

  /// The issues that stand in the wrong place, by the paths of their files.
  private(set) var misplaced: [String: Misplaced] = [:]

  /// - Parameter issues: In order of publication.
  init(_ issues: [Issue], _ places: IssuePlaces) {
    // What goes with a number, as `23S` does, comes out when it will.
    let issues = issues.filter { $0.number?.suffix.isEmpty ?? true }
    let counted = issues.filter { $0.cumulative != nil && $0.number != nil }
    // Of two or three in one year, a cumulative number that is wrong must not show the others as misplaced.
    let shows = counted.count > 3 || counted.contains { $0.year != counted[0].year }
    if counted.count >= 2, shows, counted.count * 2 >= issues.count {
      look(at: counted, by: { $0.cumulative?.first ?? 0 }, places)
    } else {
      for year in Dictionary(grouping: issues.filter { $0.number != nil }, by: \.year).values {
        look(at: year, by: { $0.number?.first ?? 0 }, places)
      }
    }
  }

  private mutating func look(at issues: [Issue], by number: (Issue) -> Int, _ places: IssuePlaces) {
    lookAtNewest(issues, number, places)
    let kept = SeriesOrder.rise(of: issues, by: number)
    // An archive that is not in this order at all has another one.
    guard kept.count < issues.count, (issues.count - kept.count) * 4 <= max(4, issues.count) else { return }
    let rest = kept.map { issues[$0] }
    let inOrder = Set(kept)
    for index in issues.indices where !inOrder.contains(index) {
      let issue = issues[index]
      misplaced[issue.path] = SeriesOrder.problem(
        of: issue, among: rest, number, before: rest.last { precedes($0, issue) },
        after: rest.first { precedes(issue, $0) }, places)
    }
  }

  private func precedes(_ a: Issue, _ b: Issue) -> Bool { a.date < b.date }

  /// The places of the issues that are in order. Where one of the two that are the newest by date has to be wrong, it is
  /// the one that is years ahead of all others.
  private static func rise(of issues: [Issue], by number: (Issue) -> Int) -> [Int] {
    let numbers = issues.map(number)
    let all = longestRise(numbers)
    guard issues.count > 2, let newest = issues.last,
      newest.date.year - issues[issues.count - 2].date.year >= yearsOfSilence
    else { return all }
    let others = longestRise(numbers.dropLast())
    return others.count == all.count ? others : all
  }

  /// Says that the newest issue follows the one before at once by its number, and years later by its date, whose figures are
  /// those of the year that is meant in another order. A series that rested comes back in any year.
  private mutating func lookAtNewest(_ issues: [Issue], _ number: (Issue) -> Int, _ places: IssuePlaces) {
    guard issues.count > 3, let newest = issues.last, let before = issues.dropLast().last,
      number(newest) == number(before) + 1, newest.number?.first != 1,
      newest.date.year - before.date.year >= SeriesOrder.yearsOfSilence,
      let year = [before.date.year, before.date.year + 1].first(where: { year in
        String(year).utf8.sorted() == String(newest.date.year).utf8.sorted()
          && newest.date.moved(to: year).map { before.date <= $0 } ?? false
      })
    else { return }
    misplaced[newest.path] = SeriesOrder.mistyped(
      newest, year,
      "the year \(newest.date.year) is \(newest.date.year - before.date.year) after that of the issue before",
      [.init("the issue before", at: before.location)], places)
  }

  /// So far ahead of the issue before, a date is rather a slip than a rest of the series.
  private static let yearsOfSilence = 8

  /// What is wrong with an issue that does not stand between its neighbours.
  ///
  /// - Parameters:
  ///   - rest: The issues that are in order.
  ///   - before: The one before it by its date.
  ///   - after: The one after it by its date.
  private static func problem(
    of issue: Issue, among rest: [Issue], _ number: (Issue) -> Int, before: Issue?, after: Issue?,
    _ places: IssuePlaces
  ) -> Misplaced {
    if let expected = CumulativeLaw.expected(for: issue, after: before, before: after), let found = issue.cumulative,
      expected != found.first
    {
      return Misplaced(
        finding: CumulativeLaw.finding(issue, expected, beside: before ?? after, places), year: issue.year)
    }
    let lower = rest.last { number($0) < number(issue) }
    let upper = rest.first { number($0) > number(issue) }
    let date = places.place(of: { $0.date?.range }, in: issue)
    let notes = [lower, upper].compactMap { $0 }.map {
      Diagnostic.Note("number \($0.number?.description ?? "") is of \($0.date)", at: $0.location)
    }
    if let year = year(for: issue, after: lower, before: upper) {
      return mistyped(
        issue, year, "the year \(issue.date.year) does not fit between the issues before and after", notes, places)
    }
    let finding = Diagnostic(
      .outOfOrder, "the dates and the numbers of this issue and its neighbours are not in one order", at: date,
      notes: notes, help: "correct the number or the date of one of them")
    return Misplaced(finding: finding, year: issue.year)
  }

  /// An issue whose year is another one than it says.
  private static func mistyped(
    _ issue: Issue, _ year: Int, _ message: String, _ notes: [Diagnostic.Note], _ places: IssuePlaces
  ) -> Misplaced {
    let date = places.place(of: { $0.date?.range }, in: issue)
    let finding = Diagnostic(
      .mistypedYear, message, at: date, notes: notes, help: "did you mean \(year)?",
      mend: places.guess(String(issue.date.year), String(year), at: date, in: issue))
    return Misplaced(finding: finding, year: year)
  }

  /// Another year, with which the date would stand between those of its neighbours by number.
  private static func year(for issue: Issue, after lower: Issue?, before upper: Issue?) -> Int? {
    guard let found = issue.cumulative else { return nil }
    // Only a neighbour that follows at once shows where it belongs.
    let follows = lower?.cumulative.map { $0.last + 1 == found.first } ?? false
    let precedes = upper?.cumulative.map { found.last + 1 == $0.first } ?? false
    guard follows || precedes else { return nil }
    return Set([lower?.date.year, upper?.date.year].compactMap { $0 }).sorted().first { year in
      guard year != issue.date.year,
        let date = issue.date.moved(to: year)
      else { return false }
      return (lower.map { $0.date <= date } ?? true) && (upper.map { date <= $0.date } ?? true)
    }
  }

  /// The places of a longest part of a list that never falls: two of one number are said to be that, and neither of them
  /// stands in the wrong place.
  static func longestRise(_ values: [Int]) -> [Int] {
    /// For each length, the place of the smallest value that ends a rise of that length.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: values.count)
    for (place, value) in values.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] <= value { low = middle + 1 } else { high = middle }
      }
      before[place] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var rise: [Int] = []
    var next = ends.last
    while let place = next {
      rise.append(place)
      next = before[place]
    }
    return rise.reversed()
  }
}

extension DiagnosticKind {
  static let mistypedYear = DiagnosticKind(
    "mistyped-year", .warning,
    "The cumulative numbers before and after an issue show that it is of another year than its date says. It would be published under the address of the wrong year."
  )
  static let outOfOrder = DiagnosticKind(
    "out-of-order", .advice,
    "Numbers rise with dates. Where they do not, the number or the date of one issue is wrong.")
}
