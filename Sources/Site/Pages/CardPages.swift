import Coding
import Templating
import Text

/// The cards: pictures that stand for an issue, or for the site in a language, wherever others link to them. What their
/// template makes is a drawing, of which a picture of points is made.
enum CardPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<CardSubject>(
    "card.svg",
    [
      .init("issue", .record(of: IssueRecord.self), "The issue, or none for the card of the whole site.") {
        $0.issue.map(\.record) ?? .none
      },
      .init(
        "logo", .scalar,
        "The picture of the nameplate, as it stands behind `data:` in an address that holds all of it, or none."
      ) { $0.logo },
    ])

  static func addPages(to plan: inout PlanBuilder) {
    guard plan.settings.hasCards else { return }
    let site = plan.site
    let logo = logo(of: plan)
    for home in site.homes {
      plan.add(
        card: PageDraft(
          template, .machine, of: site, at: home.addresses.prefix + Addresses.card, in: home.addresses.language,
          from: "the site"
        ) { _ in CardSubject(issue: nil, logo: logo) })
    }
    for series in plan.series {
      for (index, issue) in series.issues.enumerated() {
        plan.add(
          card: PageDraft(
            template, .machine, of: site, at: series.addresses.prefix + issue.pagePath + Addresses.card,
            in: series.addresses.language, from: issue.issue.path, location: issue.issue.location
          ) { CardSubject(issue: IssueRecord(index, of: series, site, $0), logo: logo) })
      }
    }
  }

  /// The logo for light paper, where it is a file of the site.
  private static func logo(of plan: PlanBuilder) -> Value {
    guard let path = plan.settings.look.logo.flatMap({ SiteLook.path(of: $0.light) }),
      let picture = plan.site.images.contentsOfSiteFile(path), let type = mediaType(of: path)
    else { return .none }
    return .text(DataAddress.body(of: picture, type))
  }

  private static func mediaType(of path: String) -> String? {
    let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[path.utf8.index(after: $0)...].lowercased() }
    switch ending {
    case "svg": return "image/svg+xml"
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    default: return nil
    }
  }
}

/// What a card shows.
private struct CardSubject {
  let issue: IssueRecord?
  let logo: Value
}
