import Foundation
import TestSupport
import Testing

@testable import Publishing

/// `--skip-broken`: what is wrong is left out, what is right is published.
@Suite("Leaving out what is wrong")
struct SkippingTests {
  private static let wrong = "---\ntitle: Lost\ndate: 2010-02-31\n---\nText.\n"

  private func site(_ numbers: ClosedRange<Int> = 1...3) throws -> TemporarySite {
    let site = try TemporarySite()
    for number in numbers { try site.addIssue(number, title: "Title \(number)", body: "Body \(number).") }
    return site
  }

  @Test("an issue that never was right is left out, and all others are published")
  func neverRight() throws {
    let site = try site()
    try site.write("Content/bulletins/4.md", Self.wrong)
    #expect(try !site.build().isPublished)
    let report = try site.build(skipsBroken: true)
    #expect(report.isPublished)
    #expect(report.leftOut == [LeftOutFile(path: "Content/bulletins/4.md", keepsPage: false)])
    #expect(report.diagnostics.map(\.kind.name).contains("impossible-date"))
    #expect(report.issues == 3)
    #expect(try site.published("2010/3/index.html").contains("Body 3."))
  }

  @Test("the last good page of an issue stays as it was, lists go on to name it, and others are published")
  func lastGoodPage() throws {
    let site = try site()
    _ = try site.build()
    let page = try site.published("2010/2/index.html")
    try site.write("Content/bulletins/2.md", Self.wrong)
    try site.addIssue(3, title: "Title 3", body: "Another body.")
    try site.addIssue(4, title: "Title 4", body: "Body 4.")
    // A build that publishes nothing comes between: what it read must not pass for what was published.
    #expect(try !site.build().isPublished)
    let report = try site.build(skipsBroken: true)
    #expect(report.leftOut == [LeftOutFile(path: "Content/bulletins/2.md", keepsPage: true)])
    #expect(try site.published("2010/2/index.html") == page)
    #expect(try site.published("2010/3/index.html").contains("Another body."))
    #expect(try site.published("2010/4/index.html").contains("Body 4."))
    #expect(try site.published("2010/index.html").contains("Title 2"))
    #expect(try site.build(skipsBroken: true).leftOut == report.leftOut, "a second build does not know of it")
  }

  @Test("a picture that is gone stays beside the last good page")
  func missingPicture() throws {
    let site = try site(1...2)
    try site.write("Content/bulletins/map.png", "a map")
    try site.addIssue(3, title: "Title 3", body: "![A map](map.png)", file: "3")
    _ = try site.build()
    try FileManager.default.removeItem(atPath: site.path + "/Content/bulletins/map.png")
    let report = try site.build(skipsBroken: true)
    #expect(report.leftOut == [LeftOutFile(path: "Content/bulletins/3.md", keepsPage: true)])
    #expect(try site.published("2010/3/map.png") == "a map")
    #expect(try site.published("2010/3/index.html").contains("map.png"))
  }

  @Test("a standing page and a file in the way of a page are left out, too")
  func pagesAndFiles() throws {
    let site = try site()
    try site.write("Content/pages/about.md", "# About\n\nOf us.\n")
    _ = try site.build()
    try site.write("Content/pages/about.md", "---\ntitle: [\n---\n")
    try site.write("Content/static/2010/index.html", "an old list")
    let report = try site.build(skipsBroken: true)
    #expect(report.leftOut.map(\.path) == ["Content/pages/about.md", "Content/static/2010/index.html"])
    #expect(try site.published("about/index.html").contains("Of us."))
    #expect(try site.published("2010/index.html").contains("Title 1"))
  }

  @Test("of two texts for one address the first is published")
  func oneAddress() throws {
    let site = try site(1...2)
    try site.addIssue(2, title: "The other", body: "Other.", file: "2-again")
    let report = try site.build(skipsBroken: true)
    #expect(report.isPublished)
    #expect(report.leftOut.count == 1)
    #expect(try site.published("2010/1/index.html").contains("Body 1."))
  }

  @Test("images that are not there are left out of a text that was never published, and their words stay")
  func lostImages() throws {
    let site = try site(1...2)
    try site.addIssue(
      3, title: "Title 3", body: "![The *old* map](maps/old%20map.png) and ![Pier](/img/pier.png) here.", file: "3")
    let report = try site.build(skipsBroken: true)
    #expect(report.leftOut == [LeftOutFile(path: "Content/bulletins/3.md", keepsPage: false, lostImages: 2)])
    #expect(report.diagnostics.filter { $0.kind.name == "missing-attachment" }.count == 2)
    let page = try site.published("2010/3/index.html")
    #expect(page.contains("The old map and Pier here."))
    #expect(try !site.published("feed.xml").contains("pier.png"))
    try site.write("Content/bulletins/maps/old map.png", "a map")
    try site.write("Content/static/img/pier.png", "a pier")
    #expect(try site.build().isPublished)
    #expect(try site.published("2010/3/index.html").contains("img/pier.png"))
  }

  @Test("an image outside of Content is left out of its text as one that is not there, and is never read")
  func imageOutside() throws {
    let site = try site(1...2)
    try site.write("secret/net.png", "a net")
    try site.addIssue(3, title: "Title 3", body: "![The net](../../secret/net.png) here.", file: "3")
    let report = try site.build(skipsBroken: true)
    #expect(report.diagnostics.filter { $0.severity == .error }.map(\.kind.name) == ["outside-content"])
    #expect(report.leftOut == [LeftOutFile(path: "Content/bulletins/3.md", keepsPage: false, lostImages: 1)])
    #expect(try site.published("2010/3/index.html").contains("The net here."))
    #expect(try !site.publishedFiles().keys.contains { $0.hasSuffix("net.png") })
  }

  @Test("wrong settings, or a site without any right issue, publish nothing")
  func nothingLeft() throws {
    let site = try TemporarySite()
    try site.write("Content/bulletins/1.md", Self.wrong)
    let report = try site.build(skipsBroken: true)
    #expect(!report.isPublished)
    #expect(report.leftOut.isEmpty)
    let other = try self.site()
    try other.write("Content/site.yaml", "title: [\n")
    #expect(try !other.build(skipsBroken: true).isPublished)
  }

  @Test("with --strict, what has warnings is left out")
  func strict() throws {
    let site = try site()
    try site.addIssue(4, title: "Title 4", body: "A [link](nowhere.md).")
    #expect(try site.build(skipsBroken: true).leftOut.isEmpty)
    let report = try site.build(strict: true, skipsBroken: true)
    #expect(report.leftOut.map(\.path).contains("Content/bulletins/4.md"))
    #expect(report.isPublished)
  }

  @Test("whatever was broken and mended meanwhile, a build of what is right equals a clean one", arguments: 0..<4)
  func property(seed: Int) throws {
    let site = try site(1...5)
    var random = SeededRandom(seed: seed * 6_101 + 7)
    _ = try site.build()
    var broken: Set<Int> = []
    for step in 0..<25 {
      let number = 1 + random.roll(5)
      switch random.roll(6) {
      case 0, 1:
        broken.insert(number)
        try site.write("Content/bulletins/\(number).md", Self.wrong)
      case 2:
        broken.insert(number)
        try site.addIssue(number, title: "Title \(number)", body: "![Gone](gone-\(random.roll(3)).png)")
      case 3:
        broken.remove(number)
        try site.addIssue(number, title: "Title \(number)", body: "Body \(number).")
      default:
        broken.remove(number)
        let front = random.pick(["", "---\naliases: [/old/\(number)/]\n---\n", "---\ntags: [Gas]\n---\n"])
        try site.addIssue(
          number, title: "Title \(random.roll(9))", body: "Body \(random.roll(9)).", frontMatter: front)
      }
      if broken.count == 5 { continue }
      let skips = random.roll(3) > 0
      let report = try site.build(skipsBroken: skips)
      #expect(report.isPublished == (broken.isEmpty || skips), "seed \(seed), step \(step)")
      #expect(report.leftOut.count == (skips ? broken.count : 0), "seed \(seed), step \(step)")
    }
    for number in broken { try site.addIssue(number, title: "Title \(number)", body: "Mended \(number).") }
    var options = BuildOptions(site: site.path, jobs: 1)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.isPublished && report.verification != .differs, "seed \(seed): \(report.diagnostics.map(\.path))")
  }
}
