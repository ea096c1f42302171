import Bulletins
import Templating

/// The page of each issue, and the files beside it.
enum IssuePages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<IssueRecord>(
    "bulletin.html", [.init("issue", .record(of: IssueRecord.self), "The issue.") { $0.record }])

  static func addPages(to plan: inout PlanBuilder) {
    let site = plan.site
    for series in plan.series {
      warnIfUnlisted(series.series, &plan)
      for (index, issue) in series.issues.enumerated() {
        let page = page(of: index, in: series, of: site)
        plan.add(page)
        for article in issue.issue.articles { plan.copy(attachmentsOf: article.text, beside: page.place.path) }
      }
    }
  }

  private static func warnIfUnlisted(_ series: Series, _ plan: inout PlanBuilder) {
    guard !plan.settings.languages.contains(series.language), let first = series.issues.first else { return }
    let file = first.issue
    plan.report([
      UnlistedLanguage.finding(
        series.language, in: file.path, at: file.location, plan.input.files.source(file.path))
    ])
  }

  /// The page of an issue; `nil` where the site has no such one.
  static func page(of index: Int, in language: String, of site: SiteValues) -> PageDraft? {
    guard let series = site.series[language], series.issues.indices.contains(index) else { return nil }
    return page(of: index, in: series, of: site)
  }

  private static func page(of index: Int, in series: SeriesValues, of site: SiteValues) -> PageDraft {
    let issue = series.issues[index]
    let file = issue.issue
    let path = series.addresses.prefix + issue.pagePath
    return PageDraft(
      template, .issue, of: site, at: path, in: series.addresses.language,
      section: .archive, from: file.path, location: file.location, date: (file.modified ?? file.date).machineText,
      isDraft: file.release.isDraft,
      textPage: .issue(series.addresses.language, index), versions: site.versions(of: issue),
      print: series.settings.paper == nil ? nil : PrintedIssue(of: issue, on: path)
    ) { IssueRecord(index, of: series, site, $0) }
  }
}
