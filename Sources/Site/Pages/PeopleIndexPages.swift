import Bulletins
import Templating

/// The index of people of each language.
enum PeopleIndexPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<LetterIndexPage>("people.html", LetterIndexPage.variables)

  static func addPages(to plan: inout PlanBuilder) {
    plan.addIndex(template, at: "people/", section: .people, length: { $0.people.count }, lines: lines)
  }

  private static func lines(of series: SeriesValues) -> [LetterIndex.Line] {
    series.people.map { person in
      let line = IndexLine(
        name: person.sortName, url: Value(series.addresses.person(person)), wrote: person.wrote.count,
        edited: person.edited.count)
      return (person.letter, line)
    }
  }
}
