import Bulletins
import Templating

/// The masthead of today and through time, for each language.
enum EditorsPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "editors.html",
    [
      .init("masthead", .record(of: Masthead.self), "The newest masthead, or none.") { series in
        series.flatMap { series in series.newestMasthead.map { Masthead(issue: $0, series: series).record } } ?? .none
      },
      .init("roles", .records(of: RoleThroughTime.self), "The masthead through time.") {
        $0.map { RoleThroughTime.all(of: $0).records } ?? .list([])
      },
      .init("first", .record(of: IssueLink.self), "The first issue of the series, or none.") {
        $0?.issueLinks.first ?? .none
      },
      .init("newest", .record(of: IssueLink.self), "The newest issue, or none.") { $0?.issueLinks.last ?? .none },
    ])

  static func addPages(to plan: inout PlanBuilder) {
    plan.addForEachLanguage(template, at: "editors/", section: .editors)
  }
}

/// The editors whom an issue names.
struct Masthead: RecordSubject {
  let issue: Int
  let series: SeriesValues

  static let recordType = RecordType<Masthead>(
    "a masthead",
    [
      .init("issue", .record(of: IssueLink.self), "The issue that prints it.") { $0.series.issueLinks[$0.issue] },
      .init("editors", .records(of: EditorRecord.self), "The editors in printed order, with their roles.") {
        .list($0.series.editors(of: $0.series.issues[$0.issue]))
      },
    ])
}
