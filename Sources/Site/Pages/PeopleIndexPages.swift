import Bulletins
import Templating

/// The index of people of each language.
enum PeopleIndexPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "people.html",
    [
      .init("letters", .records(of: LetterRecord.self), "The index of people by letters.") {
        $0.map { LetterRecord.list(of: lines(of: $0)) } ?? .list([])
      }
    ])

  static func addPages(to plan: inout PlanBuilder) { plan.addForEachLanguage(template, at: "people/") }

  private static func lines(of series: SeriesValues) -> [(letter: String, line: IndexLine)] {
    series.people.map { person in
      let line = IndexLine(
        name: person.sortName, url: Value(series.addresses.person(person)), wrote: person.wrote.count,
        edited: person.edited.count)
      return (person.letter, line)
    }
  }
}
