import Diagnostics
import Text

extension PlanBuilder {
  /// Looks whether the pictures are there that settings name for the nameplate; asked when all files are planned.
  mutating func checkLogo() {
    guard let logo = settings.look.logo else { return }
    for written in [logo.light, logo.dark].compactMap({ $0 }) {
      guard let path = SiteLook.path(of: written), !hasFile(path) else { continue }
      let near = input.files.published.keys.sorted().nearest(to: path)
      report([
        Diagnostic(
          .missingLogo, "nothing is published at \(written), where the logo should be", at: logo.location,
          help: near.map { "did you mean `\($0)`?" }
            ?? "put the file into Content/static, and write its path from there")
      ])
    }
  }
}

extension DiagnosticKind {
  static let missingLogo = DiagnosticKind(
    "missing-logo", .error,
    "`logo:` in `site.yaml` names a picture that the site does not have. Its path begins below `Content/static`.")
}
