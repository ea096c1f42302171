import Bulletins
import Templating

/// The page of each person.
enum PersonPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<PersonRecord>(
    "person.html", [.init("person", .record(of: PersonRecord.self), "The person.") { $0.record }])

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      for (index, person) in series.people.enumerated() {
        // The issues of each stand in their order.
        let date = [person.wrote.last, person.edited.last?.issue].compactMap { $0 }.max().map {
          series.issues[$0].issue.date.machineText
        }
        plan.add(
          PageDraft(
            template, .index, of: plan.site, at: series.addresses.prefix + person.pagePath,
            in: series.addresses.language, from: "the person “\(person.name)”", date: date
          ) { _ in PersonRecord(index, of: series) })
      }
    }
  }
}

/// A person with everything that they wrote and edited.
struct PersonRecord: RecordSubject {
  private let index: Int
  private let person: Person
  private let series: SeriesValues
  private let url: String

  /// - Parameter index: Their place in the series.
  init(_ index: Int, of series: SeriesValues) {
    self.index = index
    person = series.people[index]
    self.series = series
    url = series.addresses.person(person)
  }

  static let recordType = RecordType<PersonRecord>(
    "a person",
    [
      .init("name", .scalar, "The name as it is listed.") { Value($0.person.name) },
      .init("url", .scalar, "The address.") { Value($0.url) },
      .init("feed_url", .scalar, "The address of the feed of what they wrote.") { Value($0.url + "feed.xml") },
      .init("affiliation", .scalar, "Where they work, or none.") { Value($0.person.authority?.affiliation) },
      .init("orcid", .scalar, "The ORCID iD, or none.") { Value($0.person.orcid?.description) },
      .init("biography", .scalar, "A few sentences, or none.") { Value($0.person.authority?.biography) },
      .init("wrote", .records(of: IssueLink.self), "The issues and articles they wrote, the newest first.") {
        $0.series.newestFirst($0.person.wrote, by: $0.index)
      },
      .init("edited", .records(of: RoleHeld.self), "The roles they held, with the issues.") {
        .list(RoleHeld.all(of: $0.person, $0.series).map(\.record))
      },
    ])
}

/// A role that somebody held.
struct RoleHeld: RecordSubject {
  /// The role as printed; empty for an editor without one.
  let role: String
  /// The indices of the issues, in order.
  private var issues: [Int]
  private let series: SeriesValues

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
    return held
  }

  static let recordType = RecordType<RoleHeld>(
    "a role that somebody held",
    [
      .init("role", .scalar, "The role as printed, or none for an editor without one.") {
        $0.role.isEmpty ? .none : Value($0.role)
      },
      .init("count", .scalar, "In how many issues.") { .int($0.issues.count) },
      .init("years", .records(of: YearOfIssues.self), "The issues by year.") { .list($0.years.map(\.record)) },
    ])

  private var years: [YearOfIssues] {
    var years: [YearOfIssues] = []
    for index in issues {
      let year = series.issues[index].issue.year
      if years.last?.year != year { years.append(YearOfIssues(year: year)) }
      years[years.count - 1].issues.append(series.issueMarks[index])
    }
    return years
  }
}

/// The issues of a year that somebody edited.
struct YearOfIssues: RecordSubject {
  let year: Int
  var issues: [Value] = []

  static let recordType = RecordType<YearOfIssues>(
    "the issues of a year that somebody edited",
    [
      .init("year", .scalar, "The year.") { .int($0.year) },
      .init("issues", .records(of: IssueMark.self), "The issues, the oldest first.") { .list($0.issues) },
    ])
}
