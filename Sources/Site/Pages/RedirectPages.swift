import Bulletins
import Diagnostics
import Templating

/// Old addresses, which send readers on to new ones.
enum RedirectPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<String>(
    "redirect.html", [.init("target", .scalar, "The whole address to which readers are sent.") { Value($0) }])

  static func addPages(to plan: inout PlanBuilder) {
    for series in plan.series {
      for issue in series.issues {
        let file = issue.issue
        add(file.aliases, of: file.path, at: file.location, to: issue.pagePath, series.addresses, &plan)
      }
    }
    for page in plan.input.standingPages {
      let addresses = Addresses(language: page.language, settings: plan.settings)
      add(page.aliases, of: page.path, at: nil, to: page.pagePath, addresses, &plan)
    }
  }

  private static func add(
    _ aliases: [String], of source: String, at location: Location?, to path: String, _ addresses: Addresses,
    _ plan: inout PlanBuilder
  ) {
    if aliases.isEmpty { return }
    let target = addresses.absolute(addresses.url(path))
    for alias in aliases {
      let file = String(alias.dropFirst())
      // An address without an ending is a folder, as everywhere else.
      let isFolder = !file.hasSuffix("/") && file.split(separator: "/").last.map { !$0.contains(".") } ?? false
      plan.add(
        PageDraft(
          template, .redirect, of: plan.site, at: isFolder ? file + "/" : file, in: addresses.language, from: source,
          location: location
        ) { _ in target })
    }
  }
}
