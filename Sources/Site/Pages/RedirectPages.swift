import Bulletins
import Diagnostics
import Templating

/// Old addresses, which send readers on to new ones.
enum RedirectPages: PageKind {
  static let templates = [template.declaration]

  private static let template = PageTemplate<(path: String, origin: String)>(
    "redirect.html",
    [
      .init("target", .scalar, "The whole address to which readers are sent.") { Value($0.origin + $0.path) },
      .init("target_path", .scalar, "The same on whichever host the page is asked for.") { Value($0.path) },
    ])

  static func addPages(to plan: inout PlanBuilder) {
    var lost: [AddressPattern: Lost] = [:]
    var unanswered: [Redirect] = []
    for redirect in plan.redirects {
      guard let path = redirect.address.page else {
        unanswered.append(redirect)
        continue
      }
      // What a text says itself must not be taken away by others; what holds for all gives way.
      if case .written = redirect.source {
        plan.add(page(redirect, at: path, plan.site), as: .former)
      } else if let owner = plan.owner(of: path) {
        guard case .pattern(let pattern) = redirect.source, owner.origin != redirect.origin else { continue }
        lost[pattern, default: Lost(redirect: redirect, owner: owner.origin)].count += 1
      } else {
        plan.add(page(redirect, at: path, plan.site), as: .derived)
      }
    }
    for pattern in plan.settings.oldAddresses {
      if let lost = lost[pattern] { plan.report([lost.diagnostic(pattern)]) }
    }
    reportUnanswered(unanswered, &plan)
    RedirectRuleFiles.add(to: &plan)
  }

  private static func page(_ redirect: Redirect, at path: String, _ site: SiteValues) -> PageDraft {
    let target = (path: redirect.target, origin: site.settings.origin)
    return PageDraft(
      template, .redirect, of: site, at: path, in: redirect.language, from: redirect.origin,
      location: redirect.source.location
    ) { _ in target }
  }

  /// Says which addresses nobody answers; of many, which a whole archive has, the first.
  private static func reportUnanswered(_ redirects: [Redirect], _ plan: inout PlanBuilder) {
    guard plan.settings.redirectRules.isEmpty else { return }
    let written = redirects.compactMap { redirect in redirect.source.location.map { (redirect.address, $0) } }
    let isFolded = written.count > mostUnanswered
    plan.report(
      written.prefix(isFolded ? 1 : mostUnanswered).map { address, location in
        let others = isFolded ? ", and so on for \(written.count - 1) more" : ""
        return Diagnostic(
          .unansweredAddress, "no page can answer who asks for \(address)\(others)", at: location,
          help: "a server can: `redirects: nginx` in site.yaml writes its rules, and so do `apache` and `netlify`")
      })
  }

  private static let mostUnanswered = 8

  /// The former addresses of a pattern that others have, the first of them by name.
  private struct Lost {
    let redirect: Redirect
    let owner: String
    var count = 0

    func diagnostic(_ pattern: AddressPattern) -> Diagnostic {
      let others = count == 1 ? "" : ", and so on for \(count - 1) more"
      return Diagnostic(
        .lostAddress, "\(redirect.address) of \(redirect.origin) is an address of \(owner), too\(others)",
        at: pattern.location, help: "a pattern gives each issue an address of its own")
    }
  }
}

extension Redirect.Source {
  /// The place in a text or in the settings that says so.
  fileprivate var location: Location? {
    switch self {
    case .written(let location): location
    case .pattern(let pattern): pattern.location
    case .sharedDay, .guess: nil
    }
  }
}

extension DiagnosticKind {
  static let unansweredAddress = DiagnosticKind(
    "unanswered-address", .warning,
    "A former address can't send readers on, since it has a query, or names a picture or another file that is no page. A server's rules can: see `redirects:`."
  )
  static let lostAddress = DiagnosticKind(
    "lost-address", .warning,
    "A pattern of `old_addresses:` gives several issues one address, or one that a page has. The first one keeps it.")
}
