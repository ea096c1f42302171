import Bulletins
import Diagnostics
import Site

extension Edition {
  /// The images that are not there in issues that can't be read for another reason: one run says all errors, and not the
  /// next ones when the first are mended.
  var imagesMissingInWrongIssues: [Diagnostic] {
    let said = findings.all
    let wrong = Set(said.lazy.filter { $0.severity == .error }.map(\.path))
    let paths = folder.issues.filter { wrong.contains($0) }.prefix(Edition.mostLookedThrough)
    let outlines = paths.compactMap { folder.source($0).flatMap { Issue.outline($0, options: reading) } }
    if outlines.isEmpty { return [] }
    let check = AttachmentCheck(of: outlines, [], in: folder) {
      FormerFolders(of: folder.issues.lazy.compactMap { issues[$0]?.good } + outlines, site.value?.materials.settings)
    }
    let found = check.diagnostics.filter { $0.severity == .error }
    return findings.filter.said(found).without(said.lazy.filter { wrong.contains($0.path) })
  }
}
