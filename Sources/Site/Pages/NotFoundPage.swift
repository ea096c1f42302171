import Templating

/// What servers show in the place of a page that is not there.
enum NotFoundPage: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<Void>("404.html", [])

  static func addPages(to plan: inout PlanBuilder) {
    plan.add(
      PageDraft(
        template, .machine, of: plan.site, at: "404.html", in: plan.settings.mainLanguage, from: "the page 404.html"
      ) { _ in })
  }
}
