import Templating

/// What servers show in the place of a page that is not there: at the root, where most look for it, and below the root of
/// each further language, for those that can be told so.
enum NotFoundPage: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<Void>("404.html", [])

  static func addPages(to plan: inout PlanBuilder) {
    for home in plan.site.homes {
      let (path, language) = (home.addresses.prefix + "404.html", home.addresses.language)
      plan.add(PageDraft(template, .machine, of: plan.site, at: path, in: language, from: "the page \(path)") { _ in })
    }
  }
}
