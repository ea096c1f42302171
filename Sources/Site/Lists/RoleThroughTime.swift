import Bulletins
import Templating

/// A role with everybody who held it.
struct RoleThroughTime: RecordSubject {
  /// The role as printed; empty for editors without one.
  let name: String
  /// The times for which it was held, in the order in which they began.
  private(set) var tenures: [Tenure] = []
  /// The index of each person's last tenure.
  private var last: [Int: Int] = [:]

  private init(name: String) { self.name = name }

  static let recordType = RecordType<RoleThroughTime>(
    "a role through time",
    [
      .init("role", .scalar, "The role as printed, or none.") { $0.name.isEmpty ? .none : Value($0.name) },
      .init("tenures", .records(of: Tenure.self), "Who held it, in order.") { $0.tenures.records },
    ])

  /// The roles of a series, in the order in which they were first held; plain editors come after those with a role.
  ///
  /// A tenure ends when a whole calendar year with mastheads passes without the person in the role; an issue left out now
  /// and then does not end it.
  static func all(of series: SeriesValues) -> [RoleThroughTime] {
    let issues = series.issues
    let years = Set(issues.filter { !$0.editors.isEmpty }.map(\.issue.year)).sorted()
    func isGap(_ last: Int, _ next: Int) -> Bool {
      let (from, to) = (issues[last].issue.year, issues[next].issue.year)
      return to - from > 1 && years.contains { $0 > from && $0 < to }
    }
    var indices: [String: Int] = [:]
    var roles: [RoleThroughTime] = []
    for (issue, placed) in issues.enumerated() {
      for editor in placed.editors {
        let (person, held) = (editor.person, editor.roles)
        for name in held.isEmpty ? [""] : held {
          let index = indices[name] ?? roles.count
          if index == roles.count {
            indices[name] = index
            roles.append(RoleThroughTime(name: name))
          }
          if let last = roles[index].last[person], !isGap(roles[index].tenures[last].last, issue) {
            roles[index].tenures[last].last = issue
            roles[index].tenures[last].count += 1
          } else {
            roles[index].last[person] = roles[index].tenures.count
            roles[index].tenures.append(Tenure(person: person, first: issue, last: issue, series: series))
          }
        }
      }
    }
    // Each tenure is three links: to the person, and to the issues with which it begins and ends.
    let hasLinks = roles.reduce(0) { $0 + $1.tenures.count } * 3 <= series.settings.listItems
    for role in roles.indices {
      for tenure in roles[role].tenures.indices { roles[role].tenures[tenure].hasLinks = hasLinks }
    }
    return roles.filter { !$0.name.isEmpty } + roles.filter(\.name.isEmpty)
  }
}

/// A time for which somebody held a role.
struct Tenure: RecordSubject {
  /// The indices of the person, and of the first and last issue.
  let person: Int
  let first: Int
  var last: Int
  var count = 1
  /// Whether the page has room for links to these issues.
  var hasLinks = false
  let series: SeriesValues

  static let recordType = RecordType<Tenure>(
    "a time for which somebody held a role",
    [
      .init("person", .record(of: PersonLink.self), "Who.") { $0.series.personLinks[$0.person] },
      .init("first", .record(of: IssueLink.self), "The first issue of it.") { $0.series.issueLinks[$0.first] },
      .init("last", .record(of: IssueLink.self), "The last issue of it.") { $0.series.issueLinks[$0.last] },
      .init("count", .scalar, "In how many issues.") { .int($0.count) },
      .init("is_held", .scalar, "Whether the newest masthead names them in it.") {
        .bool($0.last == $0.series.newestMasthead)
      },
      .init("has_links", .scalar, "Whether the page has room for links to its first and last issue.") {
        .bool($0.hasLinks)
      },
      .init("start", .scalar, "Where it begins, in thousandths of the time from the first issue to the newest.") {
        .int($0.place(of: $0.first))
      },
      .init("length", .scalar, "How long it is, in the same measure; at least 4, so that it can be seen.") {
        .int(max(4, $0.place(of: $0.last) - $0.place(of: $0.first)))
      },
    ])

  private func place(of issue: Int) -> Int {
    func day(_ index: Int) -> Int { series.issues[index].issue.date.firstDay.daysSince1970 }
    guard let newest = series.issues.indices.last else { return 0 }
    let (start, end) = (day(0), day(newest))
    return end > start ? min(996, max(0, (day(issue) - start) * 1000 / (end - start))) : 0
  }
}
