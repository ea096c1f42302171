import Templating
import Text

/// What tells search engines that they may look at everything, and where the site map is; a site may bring its own.
enum RobotsFile: PageKind {
  static let templates: [ContextSchema.Page] = []

  private static let path = "robots.txt"

  static func addPages(to plan: inout PlanBuilder) {
    if plan.input.files.isPublished(at: path) { return }
    let map = plan.input.baseURL + "sitemap.xml"
    plan.add(file: path, Bytes("User-agent: *\nAllow: /\n\nSitemap: \(map)\n".utf8))
  }
}
