import Foundation
import Publishing
import TestSupport
import Testing

/// What is published of titles, abstracts and further articles of an issue.
@Suite("Articles on pages")
struct ArticlePageTests {
  private let second = "\n\n## Sand\n\n### A Count\n\nBo Li\n\nSand Office\n\n*It [moves](2.md#ice).*\n\n"

  private func site(text: String = "It was measured.[^1]\n\n**Ice.** None.\n\n[^1]: Twice.") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.addIssue(1, title: "Buoys", body: "They lie.[^1]\n\n[^1]: In June." + second + text)
    try site.addIssue(2, body: "**Ice.** It froze.")
    return site
  }

  @Test(
    "quotation marks in a title are the inner ones of the language where it is cited",
    arguments: [
      ("en", "“Ice” and More", "“‘Ice’ and More”"), ("en", "The \"Ice\"", "“The ‘Ice’”"),
      ("de", "Das „Eis“", "„Das ‚Eis‘“"), ("fr", "La « glace »", "«\u{A0}La “glace”\u{A0}»"),
      ("ru", "«Лёд»", "«„Лёд“»"),
    ])
  func quotedTitles(language: String, title: String, cited: String) throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", "title: B\nbase_url: https://b.example.org/\nlanguages: [\(language)]\n")
    try site.write(
      "Content/bulletins/1.md",
      "---\ntitle: '\(title)'\nnumber: 1\ndate: 2010-01-05\nauthor: Nora Quist\nlang: \(language)\n---\n\nText.\n")
    _ = try site.build()
    let prefix = try site.published("2010/1/index.html")
    #expect(prefix.contains(cited), "\(cited)")
  }

  @Test("a further article stands on the issue's page with its own byline, notes and citation")
  func page() throws {
    let site = try site()
    #expect(try site.build().diagnostics.isEmpty)
    let page = try site.published("2010/1/index.html")
    for part in [
      "<li><a href=\"#_first\">Buoys</a>\n</li>\n<li><a href=\"#sand\">Sand</a>\n<ul>\n<li><a href=\"#ice\">Ice</a></li>\n</ul>",
      "<h1 id=\"_first\">Buoys</h1>", "\"position\": \"77\"", "<h2 id=\"sand\">Sand</h2>",
      "<p class=\"subtitle\">A Count</p>",
      "<p class=\"byline\"><a href=\"/people/bo-li/\">Bo Li</a></p>", "<p class=\"affiliation\">Sand Office</p>",
      "<em>It <a href=\"/2010/2/#ice\">moves</a>.</em>",
      "Bo Li, “Sand”, <cite>Bulletin</cite> <span class=\"number\">No. 1 (77)</span>",
      "https://b.example.org/2010/1/#sand", "\"hasPart\": [{\"@type\": \"Article\", \"abstract\": \"It moves.\"",
      "Lena Orzech, “Buoys”", "id=\"fn-1\"", "id=\"fn-sand-1\"",
    ] { #expect(page.contains(part), "the page lacks \(part)") }
  }

  @Test(
    "who translated a text or took its photos is named with it, and is none of its authors where somebody else is one",
    arguments: [
      ("Nora Quist. Photos by Ole Brandt", ["Nora Quist"], ["Ole Brandt"]),
      ("Text: Nora Quist; Foto: Ole Brandt", ["Nora Quist"], ["Ole Brandt"]),
      ("Nora Quist and Ole Brandt (translator)", ["Nora Quist"], ["Ole Brandt"]),
      ("Nora Quist, Ole Brandt (Tarn Office)", ["Nora Quist", "Ole Brandt"], []),
      ("Text and photos: Nora Quist", ["Nora Quist"], []),
      ("Text: Nora Quist; Photos: Nora Quist", ["Nora Quist"], []),
      ("Compiled by Ole Brandt", ["Ole Brandt"], []),
      ("Text: Nora Quist. Interview by Ole Brandt", ["Nora Quist", "Ole Brandt"], []),
    ])
  func credits(byline: String, authors: [String], contributors: [String]) throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "Buoys", byline: byline)
    _ = try site.build()
    let page = try Markup(site.published("2010/1/index.html"))
    #expect(page.attributes("content", after: "name=\"citation_author\"") == authors)
    for name in authors + contributors { #expect(page.raw.contains(">\(name)</a>"), "\(name) is lost") }
    let citation = try #require(page.raw.range(of: "<p class=\"citation\">")).upperBound
    #expect(contributors.allSatisfy { !page.raw[citation...].contains($0) })
    let item = try Markup(site.published("feed.xml")).part("item")
    #expect(item.parts("dc:creator") == authors && item.parts("dc:contributor") == contributors)
    let json = try #require(JSONSerialization.jsonObject(with: Data(page.part("script").raw.utf8)) as? [String: Any])
    func names(_ key: String) -> [String]? { (json[key] as? [[String: String]])?.compactMap { $0["name"] } }
    #expect(names("author") == authors && names("contributor") ?? [] == contributors)
  }

  @Test("people and topics lead to the article, and feeds carry all of them")
  func indexes() throws {
    let site = try site()
    _ = try site.build()
    let author = try site.published("people/bo-li/index.html")
    #expect(author.contains("<a href=\"/2010/1/#sand\">Sand</a>") && !author.contains("Buoys"))
    #expect(try !site.published("people/lena-orzech/index.html").contains("Sand"))
    #expect(try site.published("topics/ice/index.html").contains("/2010/1/#ice"))
    let feed = try site.published("people/bo-li/feed.xml")
    #expect(
      feed.contains("They lie.") && feed.contains("&lt;h2&gt;Sand&lt;/h2&gt;") && feed.contains("It was measured."))
    #expect(feed.contains("https://b.example.org/2010/2/#ice"))
  }

  @Test("a changed text of a further article makes the page anew, with the bytes of a clean build")
  func changed() throws {
    let (changing, clean) = (try site(), try site(text: "It was measured again."))
    _ = try changing.build()
    try changing.write("Content/bulletins/1.md", clean.read("Content/bulletins/1.md"))
    #expect(try changing.build().isPublished)
    _ = try clean.build()
    #expect(try changing.publishedFiles() == clean.publishedFiles())
    #expect(try changing.published("2010/1/index.html").contains("measured again"))
  }

  @Test("pictures of an abstract are copied, and one that is not there is an error at its line")
  func pictures() throws {
    let site = try TemporarySite()
    try site.addIssue(1, abstract: "*See ![m](map.png).*")
    #expect(
      try site.build().diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["missing-attachment:13"])
    try site.write("Content/bulletins/map.png", "x")
    #expect(try site.build().isPublished)
    #expect(try site.published("2010/1/map.png") == "x")
  }

  @Test("files that explain or are included are no issues")
  func otherFiles() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    for name in ["README.md", "2010/ReadMe.markdown", "_index.md", "2010/_table.md"] {
      try site.write("Content/bulletins/\(name)", "# Read me\n\nText.\n")
    }
    let report = try site.build()
    #expect(report.diagnostics.isEmpty && report.isPublished)
  }
}
