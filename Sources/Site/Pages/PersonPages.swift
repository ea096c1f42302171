import Bulletins
import Templating

/// The pages of each person: one, or one more for each year in which they wrote.
enum PersonPages: PageKind {
  static let templates = [template.declaration]

  private typealias Subject = (person: PersonRecord, page: IssueListPage)

  private static let template = PageTemplate<Subject>(
    "person.html",
    [.init("person", .record(of: PersonRecord.self), "The person.") { $0.person.record }]
      + IssueListPage.variables { $0.page })

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      for (index, person) in series.people.enumerated() {
        // The issues of each stand in their order.
        let date = [person.wrote.last, person.edited.last?.issue].compactMap { $0 }.max().map {
          series.issues[$0].issue.date.machineText
        }
        let list = person.wrote.count > series.settings.listItems ? written(by: index, series) : nil
        plan.addList(
          template, of: series, at: person.pagePath, section: .people, from: "the person “\(person.name)”", date: date,
          list?.pages.division
        ) { page in
          (
            PersonRecord(series.people[index], of: series, showsRoles: page == nil),
            IssueListPage(list: list ?? written(by: index, series), page: page)
          )
        }
      }
    }
  }

  private static func written(by index: Int, _ series: SeriesValues) -> IssueList {
    let person = series.people[index]
    return .byYear(person.wrote, of: series, at: series.addresses.person(person), issue: { $0 }) { issue in
      series.articles(by: index, in: issue).map { ListedIssue(issue: $0, url: $0["url"]).record }
    }
  }
}

/// A person with what they did.
struct PersonRecord: RecordSubject {
  private let person: Person
  private let series: SeriesValues
  private let url: String
  /// Whether the page says what they edited, as the first of their pages does.
  private let showsRoles: Bool

  init(_ person: Person, of series: SeriesValues, showsRoles: Bool) {
    self.person = person
    self.series = series
    self.showsRoles = showsRoles
    url = series.addresses.person(person)
  }

  static let recordType = RecordType<PersonRecord>(
    "a person",
    [
      .init("name", .scalar, "The name as it is listed.") { Value($0.person.name) },
      .init("url", .scalar, "The address.") { Value($0.url) },
      .init("feed_url", .scalar, "The address of the feed of what they wrote.") { Value($0.url + "feed.xml") },
      .init("affiliation", .scalar, "Where they work, or none.") { Value($0.affiliation?.text) },
      .init("affiliation_language", .scalar, "The BCP 47 tag of its language, where that is not the page's; or none.") {
        Value($0.affiliation?.otherLanguage)
      },
      .init("orcid", .scalar, "The ORCID iD, or none.") { Value($0.person.orcid?.description) },
      .init("biography", .scalar, "A few sentences, or none.") { Value($0.biography?.text) },
      .init("biography_language", .scalar, "The BCP 47 tag of their language, where that is not the page's; or none.") {
        Value($0.biography?.otherLanguage)
      },
      .init("json_ld", .any, "The person in the words of schema.org, for search engines.") { record in
        let link = PersonLink(person: record.person, addresses: record.series.addresses)
        return SchemaOrgType<PersonLink>.personAlone.object(link)
      },
      .init("wrote", .scalar, "How many issues they wrote, or articles in.") { .int($0.person.wrote.count) },
      .init("edited", .records(of: RoleHeld.self), "The roles they held, in the order of time; empty on later pages.") {
        $0.showsRoles ? RoleHeld.all(of: $0.person, $0.series).records : .list([])
      },
    ])

  private var affiliation: (text: String, otherLanguage: String?)? {
    person.authority?.affiliation?.text(in: series.addresses.language)
  }

  private var biography: (text: String, otherLanguage: String?)? {
    person.authority?.biography?.text(in: series.addresses.language)
  }
}
