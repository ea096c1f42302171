import Coding
import Diagnostics
import Site
import System
import Text

extension Publication {
  /// The cards, drawn where something that they are made of is another, and what is wrong with their template.
  func cards(
    of site: PlannedSite, _ pages: ReachedPages, _ files: FileStaging
  ) throws(EnvironmentError) -> (made: [MadeFile], findings: [Diagnostic]) {
    if pages.cards.isEmpty { return ([], []) }
    let materials = site.materials
    let making = try CardMaking(site: options.site, materials.templates, try .installed(), isKept: true)
    progress.begin(.drawing, pages.cards.count)
    let outcomes = concurrently(pages.cards.count, jobs: options.jobs) { [progress] number in
      defer { progress.step() }
      return Result { () throws(EnvironmentError) in try files.card(pages.cards[number], of: materials, making) }
    }
    var made: [MadeFile] = []
    var findings: [Diagnostic] = []
    for outcome in outcomes {
      switch try outcome.get() {
      case .success(let file): made.append(file)
      case .failure(let mistake):
        // One mistake in the template fails on every card.
        if !findings.contains(where: { $0.location == mistake.diagnostic.location }) {
          findings.append(mistake.diagnostic)
        }
      }
    }
    making.prune(keeping: pages.cards)
    return (made, findings)
  }
}

extension FileStaging {
  /// A card, staged where the published one is not made of the same.
  fileprivate func card(
    _ page: Page, of materials: SiteInput, _ making: CardMaking
  ) throws(EnvironmentError) -> Result<MadeFile, DiagnosticError> {
    let path = page.path.file
    let contents = page.contents(from: TextSource { _ in [] })
    let reads = page.dependencies(of: contents, in: materials.templates, assets: materials.theme.assets)
    let dependencies = Fingerprint(of: materials.locationDigest.bytes + reads + making.painter.identity.bytes).bytes
    if known[path]?.dependencies == dependencies, let kept = kept(path) { return .success(kept) }
    switch try making.card(page) {
    case .failed(let mistake): return .failure(DiagnosticError(mistake))
    case .drawn(let picture):
      let file = OutputFile(path: path, bytes: picture)
      return .success(try stage(file, .copy, dependencies: dependencies, reason: page.origin))
    }
  }
}
