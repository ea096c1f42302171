import TestSupport
import Testing

@Suite("Versions of a page in other languages")
struct LanguageVersionTests {
  /// An English and a Polish issue of one year, by one author and another.
  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.addIssue(1, byline: "Jan Buk, Ann Oak", body: "**Ice.** Text.\n\n**Reeds.** Text.")
    try site.write(
      "Content/bulletins/pl.md",
      "# B\n\nNr 9 • 3 lutego 2010 • © W\n\nRedakcja: Ewa Łęcka\n\n---\n\n## Tytuł\n\nJan Buk\n\n*S.*\n\n**Lód.** Tekst.\n"
    )
    try site.write("Content/topics.yaml", "- name: Ice\n  names: {pl: Lód}\n- Reeds\n")
    try site.write(
      "Content/people.yaml",
      "- name: Jan Buk\n  names: {pl: Johann Buk}\n  affiliation: {en: Tide Office, pl: Urząd Pływów}\n  biography: {en: Keeps tables.}\n"
        + "- Ann Oak\n- Ewa Łęcka\n- Halina Brzeska\n- Olgierd Tarnawa\n")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.isEmpty, "\(report.diagnostics.map(\.printed))")
    return site
  }

  @Test(
    "lists of one address are versions of each other",
    arguments: ["", "archive/", "2010/", "topics/", "topics/ice/", "people/", "people/jan-buk/", "editors/"])
  func lists(path: String) throws {
    let site = try site()
    for (own, other) in [("", "pl/"), ("pl/", "")] {
      let page = try Markup(site.published("\(own)\(path)index.html"))
      let links = page.attributes("hreflang", after: "<link rel=\"alternate\"").filter { !$0.isEmpty }
      #expect(Set(links).isSuperset(of: ["en", "pl", "x-default"]), "/\(own)\(path)")
      #expect(page.raw.contains("hreflang=\"x-default\" href=\"https://b.example.org/\(path)\""))
      #expect(page.raw.contains("<a href=\"/\(other)\(path)\" lang="), "the switch leads to the same page")
    }
    let map = try site.published("sitemap.xml")
    let versions = [("en", ""), ("pl", "pl/"), ("x-default", "")].map { tag, prefix in
      "<xhtml:link rel=\"alternate\" hreflang=\"\(tag)\" href=\"https://b.example.org/\(prefix)\(path)\"/>"
    }
    #expect(versions.allSatisfy { map.contains($0) }, "\(versions)")
  }

  @Test("where there is no such page, the switch leads to the home page and says so")
  func missing() throws {
    let site = try site()
    for path in ["people/ann-oak/", "topics/reeds/", "2010/1/"] {
      let page = try site.published("\(path)index.html")
      #expect(
        page.contains(
          "<a href=\"/pl/\" lang=\"pl\" hreflang=\"pl\">Polski</a> <span class=\"details\">(home page)</span>"))
      #expect(!page.contains("x-default"))
    }
    #expect(try !site.published("people/jan-buk/index.html").contains("(home page)"))
  }

  @Test("a language with no more than a standing page has a home and lists, which say that nothing came out yet")
  func standingAlone() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", "title: B\nbase_url: https://b.example.org/\nlanguages: [en, pl]\n")
    try site.addIssue(1)
    try site.write("Content/pages/about.md", "# About\n\nText.\n")
    try site.write("Content/pages/about.de.md", "# Über uns\n\nText.\n")
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.map(\.kind.name) == ["unknown-language"])
    for (prefix, said) in [
      ("de/", "Noch ist keine Ausgabe erschienen."), ("pl/", "Nie ukazał się jeszcze żaden numer."),
    ] {
      for path in ["", "archive/", "topics/", "people/", "editors/"] {
        let page = try Markup(site.published("\(prefix)\(path)index.html"))
        #expect(page.text.contains(said), "/\(prefix)\(path)")
        #expect(page.raw.contains("<a href=\"/\(path)\" lang=\"en\""), "the switch leads to the same page")
        #expect(try site.published("\(path)index.html").contains("<a href=\"/\(prefix)\(path)\" lang="))
      }
      #expect(try site.published("\(prefix)404.html").contains("<html lang=\"\(prefix.dropLast())\""))
      #expect(try site.published("\(prefix)feed.xml").contains("<rss"))
    }
  }

  @Test("the part of the site that a page belongs to is marked, and the page itself")
  func current() throws {
    let site = try site()
    for (path, section, mark) in [
      ("topics/", "topics/", "page"), ("topics/ice/", "topics/", "true"), ("2010/1/", "archive/", "true"),
      ("people/jan-buk/", "people/", "true"), ("editors/", "editors/", "page"),
    ] {
      let navigation = try Markup(site.published("\(path)index.html")).part("nav").raw
      #expect(navigation.contains("<a href=\"/\(section)\" aria-current=\"\(mark)\""), "/\(path)")
      #expect(Markup(navigation).count(of: "aria-current") == 1)
    }
  }

  @Test("a text of an authority file is that of the page's language, or says whose it is")
  func texts() throws {
    let site = try site()
    let english = try site.published("people/jan-buk/index.html")
    #expect(english.contains("<h1>Jan Buk</h1>") && english.contains("<p class=\"affiliation\">Tide Office</p>"))
    #expect(english.contains("<p class=\"biography\">Keeps tables.</p>"))
    let polish = try site.published("pl/people/jan-buk/index.html")
    #expect(polish.contains("<h1>Johann Buk</h1>") && polish.contains("<p class=\"affiliation\">Urząd Pływów</p>"))
    #expect(polish.contains("<p class=\"biography\" lang=\"en\">Keeps tables.</p>"))
    #expect(try site.published("pl/people/index.html").contains("Buk, Johann"))
  }
}
