import Diagnostics
import Site
import System

/// Compares a published site with one that is built anew, in memory and without the store.
enum CleanComparison {
  /// The report, with an error for each file that is not what a clean build makes.
  ///
  /// - Parameter known: What the store knows of the published files.
  static func checked(
    _ report: BuildReport, _ known: [String: Store.Output], _ options: BuildOptions, _ progress: Progress
  ) -> BuildReport {
    let edition = Edition.read(
      options, ContentFolder(site: options.site), memory: .none, for: .publishing, progress: progress)
    guard let anew = edition.site.value else { return report }
    let making = PictureMaking(of: anew.plan, anew.materials, site: options.site)
    let difference = PublishedDifference(anew, edition.texts, options, making, progress: progress)
    // What the last build wrote down of itself must be right, too.
    let listed = Manifest(site: options.site, output: options.output).known
    let wrong = difference.all + difference.unlisted(in: listed)
    var verified = report
    verified.diagnostics += Set(wrong).sorted().map { path in
      if known[path]?.isWhole(in: options.output, at: path) == false {
        Diagnostic(
          .changedOutput, "the published file is not as it was written, though its time says so", in: path,
          help: "build with `--repair`, which writes it anew; what is to stay belongs into Content or Templates")
      } else {
        Diagnostic(
          .notVerified, "the published file is not what a clean build makes", in: path,
          help: "build with `--repair`, which writes it anew; please report this, it must not happen")
      }
    }
    verified.verification = wrong.isEmpty ? .same(difference.count) : .differs
    return verified
  }
}

extension DiagnosticKind {
  static let notVerified = DiagnosticKind(
    "not-verified", .error,
    "`build --verify` made the whole site anew and found a published file that differs. The build that wrote it was wrong; `build --repair` makes it right."
  )
  static let changedOutput = DiagnosticKind(
    "changed-output", .error,
    "`build --verify` found a published file that somebody changed, or a disk lost, after a build had written it, with its size and time as they were: no other build notices that. `build --repair` writes it anew."
  )
}
