import Bulletins
import Diagnostics
import Testing

@testable import Site

@Suite("Patterns of old addresses")
struct AddressPatternTests {
  private static let place = SourceFile(path: "site.yaml", bytes: []).location(0..<0)

  private func address(
    _ pattern: String, keys: String = "", path: String = "Content/bulletins/news/2016-01-03-Low_Water.md"
  ) throws -> String? {
    let text = "---\ntitle: “Łódź” & the Mole's End\ndate: 2016-01-03\n\(keys)---\nx\n"
    let issue = try #require(Issue.read(SourceFile(path: path, bytes: Array(text.utf8))).issue)
    return try AddressPattern(pattern, at: Self.place).address(of: AddressSubject(issue, languages: ["en"]))?
      .description
  }

  @Test(
    "the words of Jekyll, Hugo, Pelican and WordPress mean what they mean there",
    arguments: [
      ("/:year/:month/:day/:title.html", "/2016/01/03/Low_Water.html"), ("/:slug/", "/low-water/"),
      ("/blog/:filename/", "/blog/2016-01-03-Low_Water/"), ("/:short_year/:i_month-:i_day", "/16/1-3"),
      ("/:year/:y_day/:title:output_ext", "/2016/003/Low_Water.html"),
      ("/:yearday/:slugorfilename/", "/3/2016-01-03-low_water/"), ("/{fileSlug}/", "/Low_Water/"),
      ("/:w_year/W:week/:w_day/:weekday/:short_day", "/2015/W53/7/0/Sun"),
      ("/:short_month/:long_month/:monthname/:long_day/:weekdayname", "/Jan/January/january/Sunday/sunday"),
      ("/:section/:sections/:title", "/news/news/Low_Water"),
      ("/{date:%Y}/{date:%m}/{slug}.html", "/2016/01/lodz-the-moles-end.html"),
      ("/%year%/%monthnum%/%postname%/", "/2016/01/Low_Water/"), ("pretty", "/2016/01/03/Low_Water/"),
      ("/:categories/:title/", "/Low_Water/"), ("/{author}/x", "/x"),
    ])
  func words(pattern: String, expected: String) throws { #expect(try address(pattern) == expected) }

  @Test("what a text says itself is stronger than the name of its file, and that than the title")
  func names() throws {
    #expect(try address("/:title/", keys: "slug: tides\n") == "/tides/")
    #expect(try address("/:title/", path: "Content/bulletins/12.md") == "/łódź-the-moles-end/")
    #expect(try address("/:title/", path: "Content/bulletins/2016-01-2x-tide.md") == "/2016-01-2x-tide/")
    #expect(try address("/:title/", path: "Content/bulletins/2016-01-03.md") == "/łódź-the-moles-end/")
    #expect(try address("/:filename/", path: "Content/bulletins/low/index.md") == "/low/")
    #expect(try address("/:categories/:title/", keys: "categories: [Coast, Sea]\n") == "/coast/sea/Low_Water/")
    #expect(try address("/%author%/", keys: "author: Ada Ó Néill\n") == "/ada-ó-néill/")
    #expect(try address("/%post_id%/", keys: "id: 55\n") == "/55/" && address("/%post_id%/") == nil)
    #expect(try address("/n/:number/", keys: "number: 4\n") == "/n/4/" && address("/n/:number/") == nil)
  }

  @Test(
    "Pelican wrote titles in Latin letters, and dropped signs but for low lines",
    arguments: [
      ("The State of Rust 0.7", "the-state-of-rust-07"), ("C++ & Rust: what’s new_in?", "c-rust-whats-new_in"),
      ("a/b ~ c", "ab-c"), ("Übergröße — Łódź", "ubergrosse-lodz"), ("Tom & Jerry's “Day”", "tom-jerrys-day"),
      ("a--b - c", "a-b-c"), ("x_y.z", "x_yz"), ("Ice (🦀)", "ice"), ("50 % more", "50-more"),
      ("日本語 タイトル", "ri-ben-yu-taitoru"), ("a _b_", "a-_b_"), ("…", nil),
    ] as [(String, String?)])
  func pelican(title: String, slug: String?) { #expect(PelicanSlug.of(title) == slug) }

  @Test("folders above those of posts were categories, before those that a text names, and each once")
  func foldersAsCategories() throws {
    func subject(_ folders: String, _ keys: String = "") throws -> AddressSubject {
      let text = "---\ntitle: Tide\ndate: 2016-01-03\n\(keys)---\nx\n"
      let source = SourceFile(path: "Content/bulletins/\(folders)/2016-01-03-tide.md", bytes: Array(text.utf8))
      return AddressSubject(try #require(Issue.read(source).issue), languages: ["en"])
    }
    let pattern = try AddressPattern("none", at: Self.place)
    func address(_ subject: AddressSubject) -> String? { pattern.address(of: subject)?.description }
    #expect(try address(subject("News/ice/_posts/2016")) == "/news/ice/tide.html")
    #expect(try address(subject("news/_posts", "categories: [Sea, News]\n")) == "/news/sea/tide.html")
    #expect(try address(subject("news")) == "/tide.html" && address(subject("_posts")) == "/tide.html")
    #expect(try subject("news/_posts").variants(for: pattern).map(address) == ["/tide.html"])
    #expect(try subject("_posts").variants(for: pattern).isEmpty)
  }

  @Test("Hugo made addresses of titles, and left signs out that others write as hyphens")
  func titles() throws {
    func subject(_ keys: String = "") throws -> AddressSubject {
      let text = "---\ntitle: Crane 2.0 – the Mole’s end! (part 1)\ndate: 2016-01-03\n\(keys)---\nx\n"
      let source = SourceFile(path: "Content/bulletins/news/2016-01-03-Low_[1] Water.md", bytes: Array(text.utf8))
      return AddressSubject(try #require(Issue.read(source).issue), languages: ["en"])
    }
    func address(_ pattern: String, _ subject: AddressSubject) throws -> String? {
      try AddressPattern(pattern, at: Self.place).address(of: subject)?.description
    }
    #expect(try address("/:year/:slug/", subject()) == "/2016/low-1-water/")
    #expect(try address("/:year/:slug/", subject().inHugosWay) == "/2016/crane-2.0-the-moles-end-part-1/")
    #expect(try address("/:section/:contentbasename/", subject()) == "/news/2016-01-03-low_1-water/")
    #expect(try address("/:year/:slug/", subject("slug: Low Water\n").inHugosWay) == "/2016/low-water/")
    #expect(try address("/:filename/", subject().inHugosWay) == "/2016-01-03-low_1-water/")
    #expect(try AddressPattern("/:year/:title/", at: Self.place).mayBeOfHugo == false)
    #expect(try AddressPattern("/:year/:filename/", at: Self.place).mayBeOfHugo)
  }

  @Test("Hugo put the names of folders in small letters, too")
  func foldersOfHugo() throws {
    let text = "---\ntitle: Ice\ndate: 2016-01-03\n---\nx\n"
    let source = SourceFile(path: "Content/bulletins/Blog/Ole Brandt/Ice_One.md", bytes: Array(text.utf8))
    let subject = AddressSubject(try #require(Issue.read(source).issue), languages: ["en"])
    for (written, expected) in [
      ("/:sections/:slugorfilename/", "/blog/ole-brandt/ice_one/"), ("/:section/:filename/", "/blog/ice_one/"),
    ] {
      let pattern = try AddressPattern(written, at: Self.place)
      #expect(subject.variants(for: pattern).map { pattern.address(of: $0)?.description } == [expected])
    }
  }

  @Test("a word that stands for nothing is said, with the nearest that does")
  func unknown() {
    #expect { try AddressPattern("/:yaer/:title/", at: Self.place) } throws: { error in
      (error as? AddressPattern.Unknown)?.word == ":yaer" && (error as? AddressPattern.Unknown)?.nearest == ":year"
    }
  }

  @Test("text of any letters is none, and a pattern is told from an address")
  func tokens() {
    #expect(AddressPattern.hasTokens("/news/:year/") && AddressPattern.hasTokens("/{slug}/"))
    #expect(!AddressPattern.hasTokens("/a:1/b%20c/100%/") && !AddressPattern.hasTokens("/a: b/"))
  }

  @Test("weeks belong to the year of their Thursday")
  func weeks() throws {
    for (day, week) in [("2008-12-29", "2009/01"), ("2010-01-03", "2009/53"), ("2016-12-31", "2016/52")] {
      let text = "---\ntitle: x\ndate: \(day)\n---\nx\n"
      let issue = try #require(Issue.read(SourceFile(path: "a/b/c.md", bytes: Array(text.utf8))).issue)
      let pattern = try AddressPattern(":w_year/:week", at: Self.place)
      #expect(pattern.address(of: AddressSubject(issue, languages: []))?.path == week)
    }
  }
}

@Suite("Patterns of paths")
struct PathPatternTests {
  @Test(
    "a name means any file or folder of it, a path what lies there, stars any letters or folders",
    arguments: [
      ("node_modules", "Content/bulletins/node_modules", true), ("*.txt", "Content/bulletins/2019/a.txt", true),
      ("*.txt", "Content/bulletins/a.txt.md", false), ("bulletins/2019", "Content/bulletins/2019", true),
      ("bulletins/2019", "Content/pages/bulletins/2019", false), ("/notes", "Content/notes", true),
      ("/notes", "Content/bulletins/notes", false), ("Content/notes/", "Content/notes", true),
      ("bulletins/**/old", "Content/bulletins/old", true), ("bulletins/**/old", "Content/bulletins/a/b/old", true),
      ("bulletins/**", "Content/bulletins/a/b", true), ("bulletins/**", "Content/bulletins", false),
      ("a*b*c", "Content/a-bb-c", true), ("a*b*c", "Content/acb", false), ("*", "Content/x", true),
      ("ab*ba", "Content/aba", false),
    ])
  func matching(pattern: String, path: String, matches: Bool) throws {
    #expect(try #require(PathPattern(pattern)).matches(path) == matches)
  }

  @Test("a pattern without a name is none")
  func empty() { #expect(PathPattern("/") == nil && PathPattern("") == nil) }
}
