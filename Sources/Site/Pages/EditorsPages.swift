import Bulletins
import Templating

/// The masthead through time, for each language.
enum EditorsPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "editors.html",
    [
      .init("roles", .records(of: RoleThroughTime.self), "The masthead through time.") {
        .list($0.map { RoleThroughTime.all(of: $0).map(\.record) } ?? [])
      }
    ])

  static func addPages(to plan: inout PlanBuilder) { plan.addForEachLanguage(template, at: "editors/") }
}

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
      .init("tenures", .records(of: Tenure.self), "Who held it, in order.") { .list($0.tenures.map(\.record)) },
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
  let series: SeriesValues

  static let recordType = RecordType<Tenure>(
    "a time for which somebody held a role",
    [
      .init("person", .record(of: PersonLink.self), "Who.") { $0.series.personLinks[$0.person] },
      .init("first", .record(of: IssueLink.self), "The first issue of it.") { $0.series.issueLinks[$0.first] },
      .init("last", .record(of: IssueLink.self), "The last issue of it.") { $0.series.issueLinks[$0.last] },
      .init("count", .scalar, "In how many issues.") { .int($0.count) },
    ])
}
