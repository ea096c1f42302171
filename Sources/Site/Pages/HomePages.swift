import Templating

/// The home page of each language.
enum HomePages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<SeriesValues?>(
    "home.html",
    [
      .init("newest", .record(of: IssueLink.self), "The newest issue, or none.") { $0?.issueLinks.last ?? .none },
      .init("issues", .records(of: IssueLink.self), "The newest issues after the first.") { series in
        series.map { $0.newestFirst(afterNewest($0)) } ?? .list([])
      },
    ])

  private static func afterNewest(_ series: SeriesValues) -> Range<Int> {
    let end = max(0, series.issues.count - 1)
    return max(0, end - series.settings.homeItems)..<end
  }

  static func addPages(to plan: inout PlanBuilder) { plan.addForEachLanguage(template, at: "") }
}
