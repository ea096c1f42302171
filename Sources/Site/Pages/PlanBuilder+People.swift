import Bulletins
import Templating

extension PlanBuilder {
  /// The index of people, the page of each, and the masthead through time.
  mutating func addPeople(_ all: SeriesValues) {
    let (values, series) = (values, all.series)
    let newest = series.issues.last?.issue.date.description
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
      // The issues of each stand in their order.
      let date = [person.wrote.last, person.edited.last?.issue].compactMap { $0 }.max().map {
        series.issues[$0].issue.date.description
      }
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
  var places: [String: Int] = [:]
  var held: [(role: String, issues: [Int])] = []
  for (issue, roles) in person.edited {
    for role in roles.isEmpty ? [""] : roles {
      // Most people hold one role for years.
      if held.last?.role == role {
        held[held.count - 1].issues.append(issue)
      } else if let place = places[role] {
        held[place].issues.append(issue)
      } else {
        places[role] = held.count
        held.append((role, [issue]))
      }
    }
  }
  return held.map { role, issues in
    var years: [(year: Int, issues: [Value])] = []
    for index in issues {
      let year = all.series.issues[index].issue.date.year
      if years.last?.year != year { years.append((year, [])) }
      years[years.count - 1].issues.append(all.issueMarks[index])
    }
    return Value(
      Shapes.roleHeld, role.isEmpty ? .none : Value(role), .int(issues.count),
      .list(years.map { Value(Shapes.year, .int($0.year), .list($0.issues)) }))
  }
}

/// Who held which role, from which issue to which.
///
/// A time ends when a whole calendar year with mastheads passes without the person in the role; an issue left out now
/// and then does not end it.
private struct MastheadThroughTime {
  private let all: SeriesValues
  /// The year of each issue, and the years in which there were mastheads.
  private let yearOf: [Int]
  private let years: [Int]

  private struct Tenure {
    let person: Int
    let first: Int
    var last: Int
    var count = 1
  }

  /// The times for which a role was held, in the order in which they began, and each person's last one of them.
  private struct Role {
    let name: String
    var tenures: [Tenure] = []
    var last: [Int: Int] = [:]
  }

  init(_ all: SeriesValues) {
    self.all = all
    yearOf = all.series.issues.map(\.issue.date.year)
    years = Set(all.series.issues.filter { !$0.editors.isEmpty }.map(\.issue.date.year)).sorted()
  }

  var value: Value {
    var places: [String: Int] = [:]
    var roles: [Role] = []
    for (index, issue) in all.series.issues.enumerated() {
      for (person, held) in issue.editors {
        for name in held.isEmpty ? [""] : held {
          let place = places[name] ?? roles.count
          if place == roles.count {
            places[name] = place
            roles.append(Role(name: name))
          }
          if let last = roles[place].last[person], !isGap(roles[place].tenures[last].last, index) {
            roles[place].tenures[last].last = index
            roles[place].tenures[last].count += 1
          } else {
            roles[place].last[person] = roles[place].tenures.count
            roles[place].tenures.append(Tenure(person: person, first: index, last: index))
          }
        }
      }
    }
    // Plain editors come after those with a role.
    let order = roles.filter { !$0.name.isEmpty } + roles.filter(\.name.isEmpty)
    return .list(
      order.map { role in
        Value(
          Shapes.roleThroughTime, role.name.isEmpty ? .none : Value(role.name), .list(role.tenures.map { value($0) }))
      })
  }

  private func isGap(_ last: Int, _ next: Int) -> Bool {
    let (from, to) = (yearOf[last], yearOf[next])
    return to - from > 1 && years.contains { $0 > from && $0 < to }
  }

  private func value(_ tenure: Tenure) -> Value {
    Value(
      Shapes.tenure, all.people[tenure.person], all.issues[tenure.first], all.issues[tenure.last], .int(tenure.count))
  }
}
