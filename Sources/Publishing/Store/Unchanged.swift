import Text

/// The build that has nothing to do: it looks at every file, and reads none.
enum Unchanged {
  /// What the last build said, when nothing that it read or wrote was changed since; `nil` otherwise.
  static func report(
    _ last: Store.Run?, _ store: Store, _ content: ContentFolder, _ options: BuildOptions
  ) -> BuildReport? {
    guard let last, let inputs = Inputs(bytes: last.inputs), var report = BuildReport(unchanged: last.report),
      inputs.hold(for: options, content), let outputs = try? store.stamps()
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
    let new = place.strangers(beside: Set(outputs.map(\.path)), unchanged: unchanged)
    report.strangers = Set(known + new).sorted()
    return report
  }
}
