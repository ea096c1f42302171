import Bulletins
import Diagnostics
import Site
import System

/// The issues of a site, for those who only ask: drafts and texts of days to come are among them.
public struct SiteArchive: Sendable {
  /// The issues of all languages.
  public let archive: Archive
  /// The settings of the site.
  public let settings: SiteSettings
  /// How its files are read.
  public let reading: ReadingOptions
  /// Which names the authority files have.
  public let authorities: Authorities
  private let folder: ContentFolder
  private let now: Int

  /// Reads a site, from what the last check knew as far as nothing changed since.
  ///
  /// - Parameter notice: Is called with a sentence when something happens that a person may want to know at once.
  public static func read(
    _ options: BuildOptions, progress: Progress = Progress(), notice: @escaping (String) -> Void = { _ in }
  ) throws -> SiteArchive {
    try SiteFolder.check(options.site)
    let options = Check.options(options)
    let open = try OpenStore.forLooking(at: options, notice) {
      notice("a build of this site is running; waiting for its end")
    }
    return try open.use { store in
      let folder = ContentFolder(site: options.site)
      let edition = Edition.read(
        options, folder, memory: .store(store), for: .holding, progress: progress, notice: notice)
      guard let site = edition.site.value else {
        throw EnvironmentError(
          "the site can't be read", options.site,
          because: edition.findings.all.first { $0.severity == .error }?.message ?? "its settings have mistakes")
      }
      return SiteArchive(
        archive: site.materials.archive, settings: site.materials.settings, reading: edition.reading,
        authorities: site.materials.authorities, folder: folder, now: options.now)
    }
  }

  /// The day that it is where the site is at home.
  public var today: PublicationDate { SiteCalendar(timeZone: settings.timeZone).day(at: now) }

  /// A file of the site, by its path.
  public func source(_ path: String) -> SourceFile? { folder.source(path) }

  /// The issue after the last one.
  ///
  /// - Parameters:
  ///   - language: Its language.
  ///   - day: The day on which it comes out.
  public func nextIssue(in language: String, on day: PublicationDate, _ wishes: NewIssue.Wishes) -> NewIssue {
    let house = NewIssue.House(
      reading: reading, series: settings.series.ownText(in: language),
      publisher: settings.publisher.ownText(in: language), readsRunIns: settings.runInTopics)
    let issues = archive.series(in: language).map { $0.issues.map(\.issue) } ?? []
    // One that is added later than others follows those that came out before it.
    let before = issues.filter { $0.date <= day }
    return NewIssue(
      after: before.isEmpty ? issues : before, on: day, in: language, wishes, house, source: source)
  }
}
