import Bulletins
import Site

/// A text that is held back.
public struct HeldText: Sendable, Equatable {
  /// The path of its file, relative to the site.
  public let path: String
  /// Its title, where it can be read.
  public let title: String?
  /// Why.
  public let reason: Withholding
}

/// Decides which texts are out, and remembers those that are held back.
struct Releases: Sendable {
  private let policy: ReleasePolicy
  private let calendar: SiteCalendar
  /// The texts that are held back, in the order in which they were asked for.
  private(set) var held: [HeldText] = []
  /// The next day on which other texts are due.
  private(set) var nextChange: PublicationDate?

  /// - Parameters:
  ///   - timeZone: Where the site is at home; Greenwich while that is not known.
  ///   - held: What is known to be held back.
  init(_ options: BuildOptions, timeZone: String?, held: [HeldText] = []) {
    self.held = held
    calendar = SiteCalendar(timeZone: timeZone ?? "UTC")
    policy = ReleasePolicy(today: calendar.day(at: options.now), exceptions: options.exceptions)
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
    held.append(HeldText(path: path, title: title, reason: why))
    return false
  }
}
