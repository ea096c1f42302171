import Foundation
import Publishing
import TestSupport
import Testing
import Text

@Suite("Files that are published as they are")
struct StaticFileTests {
  @Test("files of static and public are found at the root, those of assets below it; hidden ones stay, but for a few")
  func places() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    for file in [
      "static/favicon.ico", "static/img/Bay Map.png", "static/.well-known/security.txt", "static/.nojekyll",
      "static/.env", "static/.git/config", "static/notes.md", "public/CNAME", "assets/css/print.css",
    ] { try site.write("Content/" + file, file) }
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try site.published("favicon.ico") == "static/favicon.ico")
    #expect(try site.published("img/Bay Map.png") == "static/img/Bay Map.png")
    #expect(try site.published(".well-known/security.txt") == "static/.well-known/security.txt")
    #expect(try site.published("CNAME") == "public/CNAME" && site.published("notes.md") == "static/notes.md")
    #expect(try site.published("assets/css/print.css") == "assets/css/print.css")
    let files = try site.publishedFiles()
    #expect(files[".env"] == nil && files[".git/config"] == nil)
    #expect(FileManager.default.fileExists(atPath: site.path + "/Public/.nojekyll"))
  }

  @Test(
    "a file in the place of one that a search is made of is a finding, and nothing is published",
    arguments: ["version.js", "names.js", "words.js", "issues.js", "words/a.js", "issues/2010/1.js", "Words.js"])
  func inSearch(file: String) throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/static/search/" + file, "mine")
    let report = try site.build()
    #expect(report.diagnostics.map(\.kind.name) == ["address-taken"], "\(report.diagnostics.map(\.printed))")
    #expect(try site.publishedFiles().isEmpty)
    // Beside them is room for anything, and in their folders for pages.
    try FileManager.default.removeItem(atPath: site.path + "/Content/static/search")
    try site.write("Content/static/search/mine.js", "mine")
    try site.addIssue(1, frontMatter: "---\naliases: [/search/issues/1/]\n---\n")
    #expect(try site.build().diagnostics.isEmpty)
  }

  @Test("folders that lie a thousand deep are a finding, and cost no more time than others")
  func deep() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/static/" + String(repeating: "d/", count: 1_000) + "a.txt", "mine")
    #expect(try site.build().diagnostics.map(\.message) == ["the folder lies in more than 100 others"])
  }

  @Test("files that other engines find from the root, or from the address of a page, are where texts look for them")
  func fromRoot() throws {
    let site = try TemporarySite()
    let texts = [
      ("/blog/img/pier.png", "blog/img/pier.png"), ("/blog/map.pdf", "blog/map.pdf"),
      ("/news/blog/img/pier.png", "news/blog/img/pier.png"),
    ]
    try site.write(
      "Content/bulletins/blog/one.md",
      "---\ntitle: One\nnumber: 1\ndate: 2010-01-01\n---\n\n" + texts.map { "![a](\($0.0))\n\n" }.joined()
        + "![b](../../img/tide.png) ![c](img/ebb.png) ![d](../net.png)\n")
    for file in ["bulletins/blog/img/pier.png", "bulletins/blog/map.pdf", "bulletins/blog/net.png"] {
      try site.write("Content/" + file, file)
    }
    for file in ["static/img/tide.png", "static/img/ebb.png"] { try site.write("Content/" + file, file) }
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    for (_, path) in texts { #expect(try site.published(path).hasPrefix("bulletins/blog/"), "\(path)") }
    #expect(try site.published("2010/1/img/tide.png") == "static/img/tide.png")
    #expect(try site.published("2010/1/img/ebb.png") == "static/img/ebb.png")
    #expect(try site.published("2010/1/net.png") == "bulletins/blog/net.png")
    try site.write("Content/bulletins/blog/img/pier.png", "another pier")
    #expect(try site.build().written.sorted() == ["blog/img/pier.png", "news/blog/img/pier.png"])
    try FileManager.default.removeItem(atPath: site.path + "/Content/static/img/ebb.png")
    #expect(try site.build().diagnostics.map(\.kind) == [.missingAttachment])
  }

  @Test("a picture beside a text is found where that text was published before, from another and from the root")
  func fromFormerAddress() throws {
    let site = try TemporarySite()
    try site.write(
      "Content/site.yaml", try site.read("Content/site.yaml") + "\nold_addresses: /blog/:year/:month/:title/\n")
    try site.write(
      "Content/bulletins/posts/pier/index.md", "---\ntitle: Pier\nnumber: 1\ndate: 2010-01-01\n---\n\nText.\n")
    try site.write("Content/bulletins/posts/pier/plan/map.png", "the pier's map")
    try site.write(
      "Content/bulletins/posts/ebb/index.md",
      "---\ntitle: Ebb\nnumber: 2\ndate: 2010-02-01\naliases: [/a/b/ebb/]\n---\n\n"
        + "![a](../../01/pier/plan/map.png) ![b](/blog/2010/01/pier/plan/map.png) ![c](../../../blog/2010/01/pier/plan/map.png)\n"
    )
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try site.published("blog/2010/01/pier/plan/map.png") == "the pier's map")
    let page = try site.published("2010/2/index.html")
    #expect(page.components(separatedBy: "map.png\"").count == 4, "\(page)")
  }

  @Test("a figure shows a file that is found elsewhere, as an image does, also when texts alone change")
  func figures() throws {
    let site = try TemporarySite()
    try site.write(
      "Content/bulletins/blog/one.md",
      "---\ntitle: One\nnumber: 1\ndate: 2010-01-01\n---\n\n{{< figure src=\"../net.png\" alt=\"Net\" >}}\n\n![net](../net.png)\n\n{{< figure src=\"/blog/bay.png\" alt=\"Bay\" >}}\n\n{{< figure src=\"img/tide.png\" alt=\"Tide\" >}}\n"
    )
    for file in ["bulletins/blog/net.png", "bulletins/blog/bay.png", "static/img/tide.png"] {
      try site.write("Content/" + file, file)
    }
    for added in ["", "More.\n", "Still more.\n"] {
      try site.write("Content/bulletins/blog/one.md", try site.read("Content/bulletins/blog/one.md") + added)
      let report = try site.build()
      #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
      let page = try site.published("2010/1/index.html")
      #expect(
        page.components(separatedBy: "src=\"../net.png\"").count + page.components(separatedBy: "src=\"net.png\"").count
          == 4, "\(page)")
      #expect(page.contains("alt=\"Bay\"") && page.contains("alt=\"Tide\""), "\(page)")
    }
  }

  @Test("a file among texts never takes the address of what the site publishes itself")
  func forgotten() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "[Follow us](/feed.xml), see [the map](/sitemap.xml) and ![a pier](/pier.svg).")
    for file in ["feed.xml", "sitemap.xml", "pier.svg"] { try site.write("Content/bulletins/" + file, "<svg/>") }
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try site.published("feed.xml").contains("<rss") && site.published("sitemap.xml").contains("<urlset"))
    #expect(try site.published("pier.svg") == "<svg/>")
  }

  @Test("what a text was made from may lie beside it; other files that look like texts are named")
  func sources() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/bulletins/one.md", "---\ntitle: One\nnumber: 2\ndate: 2010-02-01\n---\n\nText.\n")
    try site.write("Content/bulletins/one.Rmd", "---\ntitle: One\n---\n")
    try site.write("Content/bulletins/two.Rmd", "---\ntitle: Two\n---\n")
    #expect(try site.build().diagnostics.map(\.path) == ["Content/bulletins/two.Rmd"])
  }

  @Test("what changes there changes in the published site and in a preview")
  func changes() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/static/CNAME", "one")
    _ = try site.build()
    let live = LiveSite(site: site.path)
    try live.load()
    try site.write("Content/static/CNAME", "two, and longer")
    try site.write("Content/static/.well-known/x.txt", "new")
    let report = try site.build()
    #expect(report.written.sorted() == [".well-known/x.txt", "CNAME"])
    #expect(try site.published("CNAME") == "two, and longer")
    _ = live.update(["Content/static/CNAME", "Content/static/.well-known/x.txt"])
    guard case .file(let path, _) = live.find(".well-known/x.txt", hasPositions: false) else {
      Issue.record("the preview does not have the file")
      return
    }
    #expect(path.hasSuffix("Content/static/.well-known/x.txt"))
    try FileManager.default.removeItem(atPath: site.path + "/Content/static/CNAME")
    #expect(try site.build().removed == ["CNAME"])
  }

  @Test("a file and a page for one address are an error that names both; a robots.txt of one's own is welcome")
  func collisions() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/static/robots.txt", "mine")
    #expect(try site.build().diagnostics.isEmpty)
    #expect(try site.published("robots.txt") == "mine")
    try site.write("Content/static/2010/1/index.html", "mine")
    let error = try #require(try site.build().diagnostics.first)
    #expect(error.kind.name == "address-taken" && error.path == "Content/static/2010/1/index.html")
    #expect(error.message == "the address /2010/1/index.html is taken by Content/bulletins/1.md")
  }

  @Test("a file without an ending where a page's folder must be is an error")
  func fileInPlaceOfFolder() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/static/topics", "mine")
    let error = try #require(try site.build().diagnostics.first)
    #expect(error.kind.name == "file-and-folder" && error.path == "Content/static/topics")
  }

  @Test("a file whose name says that it is none is read where the site says so, and named where it looks like an issue")
  func readAnyway() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/bulletins/2010/_tide.md", "---\ntitle: Tide\ndate: 2010-03-04\n---\n\nIt falls.\n")
    try site.write("Content/bulletins/2010/_note.md", "A note.\n")
    let settings = try site.read("Content/site.yaml")
    let before = try site.build()
    #expect(before.diagnostics.map { "\($0.kind.name) \($0.path)" } == ["unread-file Content/bulletins/2010/_tide.md"])
    #expect(before.diagnostics.first?.help == ["`read: [\"_*\"]` in site.yaml reads it"])
    try site.write("Content/site.yaml", settings + "read: [\"_t*\"]\n")
    let after = try site.build()
    #expect(after.isPublished && after.diagnostics.isEmpty, "\(after.diagnostics.map(\.printed))")
    #expect(try site.published("2010/03/04/index.html").contains("It falls."))
  }

  @Test("what the settings say to leave alone is neither read nor copied nor missed")
  func ignored() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    for file in ["bulletins/notes/2.md", "bulletins/3.txt", "2009/4.md", "static/raw/a.psd"] {
      try site.write("Content/" + file, "no issue")
    }
    #expect(try site.build().diagnostics.count == 3)
    let settings = try site.read("Content/site.yaml")
    try site.write("Content/site.yaml", settings + "ignore: [notes, \"*.txt\", /2009, static/raw]\n")
    let report = try site.build()
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    #expect(try site.publishedFiles()["raw/a.psd"] == nil)
    try site.write("Content/site.yaml", settings + "ignore: /\n")
    #expect(try site.build().diagnostics.contains { $0.kind.name == "wrong-setting" && $0.location?.line == 5 })
  }

  @Test("folders of the theme's assets may be called as files are")
  func assetFolders() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Templates/assets/fonts.v2/a.woff", "font")
    #expect(try site.build().diagnostics.isEmpty)
    #expect(try site.published("assets/fonts.v2/a.woff") == "font")
  }
}
