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
    return words(of: "li", in: main)
  }

  /// What stands in each element of a name, without the markup.
  private func words(of element: String, in markup: String) -> [String] {
    Markup(markup).parts(element).map { part in
      part.replacing(/<[^>]*>/, with: " ").split { $0.isWhitespace }.joined(separator: " ")
        .replacing(" ,", with: ",").replacing(" )", with: ")").replacing("( ", with: "(").replacing(" :", with: ":")
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
    let page = try site.published("editors/index.html")
    let held = words(of: "tr", in: page)
    #expect(
      held == [
        "Name Time Issues 2010 2014", "Chief", "Ann Oak No. 1 (77), January 1, 2010 – No. 3 (79), January 3, 2010 2",
        // There were no mastheads in 2013, in which nobody could have been.
        "Ann Oak No. 5 (81), January 5, 2012 – No. 7 (83), January 7, 2014 3", "Web",
        "Max Elm No. 1 (77), January 1, 2010 – No. 7 (83), January 7, 2014 6",
        // Who has no role stands behind those who have one.
        "Editor", "Zed Fox No. 1 (77), January 1, 2010 – No. 3 (79), January 3, 2010 2",
        "Zed Fox No. 5 (81), January 5, 2012 – No. 7 (83), January 7, 2014 2",
      ])
    let today = try lines(page)
    #expect(today == ["Zed Fox", "Ann Oak Chief", "Max Elm Web"], "the newest masthead stands first")
    let bars = Markup(page).values(of: "x")
    #expect(bars == ["0", "500", "0", "0", "500"], "each time is drawn where it was")
  }

  @Test("other words for a topic stand in the index and say where to look")
  func seeLines() throws {
    let site = try topics()
    let index = try lines(site.published("topics/index.html"), after: "<section class=\"letter\"")
    #expect(
      index == [
        "Energy (1)", "Fuel: see Gas", "Gas (1)", "Oil (1)", "Power",
      ])
    #expect(try site.published("topics/index.html").contains("<a href=\"/topics/gas/\">Gas</a></li>"))
  }

  @Test("what has no number is called by its date, which lists say once")
  func withoutNumbers() throws {
    let site = try TemporarySite()
    for (day, title) in [("05", "Ice"), ("06", "Nets")] {
      try site.write(
        "Content/bulletins/2010/\(title).md",
        "---\ntitle: \(title)\ndate: 2010-01-\(day)\ntopics: [Ports]\neditors: [Ann Oak]\n---\n\nText.\n")
    }
    _ = try site.build()
    for page in ["index.html", "topics/ports/index.html"] {
      let shown = try Markup(Markup(site.published(page)).part("main").raw)
      #expect(shown.count(of: "January 5, 2010") == 1 && shown.count(of: "January 6, 2010") == 1, "\(page)")
    }
    #expect(try !site.published("editors/index.html").contains("January 6, 2010, January"))
  }

  @Test("what stands in the place of a number is what an issue is called by, and its date stands beside it")
  func inPlaceOfNumbers() throws {
    let site = try TemporarySite()
    for (day, title) in [("05", "Ice"), ("06", "Nets")] {
      try site.write(
        "Content/bulletins/2010/\(title).md",
        "---\ntitle: \(title)\ndate: 2010-01-\(day)\nspecial: Winter Issue\neditors: [Ann Oak]\n---\n\nText.\n")
    }
    _ = try site.build()
    for page in ["index.html", "2010/index.html", "2010/01/06/index.html", "editors/index.html"] {
      let shown = try site.published(page)
      #expect(shown.contains("Winter Issue") && shown.contains("January 6, 2010"), "\(page)")
    }
  }

  @Test("a topic's page leads up to the broader topic, down to the narrower ones and across to related ones")
  func relations() throws {
    let site = try topics()
    func relations(_ topic: String) throws -> [String] {
      let list = try Markup(site.published("topics/\(topic)/index.html")).part("dl").raw
      return zip(words(of: "dt", in: list), words(of: "dd", in: list)).map { $0 + ": " + $1 }
    }
    #expect(try relations("energy") == ["Part of: Power", "Parts: Gas Oil"])
    #expect(try relations("gas") == ["Also called: Fuel", "Part of: Power Energy", "See also: Oil"])
    // What Gas says of both holds for Oil, too; Coal, of which nobody wrote, has no page to lead to.
    #expect(try relations("oil") == ["Part of: Power Energy", "See also: Gas"])
    #expect(try site.publishedFiles()["topics/coal/index.html"] == nil)
  }

  @Test("of a chain of topics without end, a page shows the steps that a reader goes")
  func chain() throws {
    let site = try TemporarySite()
    let names = (0..<40).map { "Step \($0 + 1)" }
    try site.write(
      "Content/topics.yaml",
      zip(names, names.dropFirst()).map { "- name: \($0)\n  broader: \($1)\n" }.joined() + "- name: \(names[39])\n")
    try site.addIssue(1, body: names.map { "**\($0).** Text." }.joined(separator: "\n\n"))
    _ = try site.build()
    let list = try Markup(site.published("topics/step-1/index.html")).part("dl").raw
    #expect(list.contains("Step 25") && !list.contains("Step 26"))
  }

  @Test("a topic of which only the parts are written about has a page and a line, and no feed")
  func widerTopic() throws {
    let site = try topics()
    let page = try Markup(site.published("topics/power/index.html"))
    #expect(page.text.contains("<h1>Power</h1>") && !page.text.contains("feed.xml\">RSS</a> ·"))
    #expect(page.text.contains("<a href=\"/topics/energy/\">Energy</a>"))
    #expect(try site.published("topics/index.html").contains("<li><a href=\"/topics/power/\">Power</a></li>"))
    #expect(try site.publishedFiles()["topics/power/feed.xml"] == nil)
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
      "- name: Power\n- name: Energy\n  broader: Power\n- name: Gas\n  also: [Fuel]\n  broader: Energy\n  related: [Oil, Coal]\n"
        + "- name: Oil\n  broader: Energy\n- name: Coal\n")
    try site.addIssue(1, body: "**Gas.** One.\n\n**Oil.** Two.\n\n**Energy.** Three.")
    let report = try site.build()
    #expect(report.isPublished && report.mistakesAndWarnings.isEmpty, "\(report.diagnostics.map(\.printed))")
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
