import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Sites")
struct SiteTests {
  @Test("an issue's page carries masthead, editors, authors, abstract, text and neighbours")
  func issuePage() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.addIssue(2, title: "The Reset", body: "Opening.\n\n**Iran.** Neither side.\n\n**Prospects.** Few.")
    try site.addIssue(3)
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    let page = try site.published("2010/2/index.html")
    for part in [
      "<title>The Reset – Bulletin</title>", "No. 2 (78)", "<time datetime=\"2010-01-02\">January 2, 2010</time>",
      "©&nbsp;VIIP",
      "<a href=\"/people/halina-brzeska/\">Halina Brzeska</a> (Editor-in-Chief)",
      "<a href=\"/people/lena-orzech/\">Lena Orzech</a>",
      "<em>An abstract.</em>", "<h2 id=\"iran\">Iran.</h2>", "<a href=\"#iran\">Iran</a>",
      "rel=\"prev\" href=\"/2010/1/\"", "rel=\"next\" href=\"/2010/3/\"",
      "<link rel=\"canonical\" href=\"https://b.example.org/2010/2/\">",
      "citation_publication_date\" content=\"2010/01/02\"",
      "\"@type\": \"Report\"",
    ] {
      #expect(page.contains(part), "the page lacks \(part)")
    }
  }

  @Test("topics lead to sections, rubrics are none, people have their roles")
  func indexes() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "**Iran.** Neither side.\n\n**Prospects.** Few.")
    _ = try site.build()
    #expect(try site.published("topics/iran/index.html").contains("href=\"/2010/1/#iran\""))
    #expect(try !site.published("topics/index.html").contains("Prospects"))
    #expect(try site.published("people/halina-brzeska/index.html").contains("Editor-in-Chief"))
    #expect(try site.published("editors/index.html").contains("Editor-in-Chief"))
    #expect(try site.published("archive/index.html").contains("/2010/"))
    #expect(try site.published("robots.txt").contains("https://b.example.org/sitemap.xml"))
    #expect(try site.published("404.html").contains("Page not found"))
  }

  @Test("a page in a language that the site does not name has that language's site around it, and a warning")
  func unlistedLanguage() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", site.read("Content/site.yaml").replacing("[en, pl]", with: "[EN]"))
    try site.addIssue(1)
    try site.write("Content/pages/hallo.md", "---\nlang: DE\n---\n# Hallo\n\nText.\n")
    let report = try site.build()
    #expect(report.diagnostics.map(\.kind.name) == ["unknown-language"])
    #expect(report.diagnostics.map(\.path) == ["Content/pages/hallo.md"])
    let page = try Markup(site.published("de/hallo/index.html"))
    #expect(page.attribute("lang", after: "<html") == "de")
    #expect(page.attributes("href", after: "<a").allSatisfy { !$0.isEmpty } && page.text.contains("Bulletin"))
    #expect(try site.published("2010/1/index.html").contains("<html lang=\"en\""))
  }

  @Test("page, feed and metadata never disagree")
  func agreement() throws {
    let site = try TemporarySite()
    try site.addIssue(
      7, title: "Tom & “Jerry” <b>", byline: "Zoë Łęcka and Ann Oak",
      body: "**Trade.** See [this](/x/) and ![i](a.png).")
    try site.write("Content/bulletins/a.png", "PNG")
    #expect(try site.build().isPublished)
    let page = try Markup(site.published("2010/7/index.html"))
    let item = try Markup(site.published("feed.xml")).part("item")
    #expect(page.part("h1").text == item.part("title").text)
    #expect(page.attribute("content", after: "name=\"citation_title\"") == item.part("title").text)
    #expect(page.attributes("content", after: "name=\"citation_author\"") == item.parts("dc:creator"))
    #expect(page.attribute("href", after: "rel=\"canonical\"") == item.part("guid").text)
    #expect(page.attribute("content", after: "name=\"description\"") == item.part("description").text)
    #expect(page.attributes("content", after: "name=\"citation_keywords\"") == item.parts("category"))
    let json = try #require(JSONSerialization.jsonObject(with: Data(page.part("script").raw.utf8)) as? [String: Any])
    #expect(json["headline"] as? String == "Tom & “Jerry” <b>")
    #expect((json["author"] as? [[String: String]])?.map { $0["name"] } == ["Zoë Łęcka", "Ann Oak"])
    #expect(json["url"] as? String == item.part("link").text)
    #expect(item.part("pubDate").text == "Thu, 07 Jan 2010 00:00:00 +0100")
    let content = item.part("content:encoded").text
    #expect(
      content.contains("href=\"https://b.example.org/x/\"")
        && content.contains("src=\"https://b.example.org/2010/7/a.png\""))
    #expect(
      item.raw.range(of: "<description>").map { item.raw[$0.upperBound...].contains("<content:encoded>") } == true)
  }

  @Test("an author's text is escaped wherever it goes")
  func escaping() throws {
    let site = try TemporarySite()
    let evil = "\"><script>alert(1)</script>&'"
    try site.addIssue(
      1, title: evil, byline: "Eve <img src=x onerror=y>", abstract: "*\(evil)*", body: "**\(evil).** x\n\n## \(evil)",
      frontMatter:
        "---\ntags: ['\(evil.replacing("'", with: "''"))']\ncategory: '</category><x>'\nlicense: '<y>'\n---\n",
      editors: "Editors: Max <z> (<w onclick=v>)")
    #expect(try site.build().isPublished)
    for (file, data) in try site.publishedFiles() where file.hasSuffix(".html") || file.hasSuffix(".xml") {
      let text = String(decoding: data, as: UTF8.self)
      for tag in ["<script>alert", "<img src=x", "<x>", "<y>", "<z>", "<w "] {
        #expect(!text.contains(tag), "\(file) has \(tag)")
      }
    }
  }

  @Test("aliases and standing pages are published, drafts only when asked for")
  func otherPages() throws {
    let site = try TemporarySite()
    try site.addIssue(1, frontMatter: "---\naliases: [/old/one, /older.html]\n---\n")
    try site.addIssue(2, frontMatter: "---\ndraft: true\n---\n")
    try site.write("Content/pages/about.md", "# About\n\nWho we are.\n")
    try site.write("Content/pages/about.pl.md", "# O nas\n\nKim jesteśmy.\n")
    _ = try site.build()
    #expect(try site.published("old/one/index.html").contains("url=/2010/1/\""))
    #expect(try site.published("older.html").contains("https://b.example.org/2010/1/"))
    #expect(try site.published("about/index.html").contains("hreflang=\"pl\" href=\"https://b.example.org/pl/about/\""))
    #expect(try site.publishedFiles()["2010/2/index.html"] == nil)
    _ = try site.build(exceptions: .drafts)
    #expect(try site.publishedFiles()["2010/2/index.html"] != nil)
  }

  @Test("a translation is offered on both pages")
  func translations() throws {
    let site = try TemporarySite()
    try site.addIssue(1, frontMatter: "---\ntranslation_key: k\n---\n")
    try site.write(
      "Content/bulletins/pl.md",
      "---\ntranslation_key: k\n---\n# BIULETYN\n\nNr 9 • 3 lutego 2010 • © W\n\nRedakcja: Ewa Łęcka\n\n---\n\n## Tytuł\n\nJan Buk\n\nTekst.\n"
    )
    _ = try site.build()
    #expect(try site.published("2010/1/index.html").contains("<a href=\"/pl/2010/9/\" lang=\"pl\""))
    let polish = try site.published("pl/2010/9/index.html")
    #expect(
      polish.contains("3 lutego 2010") && polish.contains("Redakcja:")
        && polish.contains("href=\"/2010/1/\" lang=\"en\""))
  }

  @Test("a link to another issue's file becomes one to its page, and one to nothing is a warning")
  func sourceLinks() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "**Iran.** See [two](2.md#trade) and [about](../pages/about.md).")
    try site.addIssue(2, body: "**Trade.** See [none](22.md).")
    try site.write("Content/pages/about.md", "# About\n\n[One](../bulletins/1.md)\n")
    let report = try site.build()
    #expect(
      try site.published("2010/1/index.html").contains("<a href=\"/2010/2/#trade\">two</a> and <a href=\"/about/\">"))
    #expect(try site.published("about/index.html").contains("<a href=\"/2010/1/\">One</a>"))
    #expect(try site.published("feed.xml").contains("href=&#34;https://b.example.org/2010/2/#trade&#34;"))
    #expect(report.diagnostics.map(\.kind.name) == ["broken-link"])
  }

  @Test("a site below a path writes that path into its links")
  func path() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", "title: B\nbase_url: https://x.org/bulletin\n")
    try site.addIssue(1)
    _ = try site.build()
    let page = try site.published("2010/1/index.html")
    #expect(
      page.contains("href=\"/bulletin/people/lena-orzech/\"")
        && page.contains("href=\"https://x.org/bulletin/2010/1/\""))
  }
}
