import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Links through a site")
struct LinkCheckTests {
  /// What is found, as `kind:line:column`.
  private func found(_ report: BuildReport) -> [String] {
    report.diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
  }

  private func site(_ body: String, other: String = "## Real\n\nText.[^1]\n\n[^1]: Note.") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.addIssue(1, body: body)
    try site.addIssue(2, body: other, frontMatter: "---\naliases: [/old/two/]\n---\n\n")
    try site.write("Content/pages/about.md", "# About\n\n## Us\n\nText.\n")
    return site
  }

  @Test(
    "a link to what is published is right, however it is written",
    arguments: [
      "/2010/2/", "/2010/2", "/2010/2/index.html", "/2010/2/#real", "https://b.example.org/2010/2/?a#real", "2.md#real",
      "../2/", "../2/#real", "2.md#fn-1", "2.md#fnref-1", "/old/two/", "/old/two/#real", "/feed.xml", "/topics/",
      "/about/#us",
      "/assets/style.css",
      "../pages/about.md#us", "@/2.md#real", "@/letters/2.md", "/people/lena-orzech/", "/", "https://b.example.org",
      "#here", "#top", "#", "#_main",
      "/2010/", "/topics/#in-h", "/archive/#in-2010", "/people/lena-orzech/#written",
    ])
  func good(address: String) throws {
    let report = try site("[a](\(address))\n\n**Here.** It is.").build()
    #expect(report.isPublished && found(report).isEmpty, "\(report.diagnostics.map(\.printed))")
  }

  @Test("below a path, what is written from the root of the host on is the site's where that has something there")
  func belowPath() throws {
    let site = try site("[a](/2010/2/#real) ![i](/img/a.svg) [b](/elsewhere/) [c](/old/two/) [d](/topics/)")
    try site.write(
      "Content/site.yaml", "title: B\nbase_url: https://b.example.org/notes/\nlanguages: [en]\n")
    try site.write("Content/static/img/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>")
    let report = try site.build()
    let page = try site.published("2010/1/index.html")
    for address in ["href=\"/notes/2010/2/#real\"", "src=\"/notes/img/a.svg\"", "href=\"/elsewhere/\""] {
      #expect(page.contains(address), "\(address)")
    }
    #expect(page.contains("<a href=\"/notes/2010/2/\">c</a>"))
    // Pages that no text has are only known when all is planned.
    #expect(found(report) == ["broken-link:15:73"], "\(report.diagnostics.map(\.printed))")
    #expect(report.diagnostics.allSatisfy { $0.help.contains { $0.contains("/notes/topics/") } })
    #expect(try site.published("feed.xml").contains("https://b.example.org/notes/2010/2/#real"))
  }

  @Test(
    "a link that leads nowhere is a warning at its address",
    arguments: [
      ("#nowhere", "missing-anchor"), ("#Here", "missing-anchor"), ("2.md#nowhere", "missing-anchor"),
      ("/2010/2/#nowhere", "missing-anchor"), ("/about/#nowhere", "missing-anchor"), ("/2010/99/", "broken-link"),
      ("https://b.example.org/2010/99/", "broken-link"), ("/Archive/", "broken-link"), ("../../pages/", "broken-link"),
      ("/home/me/a.pdf", "broken-link"), ("a.pdf", "broken-link"), ("3.md", "broken-link"), ("@/3.md", "broken-link"),
      ("@/2.md#nowhere", "missing-anchor"), ("/old/two/#nowhere", "missing-anchor"), ("/../a/", "broken-link"),
      ("/topics/#nowhere", "missing-anchor"), ("/people/lena-orzech/#nowhere", "missing-anchor"),
      ("/2010/#nowhere", "missing-anchor"), ("/archive/#nowhere", "missing-anchor"),
    ])
  func bad(address: String, kind: String) throws {
    let report = try site("[a](\(address))\n\n**Here.** It is.").build()
    #expect(report.isPublished && found(report) == ["\(kind):15:5"], "\(report.diagnostics.map(\.printed))")
  }

  @Test("what places a site's own template gives a list, nobody knows before it is rendered")
  func placesOfOwnTemplates() throws {
    let site = try site("[a](/archive/#nowhere)\n\n**Here.** It is.")
    try site.write(
      "Templates/archive.html",
      "{% for volume in volumes %}<h2 id=\"of-{{ volume.year }}\">{{ volume.year }}</h2>{% endfor %}")
    #expect(try found(site.build()).isEmpty)
  }

  @Test("an image at an address where nothing is published is an error")
  func images() throws {
    let report = try site("![a](/img/a.png) ![b](https://b.example.org/b.png) ![c](https://other.example/c.png)")
      .build()
    #expect(!report.isPublished && found(report) == ["missing-attachment:15:6", "missing-attachment:15:23"])
  }

  @Test("an image at the address of a page is an error")
  func imagesOfPages() throws {
    let report = try site("![a](/2010/2/) ![b](/topics/)").build()
    #expect(!report.isPublished && found(report) == ["missing-attachment:15:6", "missing-attachment:15:21"])
  }

  @Test("a static file whose name is decomposed is published under the composed one, to which pages link")
  func decomposedNames() throws {
    let site = try site("![a](/img/\u{E9}t\u{E9}.svg)")
    try site.write("Content/static/img/e\u{301}te\u{301}.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    #expect(try found(site.build()) == [])
    #expect(try site.published("img/\u{E9}t\u{E9}.svg").contains("<svg"))
  }

  @Test("the marks of a merge in a template are found before they are on a page")
  func mergeInTemplate() throws {
    let site = try site("Text.")
    try site.write("Templates/page.html", "{% extends 'base.html' %}{% block main %}\n<<<<<<< HEAD\n{% endblock %}")
    #expect(try site.build().diagnostics.map(\.kind.name) == ["conflict-marker"])
  }

  @Test(
    "a link to a heading of another text that another engine named leads to it",
    arguments: [
      ("2.md#relink-don-t-rebuild", "/2010/2/#relink-dont-rebuild"),
      ("/2010/2/#relink-don-t-rebuild", "/2010/2/#relink-dont-rebuild"),
      ("https://b.example.org/2010/2/?a#relink-don-t-rebuild", "https://b.example.org/2010/2/?a#relink-dont-rebuild"),
      ("../2/#the-netsjson-file", "../2/#the-nets-json-file"),
      ("/2010/2#the-nets.json-file", "/2010/2#the-nets-json-file"),
      ("/old/two/#the-netsjson-file", "/2010/2/#the-nets-json-file"),
      ("@/2.md#%C5%82%C3%B3d%C5%BA", "/2010/2/#lodz"), ("/about/#the-usjson-file", "/about/#the-us-json-file"),
      ("/2010/2/index.html#the-netsjson-file", "/2010/2/index.html#the-nets-json-file"),
      ("2.md#lodz", "/2010/2/#lodz"),
    ])
  func placesOfOtherEngines(address: String, published: String) throws {
    let other = "## Relink, don't rebuild\n\nA.\n\n## The nets.json file\n\nB.\n\n## Łódź\n\nC."
    let site = try site("Of *nets*, [a](\(address)), [b](/2010/2/#fn-9).", other: other)
    try site.write("Content/pages/about.md", "# About\n\n## The us.json file\n\nText.\n")
    let report = try site.build()
    #expect(found(report) == ["missing-anchor:15:\(23 + address.count)"], "\(report.diagnostics.map(\.printed))")
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<a href=\"\(published)\">a</a>, <a href=\"/2010/2/#fn-9\">b</a>"), "\(page)")
  }

  @Test("a link to a former address that leaves out `.html` leads where that does")
  func withoutEnding() throws {
    let site = try site("[a](/old/three#real) [b](/old/three.html) [c](/old/three/) [d](/old/thr)")
    try site.addIssue(2, body: "## Real\n\nText.", frontMatter: "---\naliases: [/old/three.html]\n---\n\n")
    let report = try site.build()
    #expect(found(report) == ["broken-link:15:47", "broken-link:15:64"], "\(report.diagnostics.map(\.printed))")
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<a href=\"/2010/2/#real\">a</a> <a href=\"/2010/2/\">b</a>"))
  }

  @Test("a link to a heading follows it when only the other text changes")
  func renamedPlace() throws {
    let site = try site("[a](2.md#the-netsjson-file)", other: "## The nets.json file\n\nText.")
    #expect(try found(site.build()) == [])
    try site.addIssue(2, body: "## The nets-json file\n\n### The (nets) json file\n\nText.")
    #expect(try found(site.build()) == [])
    try site.addIssue(2, body: "## The\n\n### The NetsJSON, file\n\nText.")
    #expect(try found(site.build()) == [])
    #expect(try site.published("2010/1/index.html").contains("<a href=\"/2010/2/#the-netsjson-file\">a</a>"))
    try site.addIssue(2, body: "## The\n\n### The \"nets JSON\" file\n\nText.")
    #expect(try found(site.build()) == [])
    #expect(try site.published("2010/1/index.html").contains("<a href=\"/2010/2/#the-nets-json-file\">a</a>"))
    var options = BuildOptions(site: site.path)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.verification == .same(report.kept), "\(report.diagnostics.map(\.printed))")
  }

  @Test("what is found in one file follows from others, also when only these change")
  func changes() throws {
    let site = try site("[a](2.md#real) [b](2.md#fn-1)")
    #expect(try found(site.build()) == [])
    try site.addIssue(
      2, body: "## Unreal\n\nText.[^1]\n\n[^1]: Note.", frontMatter: "---\naliases: [/old/two/]\n---\n\n")
    #expect(try found(site.build()) == ["missing-anchor:15:5"])
    try site.addIssue(2, body: "## Unreal\n\nText.", frontMatter: "---\naliases: [/old/two/]\n---\n\n")
    #expect(try found(site.build()) == ["missing-anchor:15:5", "missing-anchor:15:20"])
    // A line more above the links.
    try site.addIssue(1, body: "More.\n\n[a](2.md#real) [b](2.md#fn-1)")
    #expect(try found(site.build()) == ["missing-anchor:17:5", "missing-anchor:17:20"])
  }

  @Test("a file whose name the system took apart is published as the text writes it")
  func decomposedName() throws {
    let site = try site("![a](zdj\u{119}cie.png)")
    try site.write("Content/bulletins/zdje\u{328}cie.png", "picture")
    let report = try site.build()
    #expect(report.isPublished && found(report).isEmpty, "\(report.diagnostics.map(\.printed))")
    let names = try site.publishedFiles().keys.filter { $0.hasPrefix("2010/1/zdj") }.map { Array($0.utf8) }
    #expect(names == [Array("2010/1/zdj\u{119}cie.png".utf8)])
    #expect(try found(site.build()).isEmpty)
  }

  @Test("two pictures of one name are both published")
  func picturesOfOneName() throws {
    let site = try site("Text.")
    try site.addIssue(3, body: "![a](../maps/bay.png) ![b](maps/bay.png)", file: "2010/3")
    try site.write("Content/bulletins/maps/bay.png", "outer")
    try site.write("Content/bulletins/2010/maps/bay.png", "inner")
    #expect(try found(site.build()) == [])
    #expect(try site.published("2010/3/maps/bay.png") == "inner")
    #expect(try site.published("2010/3/up/maps/bay.png") == "outer")
  }

  @Test("run-in headings name no topics where the settings say so")
  func runInTopics() throws {
    let site = try site("**Fees.** They rose.")
    #expect(try site.build().isPublished)
    #expect(try site.published("2010/1/index.html").contains("citation_keywords"))
    try site.write("Content/site.yaml", site.read("Content/site.yaml") + "run_in_topics: false\n")
    #expect(try site.build().isPublished)
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("id=\"fees\"") && !page.contains("citation_keywords"))
    #expect(throws: (any Error).self) { try site.published("topics/fees/index.html") }
  }
}
