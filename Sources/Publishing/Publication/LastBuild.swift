import Site
import System
import Text

/// The build before, if it ended well and the published files are as it left them; found by looking at every file and
/// reading none.
struct LastBuild {
  let run: Store.Run
  let inputs: InputRecord
  /// The files of the site that are not as they were.
  let changed: [String]
  /// What it said, with the strangers that there are now.
  let report: BuildReport

  /// `nil` where nothing can be compared with it: it failed, it was asked for other things, files came or went, the
  /// published files are not as it left them, the list of them is lost, or pictures are to be made anew.
  init?(_ run: Store.Run?, _ store: Store, _ folder: ContentFolder, _ options: BuildOptions) {
    guard let run, store.isOfThisStart, let inputs = InputRecord(bytes: run.inputs),
      var report = BuildReport(unchanged: run.report),
      // What depends on the machine is made anew for whoever forces that.
      !(options.isForced && inputs.hasMadePictures),
      let changed = inputs.changes(for: options, folder), let outputs = try? store.stamps()
    else { return nil }
    let output = options.output
    let areWhole = concurrently(outputs.count, jobs: options.jobs) { index -> Bool in
      FileStamp(output + "/" + outputs[index].path)?.ofContents.bytes == outputs[index].stamp
    }
    guard areWhole.allSatisfy({ $0 }), FileAccess.kind(output) == .folder,
      Manifest(site: options.site, output: output).isThere
    else { return nil }
    let folders = inputs.folders
    let same = concurrently(folders.count, jobs: options.jobs) { index -> Bool in
      let stamp = folders[index].stamp
      return !stamp.isEmpty && FileStamp(output + "/" + folders[index].folder)?.bytes == stamp
    }
    let unchanged = Set(zip(folders, same).filter(\.1).map(\.0.folder))
    // Strangers that were known may be gone; new ones lie in folders that changed.
    let known = report.strangers.filter { FileAccess.kindWithoutFollowing(output + "/" + $0) != .nothing }
    if unchanged.count < folders.count {
      let new = Strangers.beside(
        Set(outputs.map(\.path)), in: output, folders: folders.map(\.folder), unchanged: unchanged)
      report.strangers = Set(known + new).sorted()
    } else {
      report.strangers = known
    }
    self.run = run
    self.inputs = inputs
    self.changed = changed
    self.report = report
  }

  /// The edition that it published; `nil` where too much changed to ask what it was.
  ///
  /// - Parameter shared: What `site.yaml` says now.
  func edition(_ options: BuildOptions, _ shared: SharedSources, _ store: Store) -> Edition? {
    guard changed.count <= LastBuild.mostChanges else { return nil }
    return Edition.restored(
      options, shared, store, digest: run.digest, findings: report.diagnostics, held: report.held,
      attached: inputs.attached)
  }

  /// Looking for the pages of more changes than these costs more than looking at all pages.
  private static let mostChanges = 20
}
