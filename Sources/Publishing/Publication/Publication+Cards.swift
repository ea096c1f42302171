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
    if options.isForced || makesNo(pages.cards) { KeptFolder.cards(of: options.site).remove() }
    if pages.cards.isEmpty { return ([], []) }
    let materials = site.materials
    let making = try CardMaking(site: options.site, materials.templates, try .installed(), isKept: true)
    progress.begin(.drawing, pages.cards.count)
    let outcomes = concurrently(pages.cards.count, jobs: options.jobs) { [progress, options] number in
      defer { progress.step() }
      return Result { () throws(EnvironmentError) in
        try files.card(pages.cards[number], of: materials, making, isAnew: options.isForced)
      }
    }
    var made: [MadeFile] = []
    var findings: [Diagnostic] = []
    for outcome in outcomes {
      switch try outcome.get() {
      case .success(let file): made.append(file)
      case .failure(let mistake):
        // One mistake in the template fails on every card.
        let finding = mistake.diagnostic
        if !findings.contains(where: { $0.kind == finding.kind && $0.location == finding.location }) {
          findings.append(finding)
        }
      }
    }
    making.prune(keeping: pages.cards)
    return (made, findings)
  }
}

extension FileStaging {
  /// A card, staged where the published one is not made of the same.
  ///
  /// - Parameter isAnew: Whether it is drawn whatever the published one is made of.
  fileprivate func card(
    _ page: Page, of materials: SiteInput, _ making: CardMaking, isAnew: Bool
  ) throws(EnvironmentError) -> Result<MadeFile, DiagnosticError> {
    let path = page.path.file
    let contents = page.contents(from: TextSource { _ in [] })
    let reads = page.dependencies(of: contents, in: materials.templates, assets: materials.theme.assets)
    func dependencies(settingText: Bool) -> Bytes {
      let painter = making.painter.identity(settingText: settingText)
      return Fingerprint(of: materials.locationDigest.bytes + reads + painter.bytes).bytes
    }
    // Whether it has letters shows only when it is drawn: the published one tells by what it depends on.
    let last = isAnew ? nil : known[path]?.dependencies
    if let last, last == dependencies(settingText: false) || last == dependencies(settingText: true),
      let kept = kept(path)
    {
      return .success(kept)
    }
    switch try making.card(page) {
    case .failed(let mistake): return .failure(DiagnosticError(mistake))
    case .drawn(let picture, let setsText):
      let file = OutputFile(path: path, bytes: picture)
      let dependencies = dependencies(settingText: setsText)
      return .success(try stage(file, .copy, dependencies: dependencies, reason: page.origin))
    }
  }
}
