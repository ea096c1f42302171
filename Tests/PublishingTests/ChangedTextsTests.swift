import TestSupport
import Testing

@testable import Publishing

/// Builds for which only texts changed, which plan nothing but the pages that show them.
@Suite("Changed texts")
struct ChangedTextsTests {
  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...30 {
      try site.addIssue(number, title: "Title \(number)", body: "**Iran.** Text \(number), [one](1.md).")
    }
    _ = try site.build()
    return site
  }

  /// How far the changes since the last build reach; `nil` where everything has to be read.
  private func reach(_ site: TemporarySite) throws -> Reach? {
    let (options, folder) = (BuildOptions(site: site.path), ContentFolder(site: site.path))
    return try OpenStore(of: options).use { store in
      let last = try #require(try LastBuild(store.lastRun(), store, folder, options))
      let shared = SharedSources(settingsIn: folder, for: options)
      return last.edition(options, shared, store)?.advanced(by: Set(last.changed))?.reach
    }
  }

  @Test("the pages that show the text are made, those that link to it are not, and all is as a clean build makes it")
  func text() throws {
    let site = try site()
    try site.addIssue(7, title: "Title 7", body: "**Iran.** Another text, [one](1.md).")
    #expect(try reach(site) == .texts(["Content/bulletins/7.md"]))
    let report = try site.build()
    let pages = report.written.filter { !$0.hasPrefix("search/") }
    #expect(pages == ["2010/7/index.html"], "an old issue is in no feed: \(report.written)")
    #expect(report.written.contains("search/issues/2010/7.js") && report.written.count < 30)
    #expect(try site.published("2010/7/index.html").contains("Another text, <a href=\"/2010/1/\">one</a>"))
    try site.addIssue(30, title: "Title 30", body: "**Iran.** The newest text, [one](1.md).")
    // Other formats of feeds may show it, too.
    let newest = try site.build().written.filter { $0.hasSuffix("index.html") || $0.hasSuffix("feed.xml") }
    #expect(
      Set(newest) == ["2010/30/index.html", "feed.xml", "topics/iran/feed.xml", "people/lena-orzech/feed.xml"])
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let verified = try Build.run(options)
    #expect(verified.verification == .same(verified.kept) && verified.isPublished)
    #expect(try site.build().written.isEmpty)
  }

  @Test("warnings of the changed file take the place of those it had, and others stay")
  func warnings() throws {
    let site = try site()
    try site.addIssue(7, title: "Title 7", body: "A whole sentence ends here. but not there.")
    try site.addIssue(8, title: "Title 8", body: "A whole sentence ends here. but not there.")
    let first = try site.build()
    #expect(first.diagnostics.map(\.path) == ["Content/bulletins/7.md", "Content/bulletins/8.md"])
    try site.addIssue(7, title: "Title 7", body: "It ends here. But not there.")
    let second = try site.build()
    #expect(second.diagnostics == first.diagnostics.filter { $0.path == "Content/bulletins/8.md" })
    #expect(try site.build().diagnostics == second.diagnostics)
  }

  @Test("a warning about a name goes with the name, when the text before it changes")
  func namesMove() throws {
    let site = try site()
    try site.write("Content/topics.yaml", "topics: [Iran]\n")
    try site.addIssue(7, title: "Title 7", body: "One.\n\n**Irna.** Text.")
    let first = try #require(try site.build().diagnostics.first)
    try site.addIssue(7, title: "Title 7", body: "One.\n\nTwo.\n\n**Irna.** Text.")
    let second = try #require(try site.build().diagnostics.first)
    #expect(first.kind.name == "unknown-topic" && second.message == first.message)
    #expect(first.location.map { $0.line + 2 } == second.location?.line && second.location?.column == 3)
  }

  @Test("what changes more than a text, or breaks it, goes the whole way")
  func more() throws {
    let site = try site()
    try site.addIssue(7, title: "Another Title", body: "**Iran.** Text 7, [one](1.md).")
    #expect(try reach(site) == nil)
    #expect(try site.build().written.contains("2010/8/index.html"), "the neighbour shows the title")
    try site.addIssue(7, title: "Another Title", body: "**Iraq.** Text 7, [one](1.md).")
    #expect(try site.build().written.contains("topics/iraq/index.html"))
    try site.write(
      "Content/bulletins/7.md", "# BULLETIN\n\nNo. 7 • February 30, 2010 • © V\n\n---\n\n## T\n\nA B\n\nx\n")
    let broken = try site.build()
    #expect(!broken.isPublished && broken.diagnostics.map(\.kind.name).contains("impossible-date"))
  }
}
