import TestSupport
import Testing

@Suite("Sites in other languages")
struct LanguageSiteTests {
  private static let settings = "title: B\nbase_url: https://b.example.org/\nlanguages: "

  @Test("more languages than a site can have texts in are one mistake")
  func tooManyLanguages() throws {
    let site = try TemporarySite()
    try site.write(
      "Content/site.yaml", Self.settings + "[" + (0..<5_000).map { "l\($0)" }.joined(separator: ", ") + "]\n")
    try site.addIssue(1)
    let errors = try site.build().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["`languages` has 5000 languages; it may have 200"])
  }

  @Test("a file in Content/languages is all that a language takes")
  func invented() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", Self.settings + "[tlh, en]\n")
    try site.addIssue(1)
    #expect(try site.build().diagnostics.map(\.kind.name) == ["language-without-data"])
    try site.write(
      "Content/languages/tlh.yaml",
      """
      name: Klingon
      masthead: {number: [mI], editors: [gherwI’pu’]}
      dates:
        months: [jar wa’, jar cha’, wej, loS, vagh, jav, Soch, chorgh, Hut, wa’maH, vatlh, DIvI]
        day: ["{day} {month} DIS {year}"]
      names: {conjunctions: [je]}
      text: {quotes: [<<, ">>", "[", "]"]}
      words: {archive: De’, number_sign: "mI’ {}"}

      """)
    try site.write(
      "Content/bulletins/1.md",
      "# B\n\nmI 7 • 3 wej DIS 2024 • © X\n\ngherwI’pu’: Lena Orzech\n\n---\n\n## T\n\nJan Kos je Eva Lis\n\n*S.*\n\nText.\n"
    )
    let report = try site.build()
    #expect(report.isPublished && report.diagnostics.map(\.kind.name) == ["missing-string"])
    let page = try Markup(site.published("2024/7/index.html"))
    #expect(page.text.contains("mI’ 7") && page.text.contains("3 wej DIS 2024") && page.text.contains("De’"))
    #expect(page.text.contains("<<T>>") && page.text.contains("Eva Lis"))
    #expect(page.attribute("lang", after: "<html") == "tlh")
    try site.write("Content/languages/tlh.yaml", "months: 12\n")
    #expect(try site.build().diagnostics.contains { $0.kind.name == "unknown-setting" })
  }

  @Test("a site says a single word otherwise, and says nothing of languages that it does not have")
  func overrides() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", Self.settings + "[en]\n")
    try site.write("Templates/strings/en.yaml", "archive: Back issues\n")
    try site.write("Templates/strings/pl.yaml", "archive: Archiwum\nmotto: X\n")
    try site.write("Content/languages/en.yaml", "words:\n  people: Who is who\n")
    try site.addIssue(1)
    let report = try site.build()
    let page = try Markup(site.published("2010/1/index.html"))
    #expect(page.text.contains("Back issues") && page.text.contains("Who is who") && page.text.contains("Topics"))
    #expect(report.diagnostics.map(\.path) == ["Templates/strings/en.yaml"], "only English lacks the motto")
  }

  @Test(
    "names are parted by the comma of the language's script, or by what its file says",
    arguments: [
      ("ar", "A One، B Two، C Three"), ("fa", "A One، B Two، C Three"), ("he", "A One, B Two, C Three"),
      ("ja", "A One、B Two、C Three"), ("zh", "A One、B Two、C Three"), ("ko", "A One, B Two, C Three"),
      ("eo", "A One / B Two / C Three"),
    ])
  func commas(language: String, authors: String) throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", Self.settings + "[\(language)]\n")
    try site.write("Content/languages/eo.yaml", "name: Esperanto\ntext: {commas: [\" / \", \"; \"]}\n")
    try site.write(
      "Content/bulletins/1.md",
      "---\ntitle: T\nnumber: 1\ndate: 2024-05-07\nauthors: [A One, B Two, C Three]\n---\n\nText.\n")
    _ = try site.build()
    let page = try Markup(site.published("2024/1/index.html"))
    #expect(page.text.contains(authors), "below the title")
    #expect(
      page.text.contains(
        "\(authors)\(language == "zh" ? "，" : language == "eo" ? "; " : String(authors.dropFirst(5).prefix { $0 != "B" }))"
      ))
    #expect(try Markup(site.published("2024/index.html")).text.contains(authors), "in a list")
    try site.write("Content/languages/eo.yaml", "text: {commas: [x]}\n")
    #expect(try language != "eo" || site.build().diagnostics.contains { $0.message.contains("two marks") })
  }

  @Test("large numbers are parted as the language's file shows, and else as is usual in the language")
  func digits() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", Self.settings + "[eo, pl, fr, hi]\n")
    try site.write(
      "Content/languages/eo.yaml",
      "name: Esperanto\ntext: {digits: \"12'345'678\"}\nplurals: {one: n = 1}\nwords: {issue_count: {other: \"{} numeroj\"}}\n"
    )
    try site.write(
      "Templates/404.html",
      "{{ t.issue_count | counted(1234567) }} {% for n in [9999, 10000, 1234567] %} {{ n | digits(site.language) }}{% endfor %}"
    )
    try site.write("Content/bulletins/1.md", "---\ntitle: T\nnumber: 1\ndate: 2024-05-07\n---\n\nText.\n")
    #expect(try site.build().isPublished)
    for (page, text) in [
      ("404.html", "1'234'567 numeroj  9999 10'000 1'234'567"),
      ("pl/404.html", "1\u{A0}234\u{A0}567 numerów  9999 10\u{A0}000 1\u{A0}234\u{A0}567"),
      ("fr/404.html", "1\u{202F}234\u{202F}567 numéros  9999 10\u{202F}000 1\u{202F}234\u{202F}567"),
      ("hi/404.html", "1,234,567 issues  9999 10,000 12,34,567"),
    ] {
      let found = try Markup(site.published(page)).text
      #expect(found == text, "\(page): \(found.debugDescription)")
    }
    try site.write("Content/languages/eo.yaml", "name: Esperanto\ntext: {digits: 1.000}\n")
    let wrong = try #require(site.build().diagnostics.first { $0.message.contains("“1.000” does not show") })
    #expect(wrong.path == "Content/languages/eo.yaml")
  }

  @Test("a page of a script from right to left says so")
  func direction() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", Self.settings + "[he]\n")
    try site.write("Content/bulletins/1.md", "---\ntitle: א\nnumber: 1\ndate: 2024-05-07\n---\n\nא\n")
    _ = try site.build()
    #expect(try site.published("2024/1/index.html").contains("<html lang=\"he\" dir=\"rtl\">"))
  }

  @Test("what is known only to the month is published with no day, wherever machines look for one")
  func months() throws {
    let site = try TemporarySite()
    for (number, date) in [(1, "March 2024"), (2, "April–May 2024"), (3, "Q3 2024"), (4, "Autumn 2024")] {
      try site.write(
        "Content/bulletins/\(number).md",
        "# B\n\nVol. 9, No. \(number) • \(date) • © X\n\nEditors: A Bee\n\n---\n\n## T\n\nC Dee\n\n*S.*\n\nText.\n")
    }
    #expect(try site.build().diagnostics.isEmpty)
    let pages = try (1...4).map { try site.published("2024/\($0)/index.html") }
    for (page, date) in zip(pages, ["2024-03", "2024-04", "2024", "2024"]) {
      #expect(page.contains("datetime=\"\(date)\"") && page.contains("citation_volume\" content=\"9\""))
      #expect(!page.contains("2024-03-01") && !page.contains("2024/04/01"))
    }
    #expect(Markup(pages[1]).text.contains("April–May 2024") && Markup(pages[3]).text.contains("Autumn 2024"))
    let feed = try site.published("feed.xml")
    #expect(!feed.contains("pubDate") && feed.contains("<dc:date>2024-03</dc:date>"))
  }

  @Test("a January issue that is dated in December belongs to the year that it names")
  func january() throws {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", Self.settings + "[pl]\n")
    for (file, line, matter) in [
      ("a", "Nr 1/2026 (13) • 15 grudnia 2025", ""), ("b", "Nr 2 (14) • 20 grudnia 2025", "---\nyear: 2026\n---\n"),
      ("c", "Nr 12 (12) • 1 grudnia 2025", ""),
    ] {
      try site.write(
        "Content/bulletins/\(file).md",
        "\(matter)# B\n\n\(line) • © X\n\nRedakcja: A Bee\n\n---\n\n## T\n\nC Dee\n\n*S.*\n\nText.\n")
    }
    #expect(try site.build().diagnostics.isEmpty)
    #expect(try Markup(site.published("2026/1/index.html")).text.contains("15 grudnia 2025"))
    #expect(try Markup(site.published("2026/index.html")).text.contains("20 grudnia 2025"))
    #expect(try site.published("2025/12/index.html").contains("rel=\"next\" href=\"/2026/1/\""))
  }
}
