/// The numbers that the issue after the last one of a series has.
struct NextNumbers: Equatable {
  /// The number in the year; `nil` in a series without numbers.
  private(set) var number: IssueNumber?
  /// The number since the series began; `nil` in a series that prints none.
  private(set) var cumulative: IssueNumber?
  /// The number of the volume; `nil` in a series that prints none, or names its volumes.
  private(set) var volume: String?

  /// - Parameters:
  ///   - issues: Those before it, in order of publication.
  ///   - date: Its date.
  ///   - isDouble: Whether it has two numbers.
  init(after issues: some Sequence<Issue>, on date: PublicationDate, isDouble: Bool) {
    // What goes with a number, as `23S` does, or has none, does not count.
    let numbered = issues.filter { $0.number?.suffix.isEmpty ?? false }
    guard let last = numbered.last, let lastNumber = last.number else {
      // A first issue has numbers; an archive that does without them goes on so.
      if issues.allSatisfy({ _ in false }) { (number, cumulative) = (IssueNumber("1"), IssueNumber("1")) }
      return
    }
    let isNewYear = date.year > last.year
    let joint = numbered.last { $0.number.map { $0.first != $0.last } ?? false }?.number?.joint ?? "–"
    let year = last.yearOfNumber.map { isNewYear ? date.year : $0 }
    let first = isNewYear && NextNumbers.restart(numbered) ? 1 : lastNumber.last + 1
    number = NextNumbers.number(first, isDouble, joint)?.with(year: year)
    cumulative = last.cumulative.flatMap { NextNumbers.number($0.last + 1, isDouble, joint) }
    volume = last.volume.map { volume in
      guard isNewYear, let count = Int(volume) else { return volume }
      return String(volume == String(last.year) ? date.year : count + 1)
    }
  }

  private static func number(_ first: Int, _ isDouble: Bool, _ joint: Character) -> IssueNumber? {
    IssueNumber(isDouble ? "\(first)\(joint)\(first + 1)" : String(first))
  }

  /// Whether a series begins each year with 1.
  private static func restart(_ issues: [Issue]) -> Bool {
    let years = YearNumbers.all(of: issues, yearOf: { $0.year })
    var (restarted, continued) = (0, 0)
    for (before, year) in zip(years, years.dropFirst()) {
      guard let first = year.issues.first?.number.first, let last = before.issues.map(\.number.last).max() else {
        continue
      }
      if first <= last { restarted += 1 } else if first == last + 1 { continued += 1 }
    }
    if restarted != continued { return restarted > continued }
    // One year alone: numbers behind which cumulative ones run ahead have begun anew before.
    guard let first = issues.first, let number = first.number else { return true }
    return first.cumulative != nil || number.first == 1 || first.yearOfNumber != nil
  }
}

extension Issue {
  /// The year that is printed with the number, as in `5/2024`.
  var yearOfNumber: Int? { number?.year ?? metadata.year?.value }
}

extension IssueNumber {
  /// What stands between the numbers of a double issue.
  fileprivate var joint: Character { description.first { IssueNumber.separators.contains($0) } ?? "–" }
}

extension PublicationDate {
  /// The time that a day lies in, as long as another one is: the month for a series that prints months.
  func widened(like other: PublicationDate) -> PublicationDate {
    switch other.precision {
    case .day: return self
    case .month: return PublicationDate(year: year, month: month, .month) ?? self
    case .quarter: return PublicationDate(year: year, month: (month - 1) / 3 * 3 + 1, .quarter) ?? self
    case .year: return PublicationDate(year: year, .year) ?? self
    case .months(let last):
      let length = (last - other.month + 12) % 12
      let end = (month - 1 + length) % 12 + 1
      return PublicationDate(year: year, month: month, .months(through: end)) ?? self
    case .season:
      // Winter begins in December, and is called by the year in which it ends where that is another.
      let isEarly = month < 3
      let start = isEarly ? 12 : month / 3 * 3
      return PublicationDate(year: isEarly ? year - 1 : year, month: start, .season(untilNextYear: start == 12)) ?? self
    }
  }
}
