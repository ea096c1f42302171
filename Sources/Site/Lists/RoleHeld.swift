import Bulletins
import Templating

/// A role that somebody held.
struct RoleHeld: RecordSubject {
  /// The role as printed; empty for an editor without one.
  let role: String
  /// The places in the series of the issues, in order.
  private(set) var issues: [Int]
  private let series: SeriesValues
  /// Whether the page has room for a link to each issue that begins or ends a range.
  private var hasLinks = false

  /// The roles of a person, in the order in which they were first held.
  static func all(of person: Person, _ series: SeriesValues) -> [RoleHeld] {
    var indices: [String: Int] = [:]
    var held: [RoleHeld] = []
    for (issue, roles) in person.edited {
      for role in roles.isEmpty ? [""] : roles {
        // Most people hold one role for years.
        if held.last?.role == role {
          held[held.count - 1].issues.append(issue)
        } else if let index = indices[role] {
          held[index].issues.append(issue)
        } else {
          indices[role] = held.count
          held.append(RoleHeld(role: role, issues: [issue], series: series))
        }
      }
    }
    let hasLinks = person.edited.count + person.wrote.count <= series.settings.listItems / 2
    for index in held.indices { held[index].hasLinks = hasLinks }
    return held
  }

  private init(role: String, issues: [Int], series: SeriesValues) {
    (self.role, self.issues, self.series) = (role, issues, series)
  }

  static let recordType = RecordType<RoleHeld>(
    "a role that somebody held",
    [
      .init("role", .scalar, "The role as printed, or none for an editor without one.") {
        $0.role.isEmpty ? .none : Value($0.role)
      },
      .init("count", .scalar, "In how many issues.") { .int($0.issues.count) },
      .init("first", .record(of: IssueLink.self), "The first issue of it.") { $0.link($0.issues.first) },
      .init("last", .record(of: IssueLink.self), "The last issue of it.") { $0.link($0.issues.last) },
      .init("is_held", .scalar, "Whether the newest masthead names them in it.") { role in
        .bool(role.issues.last == role.series.newestMasthead)
      },
      .init("years", .records(of: YearOfRole.self), "The issues by year, the newest first.") {
        $0.years.reversed().records
      },
    ])

  private func link(_ issue: Int?) -> Value { issue.map { series.issueLinks[$0] } ?? .none }

  private var years: [YearOfRole] {
    var years: [YearOfRole] = []
    for index in issues {
      let year = series.issues[index].issue.year
      if years.last?.year != year {
        years.append(YearOfRole(year: year, series: series, hasLinks: hasLinks))
      }
      years[years.count - 1].issues.append(index)
    }
    return years
  }
}

/// The issues of a year in which somebody held a role.
struct YearOfRole: RecordSubject {
  let year: Int
  let series: SeriesValues
  let hasLinks: Bool
  var issues: [Int] = []

  static let recordType = RecordType<YearOfRole>(
    "a year of a role",
    [
      .init("year", .scalar, "The year.") { .int($0.year) },
      .init("url", .scalar, "The address of its volume.") { $0.series.volumeURL($0.year) },
      .init("count", .scalar, "In how many issues.") { .int($0.issues.count) },
      .init("ranges", .records(of: NumberRangeRecord.self), "Which issues these are, in the order of their numbers.") {
        $0.ranges.records
      },
      .init("exceptions", .list(.scalar), "The numbers within the ranges that are not among them.") { year in
        .list(year.numbers.exceptions.map { Value(year.series.issues[$0].issue.label) })
      },
    ])

  private var numbers: (ranges: [ClosedRange<Int>], exceptions: [Int], order: [Int]?) {
    guard let volume = series.series.volumes.first(where: { $0.year == year }),
      let order = series.orderByNumber(in: volume)
    else {
      let numbers = NumberRanges(issues)
      return (numbers.ranges, numbers.exceptions, nil)
    }
    let own = Set(issues)
    let numbers = NumberRanges(order.indices.filter { own.contains(order[$0]) })
    return (numbers.ranges, numbers.exceptions.map { order[$0] }, order)
  }

  private var ranges: [NumberRangeRecord] {
    let numbers = numbers
    return numbers.ranges.map { range in
      numbers.order.map { self.range($0[range.lowerBound], $0[range.upperBound]) }
        ?? self.range(range.lowerBound, range.upperBound)
    }
  }

  private func range(_ first: Int, _ last: Int) -> NumberRangeRecord {
    let (from, to) = (series.issues[first].issue, series.issues[last].issue)
    let isOne = first == last
    return NumberRangeRecord(
      first: isOne ? from.label : from.number.map { String($0.first) } ?? from.label,
      firstURL: hasLinks ? series.issueURLs[first] : .none,
      last: isOne ? nil : to.number.map { String($0.last) } ?? to.label,
      lastURL: hasLinks && !isOne ? series.issueURLs[last] : .none)
  }
}

/// Issues that follow each other.
struct NumberRangeRecord: RecordSubject {
  let first: String
  let firstURL: Value
  let last: String?
  let lastURL: Value

  static let recordType = RecordType<NumberRangeRecord>(
    "a range of issues",
    [
      .init("first", .scalar, "The first number, or what stands in its place.") { Value($0.first) },
      .init("first_url", .scalar, "The address of that issue; none on a page that has no room for so many links.") {
        $0.firstURL
      },
      .init("last", .scalar, "The last number; none for a single issue.") { Value($0.last) },
      .init("last_url", .scalar, "The address of that issue, or none.") { $0.lastURL },
    ])
}

extension SeriesValues {
  /// The issues of a volume in the order of their numbers; `nil` where they came out in that order, or some have none.
  fileprivate func orderByNumber(in volume: Volume) -> [Int]? {
    var isInOrder = true
    var last = 0
    for index in volume.issues {
      guard let number = issues[index].issue.number else { return nil }
      isInOrder = isInOrder && number.first >= last
      last = number.first
    }
    if isInOrder { return nil }
    return volume.issues.map { (number: issues[$0].issue.number?.first ?? 0, index: $0) }.sorted { $0 < $1 }.map(
      \.index)
  }
}

extension Issue {
  /// The number, what stands in its place, or the date.
  fileprivate var label: String { number?.description ?? special ?? date.machineText }
}
