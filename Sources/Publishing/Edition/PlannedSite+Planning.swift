import Bulletins
import Diagnostics
import Site
import System

extension PlannedSite {
  /// Puts issues in order and plans their pages; no site without settings or theme.
  ///
  /// - Parameters:
  ///   - attached: What is known of the files beside texts.
  ///   - held: The texts that are held back.
  ///   - placesAdvice: Whether somebody looks at advice about the series.
  ///   - jobs: How many threads there are.
  static func planned(
    _ issues: [Issue], _ shared: SharedSources, attached: AttachedFiles, held: [HeldText], placesAdvice: Bool,
    jobs: Int
  ) -> (PlannedSite?, [Diagnostic]) {
    let folder = shared.files.folder
    let (archive, findings) = Archive.of(
      issues, languages: shared.reading.languages, authorities: shared.authorities, sources: folder.source)
    let materials = shared.materials(archive, attached: attached, held: held)
    let checks = archive.checks(
      IssuePlaces(shared.reading, source: folder.source), placesAdvice: placesAdvice, among: folder.issues)
    let (slips, planned) = both(jobs: jobs) {
      concurrently(checks.count, jobs: jobs) { checks[$0]() }.flatMap(\.self)
    } _: {
      materials.map { (site: $0, SitePlan.of($0)) }
    }
    guard let (site, (plan, problems)) = planned else { return (nil, findings + slips) }
    return (PlannedSite(site, plan: plan), findings + slips + problems)
  }

  /// The site with everything put in order anew.
  func reordered(
    _ issues: [Issue], in folder: ContentFolder, _ reading: ReadingOptions, attached: AttachedFiles
  ) -> (PlannedSite, [Diagnostic]) {
    var (archive, findings) = Archive.of(
      issues, languages: materials.languages, authorities: materials.authorities, sources: folder.source)
    let places = IssuePlaces(reading, source: folder.source)
    findings += archive.checks(places, among: folder.issues).flatMap { $0() }
    let changed = materials.with(archive, attached: attached)
    let (plan, problems) = SitePlan.of(changed)
    return (PlannedSite(changed, plan: plan), findings + problems)
  }
}
