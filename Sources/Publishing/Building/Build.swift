import Site
import System

/// The way from two folders to a published site.
public enum Build {
  /// Reads what changed, makes what would differ, and publishes; with errors, the published folder stays exactly as it was.
  ///
  /// - Parameter notice: Is called with a sentence when something happens that a person may want to know at once.
  public static func run(
    _ options: BuildOptions, progress: Progress = Progress(), notice: @escaping (String) -> Void = { _ in }
  ) throws -> BuildReport {
    try SiteFolder.check(options.site)
    try OutputPlace.check(options.output, of: options.site)
    let open = try OpenStore.forBuilding(options, notice)
    WorkFolder.removeLeftovers(in: options.site)
    let report: BuildReport
    do {
      report = try open.use(notice) { store in
        try published(options, store, (try? store.lastRun()).flatMap { $0 }, progress, notice)
      }
    } catch let damage as StoreDamage {
      notice("the store is damaged (\(damage.reason)); it is made anew")
      report = try open.remade().use { try published(options, $0, nil, progress, notice) }
    }
    return try proved(report, open, options, progress, notice)
  }

  /// The next edition, published.
  static func published(
    _ options: BuildOptions, _ store: Store, _ run: Store.Run?, _ progress: Progress,
    _ notice: @escaping (String) -> Void
  ) throws -> BuildReport {
    var clock = StageClock()
    let folder = ContentFolder(site: options.site)
    let last = LastBuild(run, store, folder, options)
    if let last, last.changed.isEmpty { return last.report }
    let shared = SharedSources(settingsIn: folder, for: options)
    let before = last.flatMap { $0.report.leftOut.isEmpty ? $0.edition(options, shared, store) : nil }
    if let last, let (edition, reach) = before?.advanced(by: Set(last.changed)) {
      try store.checkOutputs()
      clock.end("reading")
      return try Publication(edition, reach, options, store, run, last, progress, notice).publish(&clock)
    }
    let edition = Edition.read(
      options, folder, shared, memory: .store(store), for: .publishing, progress: progress, notice: notice
    ).withoutBroken(store, progress: progress, notice: notice)
    let isLike = edition.leftOut.isEmpty && run?.digest == edition.digest
    let reach = isLike ? Reach.texts(edition.changedIssues) : .everything
    clock.end("reading")
    return try Publication(edition, reach, options, store, run, last, progress, notice).publish(&clock)
  }
}
