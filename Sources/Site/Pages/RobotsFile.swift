import Templating
import Text

/// What tells search engines that they may look at everything, and where the site map is.
enum RobotsFile: PageKind {
  static let templates: [ContextSchema.Page] = []

  static func addPages(to plan: inout PlanBuilder) {
    let map = plan.input.baseURL + "sitemap.xml"
    plan.add(file: "robots.txt", Bytes("User-agent: *\nAllow: /\n\nSitemap: \(map)\n".utf8))
  }
}
