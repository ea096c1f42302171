import Foundation
import TestSupport
import Testing

@Suite("Pages of issues that have a record")
struct RecordPagesTests {
  @Test("corrections and changes are told to readers, feeds, site maps and search engines")
  func corrections() throws {
    let site = try TemporarySite()
    try site.addIssue(
      1,
      frontMatter: "---\ncorrections:\n  - 2010-02-02: The pier is of <stone>.\n  - 2010-03-08: Two piers.\n---\n\n")
    try site.addIssue(2, frontMatter: "---\nupdated: 2010-05-01\n---\n\n")
    try site.addIssue(3)
    _ = try site.build()
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<time datetime=\"2010-02-02\">February 2, 2010</time>: The pier is of &lt;stone&gt;."))
    #expect(page.contains("\"dateModified\": \"2010-03-08\"") && page.contains("\"datePublished\": \"2010-01-01\""))
    #expect(page.contains("<time datetime=\"2010-03-08\">March 8, 2010</time>"))
    #expect(
      try site.published("2010/2/index.html").contains("Updated: <time datetime=\"2010-05-01\">May 1, 2010</time>"))
    #expect(try !site.published("2010/3/index.html").contains("dateModified"))
    let map = try site.published("sitemap.xml")
    for (number, day) in [(1, "2010-03-08"), (2, "2010-05-01"), (3, "2010-01-03")] {
      #expect(map.contains("/2010/\(number)/</loc><lastmod>\(day)</lastmod>"))
    }
    let feed = try site.published("feed.xml")
    #expect(feed.contains("<dcterms:modified>2010-03-08</dcterms:modified>"))
    #expect(feed.contains(": The pier is of &amp;lt;stone&amp;gt;.&lt;/li&gt;"))
  }

  @Test("every page can list all topics with their entries, and knows the way to the root")
  func topics() throws {
    let site = try TemporarySite()
    try site.addIssue(1, body: "**Zebras.** Some.\n\n**Gnus.** Some.\n")
    try site.addIssue(2, body: "**Gnus.** More.\n")
    let all =
      "{% for topic in site.topics %}{{ topic.name }} {{ topic.count }} {{ topic.url }};{% endfor %}{{ page.root }}"
    for name in ["home.html", "volume.html", "404.html"] { try site.write("Templates/\(name)", all) }
    _ = try site.build()
    let list = "Gnus 2 /topics/gnus/;Zebras 1 /topics/zebras/;"
    #expect(try site.published("index.html") == list + "./")
    #expect(try site.published("2010/index.html") == list + "../")
    #expect(try site.published("404.html") == list + "/")
    try site.addIssue(2, body: "**Zebras.** More.\n")
    let report = try site.build()
    #expect(report.written.contains("404.html"))
    #expect(try site.published("404.html") == "Gnus 1 /topics/gnus/;Zebras 2 /topics/zebras/;/")
  }

  @Test("a withdrawn issue keeps its address and title, says so, and shows nothing of its text anywhere")
  func withdrawn() throws {
    let site = try TemporarySite()
    try site.addIssue(1, title: "The Third Pier")
    try site.addIssue(
      2, title: "The Chalk Pier", abstract: "*An abstract on chalk.*",
      body: "**Piers.** Made of chalk.\n\n![A pier](pier.png)",
      frontMatter: "---\nstatus: withdrawn\ntags: [harbours]\n---\n\n")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty && report.held.isEmpty)
    let page = try site.published("2010/2/index.html")
    #expect(page.contains("<h1>The Chalk Pier</h1>") && page.contains("Halina Brzeska"))
    #expect(page.contains("<strong>This issue has been withdrawn.</strong>") && !page.contains("noindex"))
    #expect(page.contains("\"creativeWorkStatus\": \"Withdrawn\""))
    for (file, bytes) in try site.publishedFiles() {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("on chalk") && !text.contains("of chalk") && !text.contains("#piers"), "\(file)")
    }
    #expect(try site.published("2010/index.html").contains("<s>The Chalk Pier</s>"))
    let feed = try site.published("feed.xml")
    #expect(feed.contains("<description>This issue has been withdrawn.</description>"))
    #expect(try site.published("topics/harbours/index.html").contains("The Chalk Pier"))
    // And comes back as it was.
    try site.addIssue(2, title: "The Chalk Pier", body: "Made of chalk.")
    _ = try site.build()
    #expect(try site.published("2010/2/index.html").contains("Made of chalk."))
  }

  @Test("a DOI stands in the citation and in the data for libraries")
  func doi() throws {
    let site = try TemporarySite()
    try site.addIssue(1, frontMatter: "---\ndoi: doi:10.5555/pier(1)\n---\n\n")
    _ = try site.build()
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<meta name=\"citation_doi\" content=\"10.5555/pier(1)\">"))
    #expect(page.contains("<a href=\"https://doi.org/10.5555/pier%281%29\">"))
    #expect(page.contains("\"identifier\": \"https://doi.org/10.5555/pier%281%29\""))
  }

  @Test("each version of a page names all of them, and the one for everybody else")
  func alternates() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/pages/about.md", "# About\n\nText.\n")
    try site.write("Content/pages/about.pl.md", "# O nas\n\nTekst.\n")
    try site.write("Content/pages/imprint.md", "---\ntitle: Imprint\nupdated: 2011-01-01\n---\n\nText.\n")
    _ = try site.build()
    let links = """
      <link rel="alternate" hreflang="%@" href="https://b.example.org/%@about/">
      <link rel="alternate" hreflang="%@" href="https://b.example.org/%@about/">
      <link rel="alternate" hreflang="x-default" href="https://b.example.org/about/">

      """
    #expect(try site.published("about/index.html").contains(String(format: links, "en", "", "pl", "pl/")))
    #expect(try site.published("pl/about/index.html").contains(String(format: links, "pl", "pl/", "en", "")))
    #expect(try !site.published("imprint/index.html").contains("hreflang=\"x-default\""))
    #expect(try site.published("sitemap.xml").contains("/imprint/</loc><lastmod>2011-01-01</lastmod>"))
  }

  @Test("every page links to the standing pages while they are few, and to twenty of no folder where they are many")
  func manyStandingPages() throws {
    for (count, inFolder, linked) in [(12, 8, 20), (12, 9, 12), (30, 1, 20)] {
      let site = try TemporarySite()
      try site.addIssue(1)
      for number in 0..<count { try site.write("Content/pages/lone-\(number).md", "# Lone\n\nText.\n") }
      for number in 0..<inFolder { try site.write("Content/pages/box/held-\(number).md", "# Held\n\nText.\n") }
      #expect(try site.build().isPublished)
      let page = Markup(try site.published("2010/1/index.html"))
      let links = page.attributes("href", after: "<a ").filter { $0.hasPrefix("/lone-") || $0.hasPrefix("/box/") }
      #expect(links.count == linked, "of \(count) pages and \(inFolder) in a folder")
      #expect(try site.published("lone-\(count - 1)/index.html").contains("Lone"))
    }
  }

  @Test("what a feed describes arrives as it was written")
  func description() throws {
    let site = try TemporarySite()
    try site.write(
      "Content/bulletins/1.md", "---\ntitle: Ice & <Snow>\ndate: 2010-01-01\nsummary: Below <5 & rising\n---\n\nText.\n"
    )
    _ = try site.build()
    let feed = try site.published("feed.xml")
    #expect(feed.contains("<description>Below &amp;lt;5 &amp;amp; rising</description>"))
    #expect(feed.contains("<title>Ice &amp; &lt;Snow&gt;</title>"))
  }

  @Test("each category is one in the feed, and theme keys have their types")
  func typedKeys() throws {
    let site = try TemporarySite()
    try site.write(
      "Content/bulletins/1.md",
      "---\ntitle: A\ndate: 2010-01-01\ncategories: [Ice, Snow]\nrating: 5\nhero: ~\ncode: '07'\n---\n\nText.\n")
    try site.write(
      "Templates/bulletin.html", "{{ issue.extra.rating + 1 }} {{ issue.extra.hero is none }} {{ issue.extra.code }}")
    _ = try site.build()
    #expect(try site.published("2010/01/01/index.html") == "6 True 07")
    #expect(try site.published("feed.xml").contains("<category>Ice</category>\n<category>Snow</category>"))
  }

  @Test("addresses have one slash between their parts, however many end the site's")
  func slashes() throws {
    let site = try TemporarySite()
    try site.addIssue(1)
    try site.write("Content/site.yaml", "title: B\nbase_url: https://x.org/b//\n")
    _ = try site.build()
    let page = try site.published("2010/1/index.html")
    #expect(page.contains("<link rel=\"canonical\" href=\"https://x.org/b/2010/1/\">"))
    #expect(!page.contains("b//"))
  }
}
