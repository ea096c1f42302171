import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text

extension Publication {
  /// Gives the files their names, and tells the store and the report what was done.
  ///
  /// - Parameter moved: The files that came and went, where only texts changed.
  func finish(
    _ made: [MadeFile], _ moved: (added: [String], lost: [String]), _ pages: ReachedPages, _ folder: PublishedFolder,
    _ inputs: InputRecord,
    _ site: PlannedSite,
    _ report: inout BuildReport, _ clock: inout StageClock
  ) throws(EnvironmentError) {
    // Their places are put in order: what is known of a hundred thousand files is tens of megabytes.
    let news = made.indices.filter { made[$0].isMade || made[$0].isNews }.sorted {
      made[$0].file.path < made[$1].file.path
    }
    var changes = Store.Changes()
    var inputs = inputs
    report.made.reserveCapacity(made.count(where: \.isMade))
    for file in made where file.isMade {
      report.made.append(BuildReport.Change(path: file.file.path, reason: file.reason))
    }
    if let last = patched {
      let published = try folder.publish(
        changed: made.lazy.map(\.file), added: moved.added, lost: moved.lost, progress: progress)
      clock.end("publishing")
      let stamps = folder.stamps(ofFoldersOf: made.map(\.file.path) + moved.lost, jobs: 1)
      inputs.update(folders: Dictionary(stamps.map { ($0.folder, $0.stamp) }) { $1 })
      report.add(published, to: last.report)
      changes.outputs = news.map { (made[$0].file.path, made[$0].output) }
      changes.lostOutputs = moved.lost
      changes.sources = edition.changedIssues.sorted().compactMap { path in
        edition.issues[path]?.stored.map { (path, $0) }
      }
      changes.run = Store.NewRun(inputs: inputs.write, report: report.write, digest: last.run.digest)
    } else {
      let standing = StandingFiles(of: edition.leftOut, known: pages.known)
      let published = try publish(made, news, folder, site.materials.archive, leaving: standing)
      clock.end("publishing")
      inputs.folders = published.folders
      report.count(site.plan, published.changes)
      (report.held, report.nextBuild) = (edition.releases.held, edition.releases.nextChange)
      let current = published.changes.current
      report.leftOut = edition.leftOut.files(stillAt: current, known: pages.known)
      report.strangers = Strangers.beside(
        current, in: options.output, folders: inputs.folders.map(\.folder), unchanged: quiet(published))
      // Pages that show a text of their own; lists come and go with what they list.
      report.vanished = report.removed.filter { $0.hasSuffix("/index.html") && pages.known[$0]?.texts.isEmpty == false }
        .map { "/" + $0.dropLast("index.html".count) }
      changes.lostOutputs = pages.known.keys.filter { !current.contains($0) }
      changes.leftOut = edition.leftOut.paths
      // The next edition is another one, even if nothing in it is.
      let digest = edition.leftOut.isEmpty ? edition.digest : []
      changes.run = Store.NewRun(inputs: inputs.write, report: report.write, digest: digest)
    }
    keep(changes)
    clock.end("keeping")
    report.stages = clock.stages
  }

  /// What was published, and the stamps of the folders in which it lies.
  private typealias Published = (changes: PublishedFolder.Changes, folders: [(folder: String, stamp: Bytes)])

  /// Gives the files their names while the store learns of them: what it knows counts only for a published file that has
  /// the stamp of the one that was made, so that neither need wait for the other.
  ///
  /// - Parameter news: The places of the files of which the store is to be told, in the order of their paths.
  private func publish(
    _ made: [MadeFile], _ news: [Int], _ folder: PublishedFolder,
    _ archive: Archive, leaving standing: StandingFiles
  ) throws(EnvironmentError) -> Published {
    let (published, damage) = both(jobs: options.jobs) { [options, progress] in
      Result { () throws(EnvironmentError) -> PublishedFolder.Changes in
        // One list, which is looked through several times.
        try folder.publish(
          made.map(\.file), leaving: standing, isForced: options.isForced, progress: progress)
      }
    } _: { [store] in
      let outputs = news.lazy.map { (path: made[$0].file.path, output: made[$0].output) }
      return StoreDamage.from { () throws(StoreDamage) in try store.keep(outputs, of: archive) }
    }
    if let damage { notice(damage.notice) }
    let changes = try published.get()
    return (changes, folder.stamps(ofFoldersOf: made.lazy.map(\.file.path), jobs: options.jobs))
  }

  /// The folders in which no stranger can be: new ones, and those that are as they were when they had none.
  private func quiet(_ published: Published) -> Set<String> {
    var quiet: Set<String> = []
    if !published.changes.newFolders.isEmpty {
      quiet = Set(published.folders.map(\.folder).filter { isInside($0, published.changes.newFolders) })
    }
    if let earlier, let inputs = last?.inputs ?? InputRecord(bytes: earlier.inputs),
      let report = BuildReport(unchanged: earlier.report), report.strangers.isEmpty
    {
      let known = Dictionary(inputs.folders.map { ($0.folder, $0.stamp) }, uniquingKeysWith: { $1 })
      quiet.formUnion(published.folders.filter { !$0.stamp.isEmpty && known[$0.folder] == $0.stamp }.map(\.folder))
    }
    return quiet
  }

  /// Whether a folder is one of those that got their names whole, or lies in one.
  private func isInside(_ folder: String, _ new: Set<String>) -> Bool {
    var part = folder[...]
    while true {
      if new.contains(String(part)) { return true }
      guard let slash = part.lastSlash else { return false }
      part = part[..<slash]
    }
  }

  /// Tells the store; one that can't be written costs the next build time, and nothing else.
  private func keep(_ changes: Store.Changes) {
    do {
      try store.keep(changes)
    } catch {
      notice(error.notice)
    }
  }
}
