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
    guard let path = PagePath(address)?.file, let edition, let site = edition.site.value,
      case .issue(let language, let index)? = site.page(at: path)?.textPage,
      let series = site.materials.archive.series(in: language)
    else { return nil }
    let file = series.issues[index].issue.path
    let known = edition.findings.all.filter { $0.path == file }
    let style = edition.findings.filter.said(style(of: file, edition.reading, besides: known))
    return facts(series, index, site, (known + style).inOrder)
  }

  /// What only somebody who looks at one text wants to know of it.
  private func style(of path: String, _ reading: ReadingOptions, besides known: [Diagnostic]) -> [Diagnostic] {
    guard let bytes = try? SiteSources(of: options.site).read(path) else { return [] }
    var reading = reading
    reading.looksAtStyle = true
    return Issue.read(SourceFile(path: path, bytes: bytes), options: reading).diagnostics.filter {
      $0.severity == .advice && !known.contains($0)
    }
  }

  /// All issues, those first that were saved last.
  public var allIssues: [IssueFacts] {
    guard let edition, let site = edition.site.value else { return [] }
    let found = Dictionary(grouping: edition.findings.all, by: \.path)
    let all = site.materials.archive.series.flatMap { series in
      series.issues.indices.map { facts(series, $0, site, found[series.issues[$0].issue.path] ?? []) }
    }
    return all.sorted { ($1.saved, $0.address) < ($0.saved, $1.address) }
  }

  private func facts(
    _ series: Series, _ index: Int, _ site: PlannedSite, _ diagnostics: [Diagnostic]
  ) -> IssueFacts {
    let placed = series.issues[index]
    let settings = site.materials.settings
    let addresses = Addresses(language: series.language, settings: settings)
    let today = SiteCalendar(timeZone: settings.timeZone).day(at: options.now)
    func address(_ index: Int?) -> String? { index.map { addresses.issue(series.issues[$0]) } }
    return IssueFacts(
      issue: placed.issue, address: addresses.issue(placed),
      topics: placed.topics.map { series.topics[$0.topic].name }, diagnostics: diagnostics,
      withholding: ReleasePolicy(today: today).withholding(of: placed.issue.release),
      previous: address(series.previous(index)), next: address(series.next(index)), feed: addresses.url("feed.xml"),
      saved: FileStamp(options.site + "/" + placed.issue.path)?.saved ?? 0)
  }

  /// How many words the text of an issue has.
  public func wordCount(of issue: Issue) -> Int {
    let reading = edition?.reading ?? ReadingOptions()
    var isInTag = false
    var isInWord = false
    var words = 0
    for byte in texts.texts(at: issue.path, reading, hasPositions: true).joined() {
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
