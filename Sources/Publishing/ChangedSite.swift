import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text

/// A build that has something to do: it reads what changed, makes what would differ, and publishes it.
struct ChangedSite {
  let options: BuildOptions
  let store: Store
  let content: ContentFolder
  /// The build before, if it ended well.
  let last: Store.Run?
  let progress: Progress
  let notice: (String) -> Void

  init(
    _ options: BuildOptions, _ store: Store, _ content: ContentFolder, _ last: Store.Run?, _ progress: Progress,
    _ notice: @escaping (String) -> Void
  ) {
    self.options = options
    self.store = store
    self.content = content
    self.last = last
    self.progress = progress
    self.notice = notice
  }

  /// Builds; with errors, the published folder stays exactly as it was.
  func build() throws(EnvironmentError) -> BuildReport {
    var clock = StageClock()
    var reader = try SiteReader(options: options, folder: content, store: store, progress: progress)
    let (sources, news) = reader.read()
    clock.end("reading")
    // Taken before anything is made: what changes from here on is noticed by the next build.
    let inputs = Inputs(
      options, content, attachments: reader.attachments, stamps: reader.stamps,
      validity: reader.releases.validity)
    clock.end("looking at files")
    let planned = PlannedSite.of(sources, telling: store, news, jobs: options.jobs)
    clock.end("planning")
    if let damage = planned.storeDamage { notice(damage.notice) }
    let problems = reader.diagnostics + planned.diagnostics
    let found = report(problems)
    guard found.isPublished, let site = planned.site else { return found }
    let (materials, plan) = (site.materials, site.plan)

    let folder = try PublicFolder(options.output, of: options.site)
    // A store that can't be read is as good as none.
    let known = (try? store.outputs()) ?? [:]
    clock.end("remembering")
    let rendering = Rendering(
      pages: plan.pages, files: plan.files, copies: plan.copies, templates: materials.templates, folder: folder,
      site: options.site, reading: reader.reading,
      texts: reader.texts,
      spool: reader.spool,
      known: known, place: materials.locationDigest, assets: materials.theme.assets,
      changedTexts: last?.world == reader.world ? reader.changedSources : nil,
      isTimed: options.isTimed)
    do throws(EnvironmentError) {
      let (made, mistakes) = try rendering.make(jobs: options.jobs, progress)
      clock.end("rendering")
      var report = report(problems + mistakes)
      guard report.isPublished else {
        folder.discard()
        return report
      }
      let (published, archive) = try publishing(made, folder, materials.archive)
      clock.end("publishing")
      report.count(plan, published.changes, made)
      (report.held, report.nextBuild) = (reader.releases.held, reader.releases.nextChange)
      report.time(made)
      var changes = Store.Changes()
      note(made, published, known, folder, inputs, reader.world, archive, &report, &changes)
      report = keeping(changes, report)
      clock.end("keeping")
      report.stages = clock.stages
      if options.isLast { KeptToTheEnd.keep((site, rendering, made, changes, reader)) }
      return report
    } catch {
      folder.discard()
      throw error
    }
  }

  /// What was published, and the stamps of the folders in which it lies.
  private typealias Published = (changes: PublicFolder.Changes, folders: [(folder: String, stamp: Bytes)])

  /// Gives the files their names while the store learns of them: what it knows counts only for a published file that has
  /// the stamp of the one that was made, so that neither need wait for the other.
  private func publishing(
    _ made: [Rendering.Made], _ folder: PublicFolder, _ archive: Archive
  ) throws(EnvironmentError) -> (Published, archive: Bytes) {
    let (published, kept) = both(jobs: options.jobs) { [options, progress] in
      Result { () throws(EnvironmentError) -> Published in
        let changes = try folder.publish(made.map(\.file), isForced: options.isForced, progress: progress)
        return (changes, folder.stamps(ofFoldersOf: made.lazy.map(\.file.path), jobs: 1))
      }
    } _: { [store] in
      let outputs = made.filter { $0.isMade || $0.isNews }.map { (path: $0.file.path, output: $0.output) }
      var writer = BinaryWriter()
      archive.write(to: &writer)
      return (damage: StoreDamage.from { () throws(StoreDamage) in try store.keep(outputs) }, archive: writer.bytes)
    }
    if let damage = kept.damage { notice(damage.notice) }
    return (try published.get(), kept.archive)
  }

  /// Adds to the changes what went, and what the whole build was made of.
  private func note(
    _ made: [Rendering.Made], _ published: Published, _ known: [String: Store.Output],
    _ folder: PublicFolder, _ inputs: Inputs,
    _ world: Bytes, _ archive: Bytes, _ report: inout BuildReport, _ changes: inout Store.Changes
  ) {
    var inputs = inputs
    let current = Set(made.map(\.file.path))
    inputs.folders = published.folders
    report.strangers = strangers(beside: current, in: folder, inputs.folders, published.changes.newFolders)
    // Pages that show a text of their own; lists come and go with what they list.
    report.vanished = report.removed.filter { $0.hasSuffix("/index.html") && known[$0]?.texts.isEmpty == false }
      .map { "/" + $0.dropLast("index.html".count) }
    changes.lostOutputs = known.keys.filter { !current.contains($0) }
    changes.run = Store.Run(inputs: inputs.bytes, report: report.bytes, world: world, archive: archive)
  }

  /// Files that no build wrote: those that the last one found, and new ones in folders that changed since.
  private func strangers(
    beside current: Set<String>, in folder: PublicFolder, _ folders: [(folder: String, stamp: Bytes)],
    _ new: Set<String>
  ) -> [String] {
    var quiet = new.isEmpty ? [] : Set(folders.map(\.folder).filter { isInside($0, new) })
    if let last, let inputs = Inputs(bytes: last.inputs), let earlier = BuildReport(unchanged: last.report),
      earlier.strangers.isEmpty
    {
      let known = Dictionary(inputs.folders.map { ($0.folder, $0.stamp) }, uniquingKeysWith: { $1 })
      quiet.formUnion(folders.filter { !$0.stamp.isEmpty && known[$0.folder] == $0.stamp }.map(\.folder))
    }
    return folder.strangers(beside: current, in: folders.map(\.folder), unchanged: quiet)
  }

  /// Whether a folder is one of those that got their names whole, or lies in one.
  private func isInside(_ folder: String, _ new: Set<String>) -> Bool {
    var part = folder[...]
    while true {
      if new.contains(String(part)) { return true }
      guard let slash = part.lastIndex(of: "/") else { return false }
      part = part[..<slash]
    }
  }

  /// The report, after the store was told; a store that can't be written costs the next build time, and nothing else.
  private func keeping(_ changes: Store.Changes, _ report: BuildReport) -> BuildReport {
    do {
      try store.keep(changes)
    } catch {
      notice(error.notice)
    }
    return report
  }

  private func report(_ diagnostics: [Diagnostic]) -> BuildReport {
    BuildReport(diagnostics: (options.strict ? diagnostics.map(\.asError) : diagnostics).inOrder)
  }
}
