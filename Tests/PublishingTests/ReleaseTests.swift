import Bulletins
import Foundation
import TestSupport
import Testing

@testable import Publishing
@testable import Site

@Suite("Texts that are not due")
struct ReleaseTests {
  /// Noon in Greenwich on a day.
  private func noon(_ year: Int, _ month: Int, _ day: Int) throws -> Int {
    try #require(PublicationDate(year: year, month: month, day: day)).daysSince1970 * 86_400 + 43_200
  }

  @Test(
    "a link to the address of a text that is not due is its words, and leads there when it is out",
    arguments: [
      "/2010/9/", "/2010/9", "https://b.example.org/2010/9/", "../9/", "/2010/9/#ice", "/old/nine/",
      "/2010/9/index.html",
    ])
  func addresses(address: String) throws {
    let site = try TemporarySite()
    try site.addIssue(
      1, body: "It [is *ice*](\(address)), <a class=\"x\" href=\"\(address)\">too</a>, and [not](/about/).")
    try site.addIssue(9, body: "**Ice.** It came.", frontMatter: "---\naliases: [/old/nine/]\n---\n\n")
    try site.write("Content/pages/about.md", "# About\n\nOf us.\n")
    let early = try site.build(now: try noon(2010, 1, 5))
    #expect(early.diagnostics.map(\.kind.name) == ["link-to-held-text", "link-to-held-text"])
    #expect(early.diagnostics.allSatisfy { $0.message.contains("Content/bulletins/9.md") })
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("It is <em>ice</em>, too, and <a href=\"/about/\">not</a>."), "\(page)")
    let due = try site.build(now: try noon(2010, 1, 9))
    #expect(due.diagnostics.isEmpty && due.written.contains("2010/1/index.html"))
    #expect(try site.published("2010/1/index.html").contains(">is <em>ice</em></a>"))
    #expect(try site.build(now: try noon(2010, 1, 5)).diagnostics.count == 2)
  }

  @Test("a link to the address of a text that is not due is words in an abstract, too, and in feeds")
  func addressesInHeads() throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "The [Ice](/2010/9/)", abstract: "*It [came](/2010/9/).*")
    try site.addIssue(9, frontMatter: "---\ndraft: true\n---\n\n")
    #expect(try site.build().diagnostics.map(\.kind.name) == ["link-to-held-text", "link-to-held-text"])
    for file in ["2010/1/index.html", "feed.xml", "index.html"] {
      #expect(try !site.published(file).contains("2010/9"), "\(file)")
    }
  }

  @Test("where a draft would be found may change, and a standing page is held back, too")
  func movedDrafts() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "See [a](/plan/), [b](/2010/9/), [c](/2010/8/).")
    try site.addIssue(9, frontMatter: "---\ndraft: true\n---\n\n")
    try site.write("Content/pages/plan.md", "---\ntitle: Plan\ndraft: true\n---\n\nText.\n")
    func kinds() throws -> [String] { try site.build(now: try noon(2010, 2, 5)).diagnostics.map(\.kind.name) }
    #expect(try kinds() == ["link-to-held-text", "link-to-held-text", "broken-link"])
    let draft = try site.read("Content/bulletins/9.md")
    try site.write("Content/bulletins/9.md", draft.replacingOccurrences(of: "No. 9 ", with: "No. 8 "))
    #expect(try kinds() == ["link-to-held-text", "broken-link", "link-to-held-text"])
    #expect(try site.published("2010/1/index.html").contains("See a, <a href=\"/2010/9/\">b</a>, c."))
  }

  @Test("an issue comes out on its day, from a warm store, and is nowhere before")
  func scheduled() throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "Ice on the Quay")
    try site.addIssue(9, title: "The Sealed Harbour", byline: "Ines Rook")
    let early = try site.build(now: try noon(2010, 1, 5))
    #expect(early.held.map(\.path) == ["Content/bulletins/9.md"])
    #expect(early.nextBuild?.description == "2010-01-09")
    for (file, bytes) in try site.publishedFiles() {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Sealed Harbour") && !text.contains("Ines Rook"), "\(file) names what is held back")
    }
    let still = try site.build(now: try noon(2010, 1, 8))
    #expect(still.held == early.held && still.made.isEmpty)
    let due = try site.build(now: try noon(2010, 1, 9))
    #expect(due.held.isEmpty && due.nextBuild == nil)
    #expect(try site.published("feed.xml").contains("The Sealed Harbour"))
    #expect(try site.published("people/ines-rook/index.html").contains("The Sealed Harbour"))
    // A clock that was set back takes it down again.
    let back = try site.build(now: try noon(2010, 1, 8))
    #expect(back.held.count == 1)
    #expect(throws: (any Error).self) { try site.published("2010/9/index.html") }
  }

  @Test("a day begins where the site is at home")
  func timeZone() throws {
    let site = try TemporarySite()
    try site.addIssue(9)
    let midnight = try noon(2010, 1, 9) - 43_200 - 3_600
    #expect(try site.build(now: midnight - 1).held.count == 1)
    #expect(try site.build(now: midnight).held.isEmpty)
  }

  @Test("each way to say that a text is unfinished keeps it back, and two flags let out two kinds")
  func forms() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    let now = try noon(2010, 2, 1)
    let drafts = [
      "draft: true", "draft: yes", "published: false", "status: draft", "Status: Draft", "publish: false",
      "private: true",
    ]
    for (index, line) in drafts.enumerated() {
      try site.addIssue(10 + index, frontMatter: "---\n\(line)\n---\n\n")
    }
    try site.addIssue(20, file: "_drafts/20")
    try site.addIssue(19, file: "_Drafts/19")
    try site.addIssue(21, frontMatter: "---\npublishDate: 2010-03-01\n---\n\n")
    try site.addIssue(22, frontMatter: "---\nexpires: 2010-02-01\n---\n\n")
    try site.write("Content/pages/plan.md", "---\ntitle: Plan\npublished: no\n---\n\nText.\n")
    let plain = try site.build(now: now)
    #expect(plain.issues == 1 && plain.held.count == drafts.count + 5)
    #expect(plain.held.count { $0.reason == .draft } == drafts.count + 3)
    let withDrafts = try site.build(exceptions: .drafts, now: now)
    #expect(withDrafts.issues == drafts.count + 3)
    #expect(try site.published("2010/10/index.html").contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(try !site.published("2010/1/index.html").contains("noindex"))
    #expect(try !site.published("sitemap.xml").contains("/2010/10/"))
    #expect(try !site.published("feed.xml").contains("/2010/10/"))
    let withFuture = try site.build(exceptions: .future, now: now)
    #expect(withFuture.issues == 2 && withFuture.nextBuild == nil)
  }

  @Test("of several days, the last one lets a text out and the first one ends it, in whatever order they stand")
  func severalDays() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    let now = try noon(2010, 2, 1)
    let keys = [
      "embargo: 2010-03-01\npubDate: 2010-01-01", "pubDate: 2010-01-01\nembargo: 2010-03-01",
      "publish_date: 2010-03-01\npublished: 2010-01-01", "expires: 2010-01-31\nunpublishDate: 2010-05-01",
      "unpublishDate: 2010-05-01\nexpires: 2010-01-31",
    ]
    for (index, lines) in keys.enumerated() {
      try site.addIssue(10 + index, frontMatter: "---\n\(lines)\n---\n\n")
    }
    // A theme's list of what is hidden says nothing of the text.
    try site.addIssue(20, frontMatter: "---\nhidden: [toc]\n---\n\n")
    let result = try site.build(now: now)
    #expect(result.issues == 2 && result.held.count == keys.count)
  }

  @Test("what is wrong with a draft keeps nothing from being published")
  func brokenDraft() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/bulletins/2.md", "---\ndraft: true\ndate: 2010-02-31\n---\n\nText.\n")
    #expect(try site.build().isPublished)
    #expect(try !site.build(exceptions: .drafts).isPublished)
  }

  @Test("a link to what is held back is said where it stands, and its words are published")
  func links() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "First line;\nsee [the *next* one](2.md#x \"soon\") for more.")
    try site.addIssue(2, frontMatter: "---\ndraft: true\n---\n\n")
    let report = try site.build()
    let finding = try #require(report.diagnostics.first)
    #expect(finding.kind.name == "link-to-held-text" && finding.location?.line == 16)
    #expect(try site.published("2010/1/index.html").contains("see the <em>next</em> one for more."))
  }

  @Test("on any day, a preview marks what a build holds back, and nothing else, with the same words", arguments: 1...6)
  func preview(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let site = try TemporarySite()
    let ways = [
      "", "draft: true", "published: false", "status: draft", "expires: 2010-01-%", "publish_date: 2010-01-%",
      "publish_date: 2010-02-%", "expiryDate: 2010-02-%", "draft: false\nexpires: 2010-01-%", "date: 2010-01-%",
    ]
    for number in 1...12 {
      let day = random.roll(20) + 10
      let lines = random.pick(ways).replacing("%", with: String(day))
      try site.addIssue(number, frontMatter: lines.isEmpty ? "" : "---\n\(lines)\n---\n\n")
    }
    for _ in 1...4 {
      let now = try noon(2010, 1, 1) + random.roll(60) * 86_400
      let held = try site.build(now: now).held.map { "\($0.path): \($0.reason.name)" }
      let live = LiveSite(site: site.path, now: now)
      try live.load()
      let marked = live.allIssues.compactMap { issue in issue.withholding.map { "\(issue.issue.path): \($0.name)" } }
      #expect(live.allIssues.count == 12)
      #expect(marked.sorted() == held.sorted(), "on day \(now / 86_400) since 1970")
    }
  }
}
