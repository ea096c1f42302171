import Bulletins
import Diagnostics
import Site

extension PlannedSite {
  /// Puts issues in order and plans their pages; no site without settings or theme.
  ///
  /// - Parameters:
  ///   - attached: What is known of the files beside texts.
  ///   - held: Files whose texts are held back.
  static func planned(
    _ issues: [Issue], _ shared: SharedSources, attached: AttachedFiles, held: Set<String>
  ) -> (PlannedSite?, [Diagnostic]) {
    let (archive, mistakes) = Archive.of(
      issues, languages: shared.reading.languages, authorities: shared.authorities,
      sources: shared.files.folder.source)
    guard let materials = shared.materials(archive, attached: attached, held: held) else { return (nil, mistakes) }
    let (plan, problems) = SitePlan.of(materials)
    return (PlannedSite(materials, plan: plan), mistakes + problems)
  }

  /// The site with everything put in order anew.
  func reordered(
    _ issues: [Issue], in folder: ContentFolder, attached: AttachedFiles
  ) -> (PlannedSite, [Diagnostic]) {
    let (archive, mistakes) = Archive.of(
      issues, languages: materials.languages, authorities: materials.authorities, sources: folder.source)
    let changed = materials.with(archive, attached: attached)
    let (plan, problems) = SitePlan.of(changed)
    return (PlannedSite(changed, plan: plan), mistakes + problems)
  }
}
