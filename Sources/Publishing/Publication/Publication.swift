import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text

/// Publishes an edition: makes the pages that a change reaches and that would differ, gives them their names, and tells
/// the store. With errors, the published folder stays exactly as it was.
struct Publication {
  let edition: Edition
  let reach: Reach
  let options: BuildOptions
  let store: Store
  /// What the build before wrote down, if it ended well.
  let earlier: Store.Run?
  /// The same, where the published files are as it left them.
  let last: LastBuild?
  let progress: Progress
  let notice: (String) -> Void

  init(
    _ edition: Edition, _ reach: Reach, _ options: BuildOptions, _ store: Store, _ earlier: Store.Run?,
    _ last: LastBuild?, _ progress: Progress, _ notice: @escaping (String) -> Void
  ) {
    self.edition = edition
    self.reach = reach
    self.options = options
    self.store = store
    self.earlier = earlier
    self.last = last
    self.progress = progress
    self.notice = notice
  }

  /// Publishes.
  ///
  /// - Throws: `StoreDamage` where the store turns out to be wrong: the site has to be read and made without it.
  func publish(_ clock: inout StageClock) throws -> BuildReport {
    let findings = edition.findings.all
    guard !edition.leftOut.isEmpty || !asked(findings).containErrors, let site = edition.site.value else {
      try checkStored()
      var report = BuildReport(diagnostics: asked(findings + edition.imagesMissingInWrongIssues).inOrder)
      (report.isFirst, report.offeredNumbers) = (isFirst, offeredNumbers)
      return report
    }
    let comesFirst = isFirst
    // Taken before anything is made: what changes from here on is noticed by the next build.
    let inputs = record(of: site)
    let pages = try ReachedPages(of: site, reach, leaving: edition.leftOut, isPatch: patched != nil, store)
    clock.end("planning")
    FreeMemory.release()
    let folder = try PublishedFolder(options.output, of: options.site, isAsLeft: last != nil)
    do {
      let rendering = Rendering(
        site: site, from: edition.folder.sources, texts: edition.texts, pages: pages, folder: folder, options: options)
      var (made, mistakes) = try rendering.make(roomFor: mostSearched(site), progress)
      clock.end("rendering")
      guard mistakes.isEmpty else {
        folder.discard()
        return BuildReport(diagnostics: asked(findings + mistakes).inOrder)
      }
      try checkStored()
      if site.materials.settings.paper != nil {
        made += try prints(of: made, site, pages, folder, rendering.files)
        clock.end("printing")
      }
      let pictures = try self.pictures(site, pages, rendering.files)
      guard !asked(pictures.findings).containErrors else {
        folder.discard()
        return BuildReport(diagnostics: asked(findings + pictures.findings).inOrder)
      }
      made += pictures.made
      if !pictures.made.isEmpty { clock.end("drawing") }
      FreeMemory.release()
      let search = try self.search(site, pages, rendering.files, addingTo: &made)
      clock.end("indexing")
      var report = BuildReport(diagnostics: asked(findings + pictures.findings).inOrder)
      try finish(made, search, pages, folder, inputs, site, &report, &clock)
      report.time(made)
      if comesFirst { (report.isFirst, report.offeredNumbers) = (true, offeredNumbers) }
      if options.isLast { ProcessLifetime.extend((edition, rendering, made)) }
      return report
    } catch {
      folder.discard()
      throw error
    }
  }

  /// What comes from the store, or should have come from it, is all there.
  private func checkStored() throws(StoreDamage) {
    if edition.stored?.damage.isNoted == true { throw StoreDamage(reason: "something is not in it") }
  }

  /// The build of which only pages that show changed texts need be made again; `nil` where any page may differ.
  var patched: LastBuild? {
    if case .texts = reach, edition.stored != nil { last } else { nil }
  }

  /// What was found, warnings as errors where the publisher accepts none.
  private func asked(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    options.strict ? diagnostics.map(\.strict) : diagnostics
  }
}
