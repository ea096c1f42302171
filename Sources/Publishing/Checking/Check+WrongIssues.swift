import Bulletins
import Diagnostics

extension Check {
  /// What is to be said of names in issues that a build would not even put in order, beside what is said of others.
  static func namesOfWrongIssues(in edition: Edition) -> [Diagnostic] {
    let files = edition.unreadable.map(\.path)
    guard !files.isEmpty, files.count <= Edition.mostLookedThrough, let materials = edition.site.value?.materials else {
      return []
    }
    let findings = NamesOfWrongIssues.findings(
      in: files, beside: materials.archive, edition.reading, source: edition.folder.source
    ) {
      Archive.of(
        $0, languages: edition.reading.languages, authorities: materials.authorities, sources: edition.folder.source
      ).1
    }
    // A name that the right ones have, too, is said there.
    let known = Set(edition.findings.all.filter { DiagnosticKind.nameKinds.contains($0.kind) }.map(\.message))
    return edition.findings.filter.said(findings.filter { !known.contains($0.message) })
  }
}
