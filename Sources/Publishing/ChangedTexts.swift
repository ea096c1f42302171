import Bulletins
import Diagnostics
import Site
import System

/// A build for which nothing but the texts of a few issues changed: the pages that show them are made, and everything
/// else is fetched from the store when one of them reads it.
struct ChangedTexts {
  let options: BuildOptions
  let store: Store
  let content: ContentFolder
  let last: Store.Run
  let since: SinceLastBuild
  let progress: Progress
  let notice: (String) -> Void

  /// How many texts may have changed; looking for the pages of more costs more than looking at all pages.
  private static let most = 20

  /// A file that was read anew.
  private struct Changed {
    let path: String
    let source: Store.Source
    let old: Reading
    let new: Reading
  }

  /// Builds; `nil` where more than texts changed, so that the whole site has to be looked at.
  func build() throws(EnvironmentError) -> BuildReport? {
    var clock = StageClock()
    guard since.changed.count <= ChangedTexts.most, since.changed.allSatisfy(isIssue) else { return nil }
    var reader = try SiteReader(options: options, folder: content, store: store, progress: progress)
    guard let changed = read(reader.readSettings()) else { return nil }
    clock.end("reading")

    let issues = StoredIssues(
      store, changed: Dictionary(changed.map { ($0.path, $0.new.issue) }) { $1 }.compactMapValues { $0 },
      any: changed.first?.new.issue)
    guard let issues else { return nil }
    let archive = last.archive
    let materials = reader.readAround { authorities in
      Archive(stored: archive, authorities: authorities) { issues.issue(at: $0) }
    }
    guard let materials, let known = try? store.outputs(showing: changed.map(\.path)), let pages = TextPages(materials)
    else { return nil }
    let planned = known.values.map { output in TextPage(name: output.subject).flatMap { pages.page($0) } }
    guard planned.allSatisfy({ $0.map { known[$0.path.file] != nil } ?? false }) else { return nil }
    clock.end("planning")

    let folder = try PublicFolder(options.output, of: options.site)
    let rendering = Rendering(
      pages: planned.compactMap { $0 }.sorted { $0.path < $1.path }, files: [], copies: [],
      templates: materials.templates, folder: folder, site: options.site, reading: reader.reading, texts: [:],
      spool: nil, known: known, place: materials.place, assets: materials.theme.assets, changedTexts: nil,
      isTimed: options.isTimed)
    do throws(EnvironmentError) {
      let (made, mistakes) = try rendering.make(jobs: options.jobs, progress)
      clock.end("rendering")
      guard mistakes.isEmpty, !issues.isDamaged else {
        folder.discard()
        return nil
      }
      let published = try folder.publish(changed: made.map(\.file), progress: progress)
      clock.end("publishing")
      var report = report(changed, made, published)
      keep(changed, made, folder, report)
      clock.end("keeping")
      report.stages = clock.stages
      if options.isLast { KeptToTheEnd.keep((materials, rendering, made, issues)) }
      return report
    } catch {
      folder.discard()
      throw error
    }
  }

  private func isIssue(_ path: String) -> Bool { path.hasPrefix("Content/bulletins/") }

  /// The changed files; `nil` where one says more than another text.
  private func read(_ options: ReadingOptions) -> [Changed]? {
    guard (try? store.isRead(as: ReadingCache.key(of: options))) == true else { return nil }
    var changed: [Changed] = []
    for path in since.changed {
      guard let known = (try? store.source(at: path)).flatMap({ $0 }),
        let old = Reading.read(from: known.reading)
      else { return nil }
      let result = ReadingCache(known: [path: known], options: options, spool: nil).read(path, at: content.path(path))
      guard let source = result.source, source.metadata == known.metadata, let issue = result.reading.issue,
        issue.place == old.issue?.place, !hasMovedLink(issue, old.issue)
      else { return nil }
      changed.append(Changed(path: path, source: source, old: old, new: result.reading))
    }
    return changed
  }

  /// Whether a finding about a link of an issue may stand elsewhere now.
  private func hasMovedLink(_ new: Issue, _ old: Issue?) -> Bool {
    new.lead.text.sourceLinks != old?.lead.text.sourceLinks
      && since.report.diagnostics.contains { $0.path == new.path && DiagnosticKind.linkKinds.contains($0.kind) }
  }

  /// What the last build said, with what the changed files give in the place of what they gave.
  private func report(
    _ changed: [Changed], _ made: [Rendering.Made], _ published: PublicFolder.Changes
  ) -> BuildReport {
    var report = since.report
    let total = report.kept
    for file in changed {
      var gone = file.old.diagnostics.map(asAsked)
      report.diagnostics.removeAll { known in
        guard known.path == file.path, let place = gone.firstIndex(of: known) else { return false }
        gone.remove(at: place)
        return true
      }
      report.diagnostics += file.new.diagnostics.map(asAsked)
    }
    report.diagnostics = report.diagnostics.inOrder
    report.made = made.filter(\.isMade).map { BuildReport.Change(path: $0.file.path, reason: $0.output.reason) }
    report.time(made)
    (report.written, report.added) = (published.written, published.added)
    report.kept = total - published.written.count
    return report
  }

  private func asAsked(_ diagnostic: Diagnostic) -> Diagnostic { options.strict ? diagnostic.asError : diagnostic }

  private func keep(
    _ changed: [Changed], _ made: [Rendering.Made], _ folder: PublicFolder, _ report: BuildReport
  ) {
    var inputs = since.inputs
    inputs.set(stamps: Dictionary(changed.map { ($0.path, $0.source.stamp) }) { $1 })
    let touched = folder.stamps(ofFoldersOf: made.map(\.file.path), jobs: 1)
    let stamps = Dictionary(touched.map { ($0.folder, $0.stamp) }) { $1 }
    inputs.folders = inputs.folders.map { ($0.folder, stamps[$0.folder] ?? $0.stamp) }
    var changes = Store.Changes(sources: changed.map { ($0.path, $0.source) })
    for file in made where file.isMade || file.isNews { changes.outputs.append((file.file.path, file.output)) }
    changes.run = Store.Run(inputs: inputs.bytes, report: report.bytes, world: last.world, archive: last.archive)
    do {
      try store.keep(changes)
    } catch {
      notice(error.notice)
    }
  }
}
