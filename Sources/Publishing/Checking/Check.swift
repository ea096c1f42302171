import Bulletins
import Coding
import Diagnostics
import Site
import System
import Text

/// Looks at a site as a build would make it, and publishes nothing.
public enum Check {
  /// Reads what changed since the last check, and says everything that is wrong or remarkable, advice included. Texts that
  /// a build would hold back are looked at as if they were out.
  ///
  /// - Parameter notice: Is called with a sentence when something happens that a person may want to know at once.
  public static func run(
    _ options: BuildOptions, progress: Progress = Progress(), notice: @escaping (String) -> Void = { _ in }
  ) throws -> CheckReport {
    try using(options, notice) { options, store in
      known(options, store).flatMap { _ in (try? store.findings()).flatMap { $0 } }.flatMap { CheckReport(stored: $0) }
        ?? report(options, store, progress, notice)
    }
  }

  /// The same for those who need no more than what a person reads at once. Where nothing changed, most of what was found
  /// is not even looked at.
  public static func summary(
    _ options: BuildOptions, progress: Progress = Progress(), notice: @escaping (String) -> Void = { _ in }
  ) throws -> CheckSummary {
    try using(options, notice) { options, store in
      known(options, store).flatMap { CheckSummary(stored: $0) }
        ?? CheckSummary(of: report(options, store, progress, notice))
    }
  }

  private static func using<Answer>(
    _ options: BuildOptions, _ notice: (String) -> Void, _ look: (BuildOptions, Store) -> Answer
  ) throws -> Answer {
    try SiteFolder.check(options.site)
    let options = Check.options(options)
    let open = try OpenStore.forLooking(at: options, notice) {
      notice("a build of this site is running; waiting for its end")
    }
    return open.use { store in look(options, store) }
  }

  /// What the last check had to say, if nothing changed since. A store that can't be read is as good as none.
  private static func known(_ options: BuildOptions, _ store: Store) -> Bytes? {
    guard let run = (try? store.lastRun()).flatMap({ $0 }), let inputs = InputRecord(bytes: run.inputs),
      inputs.changes(for: options, ContentFolder(site: options.site))?.isEmpty == true
    else { return nil }
    return run.report
  }

  /// How a site is read by those who look at everything.
  static func options(_ options: BuildOptions) -> BuildOptions {
    var options = options
    options.exceptions = [.drafts, .future, .expired]
    options.looksAtStyle = true
    options.keepsAccepted = true
    // What it knows is kept apart from what builds know: they read texts without looking at their style.
    options.output = options.site + "/.bulletin/check"
    return options
  }

  private static func report(
    _ options: BuildOptions, _ store: Store, _ progress: Progress, _ notice: (String) -> Void
  ) -> CheckReport {
    let folder = ContentFolder(site: options.site)
    let edition = Edition.read(
      options, folder, memory: .store(store), for: .holding, progress: progress, notice: notice)
    let inputs = InputRecord(
      options, folder, attachments: edition.attachments, stamps: edition.stamps,
      validity: edition.releases.validity)
    let accepted = folder.source(AcceptedFile.path).map { AcceptedFile.read($0).0 } ?? AcceptedFindings()
    let report = CheckReport(
      texts: folder.issues.count + folder.pages.count,
      findings: (edition.findings.all + edition.imagesMissingInWrongIssues + namesOfWrongIssues(in: edition)).inOrder,
      accepted)
    var changes = Store.Changes()
    changes.run = Store.NewRun(inputs: inputs.write, report: CheckSummary(of: report).write, digest: edition.digest)
    changes.findings = report.write
    // One that can't be written costs the next check time, and nothing else.
    try? store.keep(changes)
    if options.isLast { ProcessLifetime.extend((edition, report)) }
    return report
  }
}
