import Diagnostics
import Site
import System

/// Compares a published site with one that is built anew, in memory and without the store.
enum CleanComparison {
  /// The report, with an error for each file that is not what a clean build makes.
  static func checked(_ report: BuildReport, _ options: BuildOptions, _ progress: Progress) -> BuildReport {
    let edition = Edition.read(
      options, ContentFolder(site: options.site), memory: .none, for: .publishing, progress: progress)
    guard let anew = edition.site.value else { return report }
    let difference = PublishedDifference(anew, edition.texts, options, progress: progress)
    // What the last build wrote down of itself must be right, too.
    let listed = Manifest(site: options.site, output: options.output).read()
    let wrong = difference.all + difference.unlisted(in: listed)
    var verified = report
    verified.diagnostics += Set(wrong).sorted().map { path in
      Diagnostic(
        .notVerified, "the published file is not what a clean build makes", in: path,
        help: "delete the folder `.bulletin` and build again; please report this, it must not happen")
    }
    verified.verification = wrong.isEmpty ? .same(difference.count) : .differs
    return verified
  }
}

extension DiagnosticKind {
  static let notVerified = DiagnosticKind(
    "not-verified", .error,
    "`build --verify` made the whole site anew and found a published file that differs. The build that wrote it was wrong; deleting `.bulletin` and building again makes it right."
  )
}
