import Foundation
import Publishing
import TestSupport
import Testing

/// What is printed of people and topics on the pages that list them.
@Suite("Indexes")
struct IndexTests {
  /// The lines of a list, without their markup.
  private func lines(_ page: String, after mark: String = "<main") throws -> [String] {
    let main = try #require(page.range(of: mark).map { String(page[$0.lowerBound...]) }).components(
      separatedBy: "</main>")[0]
    return Markup(main).parts("li").map { line in
      line.replacing(/<[^>]*>/, with: "").split { $0.isWhitespace }.joined(separator: " ")
    }
  }

  @Test("a role is left when a year of mastheads passes without a person, and not when an issue does")
  func tenures() throws {
    let site = try TemporarySite()
    let (both, ann, max) = (
      "Editors: Zed Fox, Ann Oak (Chief), Max Elm (Web)", "Editors: Ann Oak (Chief)", "Editors: Max Elm (Web)"
    )
    for (number, year, editors) in [
      (1, 2010, both), (2, 2010, max), (3, 2010, both), (4, 2011, max), (5, 2012, both), (6, 2014, ann),
      (7, 2014, both),
    ] {
      try site.addIssue(number, year: year, editors: editors)
    }
    _ = try site.build()
    let held = try lines(site.published("editors/index.html"))
    #expect(
      held == [
        "Ann Oak No. 1 (77), January 1, 2010 – No. 3 (79), January 3, 2010 (2 issues)",
        // There were no mastheads in 2013, in which nobody could have been.
        "Ann Oak No. 5 (81), January 5, 2012 – No. 7 (83), January 7, 2014 (3 issues)",
        "Max Elm No. 1 (77), January 1, 2010 – No. 7 (83), January 7, 2014 (6 issues)",
        // Who has no role stands behind those who have one.
        "Zed Fox No. 1 (77), January 1, 2010 – No. 3 (79), January 3, 2010 (2 issues)",
        "Zed Fox No. 5 (81), January 5, 2012 – No. 7 (83), January 7, 2014 (2 issues)",
      ])
  }

  @Test("other words for a topic stand in the index and say where to look")
  func seeLines() throws {
    let site = try topics()
    let index = try lines(site.published("topics/index.html"), after: "<section class=\"letter\"")
    #expect(
      index == [
        "Energy (1)", "Fuel: see Gas", "Gas (1)", "Oil (1)",
      ])
    #expect(try site.published("topics/index.html").contains("<a href=\"/topics/gas/\">Gas</a></li>"))
  }

  @Test("a topic's page leads up to the broader topic, down to the narrower ones and across to related ones")
  func relations() throws {
    let site = try topics()
    func relations(_ topic: String) throws -> [String] {
      try site.published("topics/\(topic)/index.html").components(separatedBy: "<p class=\"relations\">").dropFirst()
        .map {
          $0.components(separatedBy: "</p>")[0]
        }
    }
    let (energy, gas, oil) = (try relations("energy"), try relations("gas"), try relations("oil"))
    #expect(
      energy == [
        "Parts: <a href=\"/topics/gas/\">Gas</a>, <a href=\"/topics/oil/\">Oil</a>"
      ])
    #expect(
      gas == [
        "Also called: Fuel", "Part of: <a href=\"/topics/energy/\">Energy</a>",
        "See also: <a href=\"/topics/oil/\">Oil</a>",
      ])
    // A topic without an issue has no page to lead to.
    #expect(oil == ["Part of: <a href=\"/topics/energy/\">Energy</a>"])
  }

  @Test("a topic's page lists its issues, the newest first, and the site map says when pages changed")
  func entries() throws {
    let site = try TemporarySite()
    for number in 1...3 { try site.addIssue(number, title: "Title \(number)", body: "**Gas.** Text.") }
    _ = try site.build()
    let page = try site.published("topics/gas/index.html")
    #expect(page.matches(of: /href="\/2010\/(\d)\/#gas"/).map { String($0.output.1) } == ["3", "2", "1"])
    let map = try site.published("sitemap.xml")
    #expect(map.contains("<url><loc>https://b.example.org/2010/2/</loc><lastmod>2010-01-02</lastmod></url>"))
    #expect(map.contains("<url><loc>https://b.example.org/topics/gas/</loc><lastmod>2010-01-03</lastmod></url>"))
  }

  private func topics() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write(
      "Content/topics.yaml",
      "- name: Energy\n- name: Gas\n  also: [Fuel]\n  broader: Energy\n  related: [Oil, Coal]\n"
        + "- name: Oil\n  broader: Energy\n- name: Coal\n")
    try site.addIssue(1, body: "**Gas.** One.\n\n**Oil.** Two.\n\n**Energy.** Three.")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    return site
  }

  @Test("a person's page lists what they wrote and the roles they had, year by year")
  func person() throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "First", byline: "Ann Oak", editors: "Editors: Ann Oak (Chief), Max Elm")
    try site.addIssue(
      2, year: 2011, title: "Second", byline: "Max Elm, Ann Oak", editors: "Editors: Ann Oak (Chief; Web)")
    _ = try site.build()
    let page = try site.published("people/ann-oak/index.html")
    let titles = page.matches(of: /<a href="\/(\d+\/\d+)\/"[^>]*>(First|Second)<\/a>/).map { String($0.output.2) }
    #expect(titles == ["Second", "First"], "the newest stands first")
    #expect(page.contains("Chief") && page.contains("Web"))
    #expect(try site.published("people/index.html").contains("Oak, Ann"))
  }
}

@Suite("Dates in feeds")
struct FeedDateTests {
  @Test("a feed and its items are dated where the site is at home")
  func zone() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", "title: B\nbase_url: https://x.org/\ntime_zone: America/St_Johns\n")
    try site.addIssue(7)
    _ = try site.build()
    let date = "Thu, 07 Jan 2010 00:00:00 -0330"
    #expect(try Markup(site.published("feed.xml")).parts("pubDate") == [date, date], "of the feed and of its item")
  }
}
