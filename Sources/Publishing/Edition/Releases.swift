import Bulletins
import Diagnostics
import Site

/// A text that is held back.
public struct HeldText: Sendable, Equatable {
  /// The path of its file, relative to the site.
  public let path: String
  /// Its title, where it can be read.
  public let title: String?
  /// Why.
  public let reason: Withholding
  /// Where it would be found; `nil` where that can't be told.
  public let place: Place?

  /// Where a text would be found, were it out.
  public struct Place: Sendable, Equatable {
    /// Its language.
    let language: String
    /// Its page below the root of the language.
    let page: String
    /// The paths below the site's root at which it was found before.
    let former: [String]

    /// All of it as texts, which the store and digests hold.
    var parts: [String] { [language, page] + former }
  }

  /// A text that is held back.
  public init(path: String, title: String?, reason: Withholding, place: Place? = nil) {
    (self.path, self.title, self.reason, self.place) = (path, title, reason, place)
  }
}

extension HeldText.Place {
  /// The place of an issue, if it is the only one of its day or has a number.
  init(_ issue: Issue) {
    self.init(
      language: issue.language, page: issue.ownAddress + "/", former: issue.formerAddresses.map(\.address.path))
  }

  /// A place from its parts; `nil` for parts of none.
  init?(parts: [String]) {
    guard parts.count > 1 else { return nil }
    self.init(language: parts[0], page: parts[1], former: Array(parts[2...]))
  }

  /// The place of a standing page.
  init(_ page: StandingPage) {
    self.init(
      language: page.language, page: page.pagePath, former: page.formerAddresses.map(\.address.path))
  }
}

/// Decides which texts are out, and remembers those that are held back.
struct Releases: Sendable {
  private let policy: ReleasePolicy
  private let calendar: SiteCalendar
  /// The texts that are held back, in the order in which they were asked for.
  private(set) var held: [HeldText] = []
  /// The next day on which other texts are due.
  private(set) var nextChange: PublicationDate?
  /// The next day on which something else is to be said of texts that are out.
  private var nextFinding: PublicationDate?

  /// - Parameters:
  ///   - timeZone: Where the site is at home; Greenwich while that is not known.
  ///   - held: What is known to be held back.
  init(_ options: BuildOptions, timeZone: String?, held: [HeldText] = []) {
    self.held = held
    calendar = SiteCalendar(timeZone: timeZone ?? "UTC")
    policy = ReleasePolicy(today: calendar.day(at: options.now), exceptions: options.exceptions)
  }

  /// Changes of texts that are dated in days to come.
  func lateUpdates(_ issues: [Issue], in folder: ContentFolder, _ reading: ReadingOptions) -> [Diagnostic] {
    LateUpdate.findings(issues, after: policy.today, IssuePlaces(reading, source: folder.source))
  }

  /// The files of the texts that are held back.
  var paths: Set<String> { Set(held.map(\.path)) }

  /// Where the texts would be found that are held back.
  static func pages(of held: [HeldText], _ settings: SiteSettings) -> HeldPages {
    var pages = HeldPages()
    for text in held {
      guard let place = text.place else { continue }
      pages.add(text.path, page: place.page, former: place.former, language: place.language, settings: settings)
    }
    return pages
  }

  /// The seconds since 1970 in which the same texts are out.
  var validity: Range<Int> {
    let start = calendar.start(of: policy.today)
    return
      start..<max(start + 1, [nextChange, nextFinding].compactMap(\.self).min().map { calendar.start(of: $0) } ?? .max)
  }

  /// Whether an issue is out, or would be if it had no mistakes; what is wrong with a draft keeps nothing from being
  /// published.
  mutating func admit(_ reading: Reading, of path: String) -> Bool {
    reading.issue.map { admit($0) } ?? admit(Release(isDraft: reading.isDraft), of: path, titled: nil, at: nil)
  }

  /// Whether an issue is out.
  mutating func admit(_ issue: Issue) -> Bool {
    if let day = LateUpdate.day(of: issue, after: policy.today) { nextFinding = min(nextFinding ?? day, day) }
    return admit(issue.release, of: issue.path, titled: issue.title, at: HeldText.Place(issue))
  }

  /// Whether a standing page is out.
  mutating func admit(_ page: StandingPage) -> Bool {
    admit(page.release, of: page.path, titled: page.title, at: HeldText.Place(page))
  }

  private mutating func admit(_ release: Release, of path: String, titled title: String?, at place: HeldText.Place?)
    -> Bool
  {
    if let day = policy.nextChange(of: release) { nextChange = min(day, nextChange ?? day) }
    guard let why = policy.withholding(of: release) else { return true }
    held.append(HeldText(path: path, title: title, reason: why, place: place))
    return false
  }
}
