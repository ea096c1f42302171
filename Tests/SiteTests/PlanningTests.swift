import Bulletins
import Testing

@testable import Site

@Suite("Planning")
struct PlanningTests {
  @Test(
    "the name of a page that shows texts is read as what it was written of",
    arguments: [
      TextPage.issue("en", 12), .feed("pl", format: "feed.xml"), .topicFeed("en", 0, format: "feed.xml"),
      .personFeed("pt-BR", 7, format: "atom.xml"),
    ])
  func names(_ page: TextPage) {
    #expect(TextPage(name: page.name) == page)
  }

  @Test(
    "what is no name of a page is none", arguments: ["", "issue en", "issue en x", "feed en", "topic en 3", "a b c"])
  func otherNames(_ name: String) {
    #expect(TextPage(name: name) == nil)
  }

  @Test(
    "a feed has a day's start in the site's zone, in winter and summer, east and west",
    arguments: [
      ("Europe/Warsaw", 2010, 2, 11, "Thu, 11 Feb 2010 00:00:00 +0100"),
      ("Europe/Warsaw", 2024, 7, 1, "Mon, 01 Jul 2024 00:00:00 +0200"),
      ("America/St_Johns", 2024, 1, 7, "Sun, 07 Jan 2024 00:00:00 -0330"),
      ("America/New_York", 2010, 1, 7, "Thu, 07 Jan 2010 00:00:00 -0500"),
      ("Asia/Kolkata", 2010, 1, 7, "Thu, 07 Jan 2010 00:00:00 +0530"),
      ("Pacific/Auckland", 2010, 1, 7, "Thu, 07 Jan 2010 00:00:00 +1300"),
      ("UTC", 2010, 1, 7, "Thu, 07 Jan 2010 00:00:00 +0000"), ("UTC", 1969, 12, 31, "Wed, 31 Dec 1969 00:00:00 +0000"),
    ])
  func feedDates(_ zone: String, _ year: Int, _ month: Int, _ day: Int, _ text: String) throws {
    let date = try #require(PublicationDate(year: year, month: month, day: day))
    #expect(String(decoding: SiteCalendar(timeZone: zone).rfc822(date), as: UTF8.self) == text)
  }

  @Test("no two kinds of pages share a template, and each template has a name of its own")
  func kinds() {
    let names = PageKinds.all.flatMap { $0.templates.map(\.page) }
    #expect(names.count == Set(names).count && names.count > 13)
  }

  @Test(
    "the address of a site has an origin and a root, however many slashes end it",
    arguments: [
      ("https://x.org", "https://x.org", "/"), ("https://x.org//", "https://x.org", "/"),
      ("http://x.org:80/b/c", "http://x.org:80", "/b/c/"), ("HTTPS://X.org/B//", "https://x.org", "/B/"),
      ("http://localhost:8080/", "http://localhost:8080", "/"), ("http://[::1]:80/", "http://[::1]:80", "/"),
      ("https://x.org/my.site", "https://x.org", "/my.site/"), ("https://x.org/v1.2/", "https://x.org", "/v1.2/"),
      ("https://x.org/~a/%20b", "https://x.org", "/~a/%20b/"),
    ])
  func addresses(_ text: String, _ origin: String, _ root: String) throws {
    let address = try SiteAddress.read(text).get()
    #expect(address.origin == origin && address.root == root)
  }

  @Test(
    "what is no address of a site is an error that says why",
    arguments: [
      ("ftp://x.org/", .noScheme(meant: nil)), ("x.org", .noScheme(meant: "https://x.org/")),
      ("/b/", .noScheme(meant: nil)), ("https:/x.org/", .noScheme(meant: nil)),
      ("https://", .noHost), ("https:///b", .noHost), ("https://:80/", .noHost), ("https://x y.org/", .wrongHost),
      ("https://x..org/", .wrongHost), ("https://x.org:8a/", .wrongHost), ("https://łódź.example/", .wrongHost),
      ("https://me:word@x.org/", .password), ("https://me@x.org/", .password), ("https://x.org/?a", .query),
      ("https://x.org/#a", .query), ("https://x.org/a//b/", .wrongPath), ("https://x.org//a/", .wrongPath),
      ("https://x.org:65536/", .wrongHost), ("https://x.org/%zz/", .wrongCharacter),
      ("https://x.org/a%2", .wrongCharacter),
      ("https://x.org/../a/", .wrongPath), ("https://x.org/a/./", .wrongPath), ("https://x.org/a b/", .wrongCharacter),
      ("https://x.org/a/index.html", .page("index.html")), ("https://x.org/Start.HTM/", .page("Start.HTM")),
    ] as [(String, SiteAddress.Problem)])
  func wrongAddresses(_ text: String, _ problem: SiteAddress.Problem) {
    #expect(SiteAddress.read(text) == .failure(problem))
    let (settings, found) = SiteSettings.read(
      .init(path: "site.yaml", bytes: Array("title: B\nbase_url: \"\(text)\"\n".utf8)))
    #expect(settings == nil && found.map { $0.location?.line } == [2] && found[0].message.hasSuffix(problem.message))
  }

  @Test("a character that was lost in the settings is told where it stands, and keeps nothing from being read")
  func lostCharacters() {
    let settings = "title: Å\u{81}Ã³dÅº\nbase_url: https://x.org/\ndescription: A \u{FFFD} here\n"
    let (read, found) = SiteSettings.read(.init(path: "site.yaml", bytes: Array(settings.utf8)))
    #expect(
      read != nil
        && found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["lost-characters:1", "lost-characters:3"])
  }

  @Test(
    "the last digit of an ISSN checks the others",
    arguments: [
      ("0378-5955", true), ("2434-561X", true), ("0378-5954", false), ("1234-5678", false), ("03785955", true),
      ("ISSN 2434-561x", true),
    ])
  func issn(_ text: String, _ isRight: Bool) {
    let settings = "title: B\nbase_url: https://x.org/\nissn: \(text)\n"
    let (read, found) = SiteSettings.read(.init(path: "site.yaml", bytes: Array(settings.utf8)))
    #expect(found.isEmpty == isRight && (read?.issn != nil) == isRight)
  }
}
