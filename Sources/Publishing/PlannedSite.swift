import Bulletins
import Diagnostics
import Site
import Synchronization
import System

/// What was read of a site, before its issues are put in order.
struct SiteSources: Sendable {
  /// The issues that have no mistakes, in the order of their paths.
  let bulletins: [Issue]
  let standingPages: [StandingPage]
  let authorities: Authorities
  /// What `site.yaml` says; `nil` where it can't be used.
  let settings: SiteSettings?
  /// The theme; `nil` without settings.
  let theme: Theme?
  /// Files that issues link to and that are not there.
  let lost: Set<String>
  /// Files whose texts are held back.
  let held: Set<String>
  /// Paths of the theme's assets.
  let assets: [String]
}

/// A site as it is going to be: which pages it has, and what they are made of.
struct PlannedSite: Sendable {
  let materials: SiteInput
  let plan: SitePlan

  /// What came of planning.
  struct Outcome: Sendable {
    /// The site; `nil` when its settings or its theme can't be used.
    let site: PlannedSite?
    let diagnostics: [Diagnostic]
    /// Why the store could not take what was read.
    let storeDamage: StoreDamage?
  }

  /// Puts issues in order and plans their pages, while the store learns what was read: both keep one thread busy.
  ///
  /// - Parameter news: What the store does not know yet.
  static func of(
    _ sources: SiteSources, telling store: Store?, _ news: consuming Store.ReadSources, jobs: Int
  ) -> Outcome {
    let news = Handover(news)
    let (damage, (site, diagnostics)) = both(jobs: jobs) {
      StoreDamage.from { () throws(StoreDamage) in if let news = news.take() { try store?.keep(news) } }
    } _: {
      planned(sources)
    }
    return Outcome(site: site, diagnostics: diagnostics, storeDamage: damage)
  }

  private static func planned(_ sources: SiteSources) -> (PlannedSite?, [Diagnostic]) {
    let (archive, mistakes) = Archive.of(
      sources.bulletins, languages: sources.settings?.languages ?? [], authorities: sources.authorities)
    guard let settings = sources.settings, let theme = sources.theme else { return (nil, mistakes) }
    let materials = SiteInput(
      archive: archive, authorities: sources.authorities, standingPages: sources.standingPages, settings: settings,
      theme: theme, missingFiles: sources.lost, withheldFiles: sources.held, assets: sources.assets)
    let (plan, problems) = SitePlan.of(materials)
    return (PlannedSite(materials: materials, plan: plan), mistakes + problems)
  }
}

/// Something that goes from one to another, who is then the only one to hold it, and can let go of it.
private final class Handover<Thing: Sendable>: Sendable {
  private let thing: Mutex<Thing?>

  init(_ thing: Thing) { self.thing = Mutex(thing) }

  func take() -> Thing? {
    thing.withLock { held in
      defer { held = nil }
      return held
    }
  }
}
