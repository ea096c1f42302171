import Diagnostics
import Site
import System

/// The way from two folders to a published site.
public enum Build {
  /// Reads, plans, makes what would differ, and publishes; with errors, the published folder stays exactly as it was.
  ///
  /// - Parameter notice: Is called with a sentence when something happens that a person may want to know at once.
  public static func run(
    _ options: BuildOptions, progress: Progress = Progress(), notice: @escaping (String) -> Void = { _ in }
  ) throws(EnvironmentError) -> BuildReport {
    guard FileAccess.kind(options.site) == .folder else {
      throw EnvironmentError("the site can't be read", options.site, because: "it is no folder")
    }
    try OutputPlace.check(options.output, of: options.site)
    let files = BuildFiles(options)
    let lock = try FileLock(files.lock) { notice("another build of this site is running; waiting for its end") }
    defer { withExtendedLifetime(lock) {} }
    let (store, note) = try Store.open(files.store, version: ProgramIdentity.current)
    if let note { notice(note) }
    let content = ContentFolder(site: options.site)
    let last = (try? store.lastRun()).flatMap { $0 }
    let report: BuildReport
    if let known = try fromLast(last, store, content, options, progress, notice) {
      report = known
    } else {
      report = try ChangedSite(options, store, content, last, progress, notice).build()
    }
    return options.verifies && report.isPublished ? try Verification.checked(report, options, progress) : report
  }

  /// What comes of a site that is as the last build left it but for a few texts; `nil` for any other.
  private static func fromLast(
    _ last: Store.Run?, _ store: Store, _ content: ContentFolder, _ options: BuildOptions, _ progress: Progress,
    _ notice: @escaping (String) -> Void
  ) throws(EnvironmentError) -> BuildReport? {
    guard let last, let since = SinceLastBuild(last, store, content, options) else { return nil }
    if since.changed.isEmpty { return since.report }
    let texts = ChangedTexts(
      options: options, store: store, content: content, last: last, since: since, progress: progress,
      notice: notice)
    return try texts.build()
  }
}
