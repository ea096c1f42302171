import Bulletins
import Templating
import Text

extension PlanBuilder {
  /// The index of people, the page of each, and the masthead through time.
  mutating func addPeople(_ all: SeriesValues) {
    let (values, series) = (values, all.series)
    let newest = series.issues.last?.bulletin.date.description
    addPage(all.addresses.prefix + "people/", "people.html", all, date: newest) {
      let lines = series.people.map { person in
        let line = Value(
          Shapes.indexLine, Value(person.sortName), Value(all.addresses.person(person)), .int(person.wrote.count),
          .int(person.edited.count), .none)
        return (letter: person.letter, value: line)
      }
      return ["letters": LetterIndex.value(lines)]
    }
    addPage(all.addresses.prefix + "editors/", "editors.html", all, date: newest) {
      ["roles": MastheadThroughTime(all).value]
    }
    for (place, person) in series.people.enumerated() {
      let issues = person.wrote + person.edited.map(\.issue)
      let date = issues.max().map { series.issues[$0].bulletin.date.description }
      let path = "people/\(person.slug)/"
      add(all.addresses.prefix + path, .index, "person.html", from: "the person “\(person.name)”", date: date) { _ in
        let url = all.addresses.person(person)
        let record = Value(
          Shapes.person, Value(person.name), Value(url), Value(url + "feed.xml"), Value(person.authority?.affiliation),
          Value(person.orcid), Value(person.authority?.biography), all.newestFirst(person.wrote),
          .list(rolesHeld(by: person, all)))
        return values.context(series.language, url: url, ["person": record])
      }
      add(values.feed(all, ofPerson: place))
    }
  }
}

/// The roles of a person with the issues by year, in the order in which they were first held.
private func rolesHeld(by person: Person, _ all: SeriesValues) -> [Value] {
  var order: [String] = []
  var issues: [String: [Int]] = [:]
  for (issue, roles) in person.edited {
    for role in roles.isEmpty ? [""] : roles {
      if issues[role] == nil { order.append(role) }
      issues[role, default: []].append(issue)
    }
  }
  return order.map { role in
    let held = issues[role] ?? []
    var years: [(year: Int, issues: [Value])] = []
    for index in held {
      let bulletin = all.series.issues[index].bulletin
      let label = bulletin.number?.description ?? bulletin.date.description
      let mark = Value(Shapes.issueMark, Value(label), all.issueURLs[index])
      if years.last?.year == bulletin.date.year {
        years[years.count - 1].issues.append(mark)
      } else {
        years.append((bulletin.date.year, [mark]))
      }
    }
    return Value(
      Shapes.roleHeld, role.isEmpty ? .none : Value(role), .int(held.count),
      .list(years.map { Value(Shapes.year, .int($0.year), .list($0.issues)) }))
  }
}

/// Who held which role, from which issue to which.
///
/// A time ends when a whole calendar year with mastheads passes without the person in the role; an issue left out now
/// and then does not end it.
private struct MastheadThroughTime {
  private let all: SeriesValues
  private let years: [Int]

  private struct Tenure {
    let person: Int
    let first: Int
    var last: Int
    var count = 1
  }

  init(_ all: SeriesValues) {
    self.all = all
    years = Set(all.series.issues.filter { !$0.editors.isEmpty }.map(\.bulletin.date.year)).sorted()
  }

  var value: Value {
    var order: [String] = []
    var tenures: [String: [Tenure]] = [:]
    var open: [String: [Int: Int]] = [:]
    for (index, issue) in all.series.issues.enumerated() {
      for (person, roles) in issue.editors {
        for role in roles.isEmpty ? [""] : roles {
          if tenures[role] == nil { order.append(role) }
          if let place = open[role]?[person], let last = tenures[role]?[place].last, !isGap(last, index) {
            tenures[role]?[place].last = index
            tenures[role]?[place].count += 1
          } else {
            tenures[role, default: []].append(Tenure(person: person, first: index, last: index))
            open[role, default: [:]][person] = (tenures[role]?.count ?? 1) - 1
          }
        }
      }
    }
    // Plain editors come after those with a role.
    let roles = order.filter { !$0.isEmpty } + order.filter(\.isEmpty)
    return .list(
      roles.map { role in
        Value(Shapes.roleThroughTime, role.isEmpty ? .none : Value(role), .list((tenures[role] ?? []).map(value)))
      })
  }

  private func isGap(_ last: Int, _ next: Int) -> Bool {
    let (from, to) = (all.series.issues[last].bulletin.date.year, all.series.issues[next].bulletin.date.year)
    return years.contains { $0 > from && $0 < to }
  }

  private func value(_ tenure: Tenure) -> Value {
    Value(
      Shapes.tenure, all.people[tenure.person], all.issues[tenure.first], all.issues[tenure.last], .int(tenure.count))
  }
}
