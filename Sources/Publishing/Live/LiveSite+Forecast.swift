import Diagnostics

extension LiveSite {
  /// What a build would do now.
  public enum Forecast: Sendable {
    /// Nothing, since there are so many errors.
    case nothing(errors: Int)
    /// It would change these files.
    case changes(PublishedDifference)
  }

  /// What a build would change in the published folder if somebody ran it now. Everything is read and made for that, as a
  /// build would: without drafts and what is not due yet.
  public func forecast() -> Forecast {
    let build = BuildOptions(site: options.site, now: options.now, jobs: options.jobs)
    let edition = Edition.read(build, ContentFolder(site: build.site), memory: .none, for: .publishing)
    let errors = edition.findings.all.count { $0.severity == .error }
    guard errors == 0, let site = edition.site.value else { return .nothing(errors: errors) }
    return .changes(PublishedDifference(site, edition.texts, build))
  }
}
