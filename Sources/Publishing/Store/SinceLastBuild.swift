import System

/// What was touched since the last build, found by looking at every file and reading none.
struct SinceLastBuild {
  let inputs: Inputs
  /// The files of the site that are not as they were.
  let changed: [String]
  /// What the last build said, with the strangers that there are now.
  let report: BuildReport

  /// `nil` where the last build can't be compared with: it failed, it was asked for other things, files came or went, or
  /// the published files are not as it left them.
  init?(_ last: Store.Run?, _ store: Store, _ content: ContentFolder, _ options: BuildOptions) {
    guard let last, let inputs = Inputs(bytes: last.inputs), var report = BuildReport(unchanged: last.report),
      let changed = inputs.changes(for: options, content), let outputs = try? store.stamps()
    else { return nil }
    let folder = options.output
    let areWhole = concurrently(outputs.count, jobs: options.jobs) { index -> Bool in
      FileStamp(folder + "/" + outputs[index].path)?.ofContents.bytes == outputs[index].stamp
    }
    guard areWhole.allSatisfy({ $0 }) else { return nil }
    let folders = inputs.folders
    let same = concurrently(folders.count, jobs: options.jobs) { index -> Bool in
      let stamp = folders[index].stamp
      return !stamp.isEmpty && FileStamp(folder + "/" + folders[index].folder)?.bytes == stamp
    }
    let unchanged = Set(zip(folders, same).filter(\.1).map(\.0.folder))
    // Strangers that were known may be gone; new ones lie in folders that changed.
    let known = report.strangers.filter { FileAccess.kind(folder + "/" + $0) != .nothing }
    guard let place = PublicFolder.looking(at: folder) else { return nil }
    if unchanged.count < folders.count {
      let new = place.strangers(
        beside: Set(outputs.map(\.path)), in: folders.map(\.folder), unchanged: unchanged)
      report.strangers = Set(known + new).sorted()
    } else {
      report.strangers = known
    }
    self.inputs = inputs
    self.changed = changed
    self.report = report
  }
}
