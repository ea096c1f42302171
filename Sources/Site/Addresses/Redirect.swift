import Bulletins
import Diagnostics
import Text

/// A former address, and the page that took its place.
struct Redirect {
  let address: FormerAddress
  /// The page's address, as links in pages write it.
  let target: String
  let language: String
  /// The file of the text that the page shows.
  let origin: String
  /// What says so: a place in this file, or a pattern that holds for all.
  let source: Source

  enum Source {
    case written(Location)
    /// A key in this file that may mean something else.
    case guess
    case pattern(AddressPattern)
    /// The day of several issues, of which this one is the first.
    case sharedDay
  }

  /// Every former address of a site: first those that a text names itself, then those that hold for it as for all, and at
  /// last those that other engines would have made of the same patterns.
  static func all(of series: [PublishedSeries], _ pages: [StandingPage], _ settings: SiteSettings) -> [Redirect] {
    var written: [Redirect] = []
    var derived: [Redirect] = []
    var variants: [Redirect] = []
    for one in series {
      var lastDay = ""
      for issue in one.series.issues {
        let (file, isOnSharedDay) = (issue.issue, issue.isOnSharedDay)
        if file.formerAddresses.isEmpty, settings.oldAddresses.isEmpty, !isOnSharedDay { continue }
        let target = (one.addresses.issue(issue), one.addresses.language, file.path)
        let subject = AddressSubject(file, languages: settings.languages)
        let own = redirects(file.formerAddresses, to: target) { $0.address(of: subject) }
        written += own.filter { !$0.isGuess }
        derived += own.filter(\.isGuess)
        let patterns = settings.oldAddresses
        let usual = patterned(patterns, subject, to: target, one.addresses) { .pattern($0) }
        derived += usual
        let others = patterns.flatMap { pattern in
          subject.variants(for: pattern).flatMap { patterned([pattern], $0, to: target, one.addresses) { _ in .guess } }
        }
        let known = Set(usual.map(\.address.path))
        variants += others.filter { !known.contains($0.address.path) }
        let day = isOnSharedDay ? file.date.written(with: UInt8(ascii: "/")) : lastDay
        if day != lastDay, let address = FormerAddress(path: one.addresses.prefix + day + "/") {
          derived.append(Redirect(address, to: target, .sharedDay))
          lastDay = day
        }
      }
    }
    for page in pages where !page.formerAddresses.isEmpty {
      let url = Addresses(language: page.language, settings: settings).url(page.pagePath)
      let own = redirects(page.formerAddresses, to: (url, page.language, page.path)) { _ in nil }
      written += own.filter { !$0.isGuess }
      derived += own.filter(\.isGuess)
    }
    return written + derived + variants
  }

  private typealias Target = (url: String, language: String, origin: String)

  private init(_ address: FormerAddress, to target: Target, _ source: Source) {
    self.address = address
    (self.target, language, origin) = target
    self.source = source
  }

  /// - Parameter made: Makes an address of a pattern, which Jekyll allows in place of an address.
  private static func redirects(
    _ addresses: [WrittenFormerAddress], to target: Target, made: (AddressPattern) -> FormerAddress?
  ) -> [Redirect] {
    addresses.compactMap { written in
      var address: FormerAddress? = written.address
      if AddressPattern.hasTokens(written.address.path) {
        address = (try? AddressPattern(written.address.path, at: written.location)).flatMap(made)
      }
      return address.map { Redirect($0, to: target, written.isGuess ? .guess : .written(written.location)) }
    }
  }

  private var isGuess: Bool { if case .guess = source { true } else { false } }

  private static func patterned(
    _ patterns: [AddressPattern], _ subject: AddressSubject, to target: Target, _ addresses: Addresses,
    from source: (AddressPattern) -> Source
  ) -> [Redirect] {
    patterns.compactMap { pattern in
      guard let address = pattern.address(of: subject) else { return nil }
      // Below the root of its language, as everywhere, unless the pattern says where.
      let path = pattern.namesLanguage ? address.path : addresses.prefix + address.path
      return FormerAddress(path: path).map { Redirect($0, to: target, source(pattern)) }
    }
  }
}

extension PlacedIssue {
  /// Whether others without a number share its day, so that its address is more than that.
  fileprivate var isOnSharedDay: Bool {
    issue.number == nil && address.utf8.count > "2016/05/04".utf8.count
  }
}
