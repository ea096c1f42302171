import Diagnostics
import Site
import Templating
import Text

/// What came of a build.
public struct BuildReport: Sendable {
  /// Mistakes and warnings in the fixed order.
  public let diagnostics: [Diagnostic]
  /// How many issues, pages and feeds there are.
  public var issues = 0, pages = 0, feeds = 0
  /// Files that were written, kept as they were, removed; and files that no build wrote.
  public var written: [String] = [], kept = 0, removed: [String] = [], strangers: [String] = []
  /// Whether the site was published.
  public var isPublished: Bool { !diagnostics.containErrors }
}

/// The way from two folders to a published site.
public enum Build {
  /// Reads, plans, renders and publishes; with errors, the published folder stays exactly as it was.
  public static func run(_ options: BuildOptions, progress: Progress = Progress()) throws(EnvironmentError)
    -> BuildReport
  {
    var reader = try SiteReader(options: options, progress: progress)
    guard let materials = reader.read() else { return report(reader.diagnostics, options) }
    let (plan, problems) = SitePlan.of(materials)
    let found = report(reader.diagnostics + problems, options)
    guard found.isPublished else { return found }

    let folder = try PublicFolder(options.output, manifest: Manifest(site: options.site, output: options.output))
    let rendering = try Rendering.stage(plan, materials.templates, in: folder, options, progress)
    var report = report(reader.diagnostics + problems + rendering.diagnostics, options)
    guard report.isPublished else {
      folder.discard()
      return report
    }
    let changes = try folder.publish(rendering.files, progress: progress)
    report.count(plan, changes)
    return report
  }

  private static func report(_ diagnostics: [Diagnostic], _ options: BuildOptions) -> BuildReport {
    BuildReport(diagnostics: (options.strict ? diagnostics.map(\.asError) : diagnostics).inOrder)
  }
}

extension BuildReport {
  fileprivate mutating func count(_ plan: SitePlan, _ changes: PublicFolder.Changes) {
    issues = plan.issueCount
    feeds = plan.feedCount
    pages = plan.pages.count - feeds
    (written, kept) = (changes.written, changes.kept)
    (removed, strangers) = (changes.removed, changes.strangers)
  }
}
