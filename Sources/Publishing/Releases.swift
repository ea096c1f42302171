import Bulletins
import Site

/// Decides which texts are out, and remembers those that are held back.
struct Releases {
  private let policy: ReleasePolicy
  private let calendar: SiteCalendar
  private let now: Int
  /// The texts that are held back, in the order of their paths.
  private(set) var held: [BuildReport.HeldText] = []
  /// The next day on which other texts are due.
  private(set) var nextChange: PublicationDate?

  /// - Parameter timeZone: Where the site is at home; Greenwich while that is not known.
  init(_ options: BuildOptions, timeZone: String?) {
    now = options.now
    calendar = SiteCalendar(timeZone: timeZone ?? "UTC")
    policy = ReleasePolicy(today: calendar.day(at: now), exceptions: options.exceptions)
  }

  /// The files of the texts that are held back.
  var paths: Set<String> { Set(held.map(\.path)) }

  /// The seconds since 1970 in which the same texts are out.
  var validity: Range<Int> {
    let start = calendar.start(of: policy.today)
    return start..<max(start + 1, nextChange.map { calendar.start(of: $0) } ?? .max)
  }

  /// Whether an issue is out, or would be if it had no mistakes; what is wrong with a draft keeps nothing from being
  /// published.
  mutating func admit(_ reading: Reading, of path: String) -> Bool {
    let release = reading.issue?.release ?? Release(isDraft: reading.isDraft)
    return admit(release, of: path, titled: reading.issue?.title)
  }

  /// Whether a text is out.
  mutating func admit(_ release: Release, of path: String, titled title: String?) -> Bool {
    if let day = policy.nextChange(of: release) { nextChange = min(day, nextChange ?? day) }
    guard let why = policy.withholding(of: release) else { return true }
    held.append(BuildReport.HeldText(path: path, title: title, reason: why))
    return false
  }
}
