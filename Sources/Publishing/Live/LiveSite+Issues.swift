import Bulletins
import Diagnostics
import Site
import System
import Text

extension LiveSite {
  /// An issue as an editor wants to know it.
  public struct IssueFacts: Sendable {
    /// What the reader understood.
    public let issue: Issue
    /// The address of its page.
    public let address: String
    /// The topics that it leads to.
    public let topics: [String]
    /// What is wrong or remarkable in its file.
    public let diagnostics: [Diagnostic]
    /// Why a build would hold it back; `nil` where it would publish it.
    public let withholding: Withholding?
    /// The addresses of its neighbours and of the feed that has it.
    public let previous: String?, next: String?, feed: String
    /// When its file was saved last, in nanoseconds of the system's clock.
    public let saved: Int
  }

  /// The issue whose page stands at an address below the site's root.
  public func issue(at address: String) -> IssueFacts? {
    guard let path = PagePath(address)?.file else { return nil }
    return state.withLock { state in
      guard let good = state.good, case .issue(let language, let place)? = good.pages[path]?.textPage,
        let series = good.materials.archive.series(in: language)
      else { return nil }
      return facts(series, place, good, state.diagnostics.filter { $0.path == series.issues[place].issue.path })
    }
  }

  /// All issues, those first that were saved last.
  public var allIssues: [IssueFacts] {
    state.withLock { state in
      guard let good = state.good else { return [] }
      let found = Dictionary(grouping: state.diagnostics, by: \.path)
      let all = good.materials.archive.series.flatMap { series in
        series.issues.indices.map { facts(series, $0, good, found[series.issues[$0].issue.path] ?? []) }
      }
      return all.sorted { ($1.saved, $0.address) < ($0.saved, $1.address) }
    }
  }

  /// The files of issues that have no page, since they never were right; with how many mistakes each has.
  public var unreadableFiles: [(path: String, mistakes: Int)] { state.withLock { $0.unreadable } }

  private func facts(
    _ series: Series, _ place: Int, _ good: LiveState.Good, _ diagnostics: [Diagnostic]
  ) -> IssueFacts {
    let issue = series.issues[place]
    let settings = good.materials.settings
    let prefix = settings.root + (series.language == settings.languages.first ? "" : series.language + "/")
    let today = SiteCalendar(timeZone: settings.timeZone).day(at: options.now)
    func address(_ place: Int?) -> String? { place.map { prefix + series.issues[$0].address + "/" } }
    return IssueFacts(
      issue: issue.issue, address: prefix + issue.address + "/",
      topics: issue.topics.map { series.topics[$0.topic].name }, diagnostics: diagnostics,
      withholding: ReleasePolicy(today: today).withholding(of: issue.issue.release),
      previous: address(issue.previous), next: address(issue.next), feed: prefix + "feed.xml",
      saved: FileStamp(options.site + "/" + issue.issue.path)?.saved ?? 0)
  }

  /// How many words the text of an issue has.
  public func wordCount(of bulletin: Issue) -> Int {
    let reading = state.withLock { $0.good?.reading } ?? ReadingOptions()
    var isInTag = false
    var isInWord = false
    var words = 0
    for byte in texts.html(at: bulletin.path, reading, hasPositions: true) {
      if byte == UInt8(ascii: "<") { isInTag = true }
      let isLetter = !isInTag && (byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80)
      if isLetter, !isInWord { words += 1 }
      // Hyphens and apostrophes join what they stand between.
      isInWord = isLetter || (isInWord && !isInTag && "-'&#;".utf8.contains(byte))
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return words
  }
}
