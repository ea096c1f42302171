import Bulletins
import Testing

@Suite("Former addresses")
struct FormerAddressTests {
  @Test(
    "an address is read in any form",
    arguments: [
      ("/news/66/", "/news/66/"), ("news/66", "/news/66"), ("/old/one.html", "/old/one.html"),
      ("https://old.example.org/a/b/", "/a/b/"), ("//old.example.org/a", "/a"), ("https://old.example.org", "/"),
      ("/caf%C3%A9/", "/café/"), ("/a b/", "/a b/"), ("//a//b//", "/b/"), ("/a//b", "/a/b"), ("/a/#part", "/a/"),
      ("/?p=12", "/?p=12"), ("/a?x=1&y=2#z", "/a?x=1&y=2"), ("/a?", "/a"), ("/100%25/", "/100%/"),
    ])
  func forms(written: String, understood: String) {
    #expect(FormerAddress(written)?.description == understood)
  }

  @Test(
    "an address that climbs, is hidden or can be no file is none",
    arguments: [
      "../../etc", "/a/../b", "/a/%2e%2e/b", "/a/%2E%2E%2Fb", "/.git/config", "/a/./b", "/a\\b", "/a\u{7}b", "/a%00b",
      "/a%zz", String(repeating: "a/", count: 600), String(repeating: "a", count: 201),
    ])
  func refused(written: String) { #expect(FormerAddress(written) == nil) }

  @Test("all keys that other generators have add to one list, each address at its place")
  func keys() throws {
    let keys = "permalink: /en/1/\nurl: /u.html\nredirect_from:\n  - /r/1/\n  - r/2\naliases: [/a]\n"
    let reading = read("---\ntitle: x\ndate: 2024-05-07\n\(keys)---\nx\n")
    let written = try #require(reading.issue?.formerAddresses)
    #expect(written.map(\.address.description) == ["/en/1/", "/u.html", "/r/1/", "/r/2", "/a"])
    #expect(written.map(\.location.line) == [4, 5, 7, 8, 9])
    #expect(written[3].location.column == 5 && written[3].location.width == 3)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(
    "words and formulas of other generators are no addresses, and the address of another page is kept for templates",
    arguments: [
      "permalink: pretty", "permalink: false", "permalink: \"/x/{{ page.next }}/\"",
      "permalink: \"/x/{% if a %}b{% endif %}/\"", "url: https://a.b/c",
    ])
  func notAddresses(line: String) {
    let reading = read("---\ntitle: x\ndate: 2024-05-07\n\(line)\n---\nx\n")
    #expect(reading.issue?.formerAddresses.isEmpty == true && reading.diagnostics.isEmpty)
    #expect((reading.issue?.extra.first?.key == "url") == line.hasPrefix("url"))
  }

  @Test("a name in addresses is read with its percent signs or without them")
  func slug() {
    for (written, name) in [("%d0%bb%d1%91%d0%b4-2", "лёд-2"), ("100%", "100%"), ("лёд", "лёд")] {
      #expect(read("---\ntitle: x\ndate: 2024-05-07\nslug: '\(written)'\n---\nx\n").issue?.slug == name)
    }
  }

  @Test(
    "an address that Eleventy makes by a template is a pattern",
    arguments: [
      ("/x/{{ page.fileSlug }}/index.html", "/x/{fileSlug}/"),
      ("{{ page.filePathStem }}.html", "/:sections/{fileSlug}.html"),
      ("/{{ title | slugify }}/", "/{title}/"), ("/{{ lang }}/{{slug}}/", "/{lang}/{slug}/"),
      ("/{{ page.date | date: '%Y/%m' }}/{{ title | slug }}/", "/:year/:month/{title}/"),
    ])
  func templates(written: String, pattern: String) {
    let reading = read("---\ntitle: x\ndate: 2024-05-07\npermalink: \"\(written)\"\n---\nx\n")
    #expect(reading.issue?.formerAddresses.map(\.address.description) == [pattern])
  }

  @Test("an address that is none is an error at its own place")
  func wrong() {
    let error = read("---\ntitle: x\ndate: 2024-05-07\naliases: [/a/, ../b]\n---\nx\n").diagnostics.first
    #expect(error?.kind.name == "bad-address" && error?.location?.line == 4 && error?.location?.column == 16)
  }
}
