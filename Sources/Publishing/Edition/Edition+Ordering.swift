import Bulletins
import Diagnostics
import Site
import System

extension Edition {
  /// Orders and plans what was read, while the store learns of it: both keep one thread busy.
  ///
  /// - Parameters:
  ///   - gathered: What the files of issues gave.
  ///   - shared: What all pages share.
  ///   - sources: Knows what the store was told of it so far.
  ///   - notice: Is called when the store could not be told.
  static func ordered(
    _ gathered: consuming GatheredIssues, _ shared: SharedSources, _ releases: Releases, _ texts: TextStore,
    _ options: BuildOptions, memory: Memory, _ sources: SourceWriter?, for use: Use, _ notice: (String) -> Void
  ) -> Edition {
    let folder = shared.files.folder
    let (known, settings) = (gathered.issues, shared.settings)
    let check = AttachmentCheck(
      of: known, shared.pages, in: folder, former: { FormerFolders(of: known, settings) },
      leaving: shared.leftOut.lostImages)
    // While the links of an issue are not known, nobody knows what is not linked to.
    let strays = StrayFiles.findings(
      in: folder, attached: check.paths,
      looksForUnused: options.looksAtStyle && gathered.issues.count == folder.issues.count)
    let (lost, issues, held) = (gathered.lost, gathered.issues, releases.held)
    let (damage, (site, problems)) = both(jobs: options.jobs) {
      let damage = StoreDamage.from { () throws(StoreDamage) in try sources?.finish(lost: lost) }
      // Pages are compared with it as soon as they are planned.
      if use == .publishing { memory.store?.fetchOutputsAhead() }
      return damage
    } _: {
      PlannedSite.planned(
        issues, shared, attached: check.files, held: held,
        placesAdvice: use == .holding || shared.reading.looksAtStyle, jobs: options.jobs)
    }
    if let damage { notice(damage.notice) }
    let filter = shared.filter.silencing(gathered.silenced)
    let slips =
      UnknownSilence.findings(filter.places, in: folder) + releases.lateUpdates(issues, in: folder, shared.reading)
    var edition = Edition(
      options: options, folder: folder, reading: shared.reading, issues: gathered.table, site: Lazy(of: site),
      findings: EditionFindings(
        filter, reading: gathered.diagnostics, shared: shared.diagnostics,
        attachments: check.diagnostics + strays + slips, planned: problems),
      releases: releases, attachments: check.paths, texts: texts,
      stamps: gathered.stamps.merging(shared.files.stamps) { $1 }.merging(shared.partials.stamps) { own, _ in own },
      changedIssues: gathered.changed,
      digest: gathered.digest.finished(shared, releases, check, options))
    // While settings or theme are wrong, a preview shows what was right before.
    if site == nil, let last = memory.edition { edition.site = last.site }
    return edition
  }
}
