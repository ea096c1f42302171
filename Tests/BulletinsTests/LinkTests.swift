import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Links")
struct LinkTests {
  @Test("a link in the title of a standing page is read, though the title is published without it")
  func linkInTitleOfPage() {
    let source = SourceFile(path: "about.md", bytes: Bytes("# About [us](javascript:x)\n\nText.\n".utf8))
    let page = StandingPage.read(source, address: "about", options: ReadingOptions())
    #expect(page.page?.title == "About us" && page.2.map { $0.location?.line } == [1], "\(page.2)")
    let file = SourceFile(path: "about.md", bytes: Bytes("# About [us](us.md)\n\nText.\n".utf8))
    let outline = StandingPage.read(file, address: "about", options: ReadingOptions()).page?.text
    #expect(outline?.links.count == 1)
  }

  @Test("an address without its scheme may be that of the author's own machine, too")
  func ownMachineWithoutScheme() {
    #expect(kinds(issue(body: "[a](//localhost:4000/2024/1/)")) == ["local-address:15"])
    #expect(kinds(issue(body: "[a](//example.org/2024/1/)")).isEmpty)
  }

  private func reading(_ body: String, home: String = "https://bay.example/") -> Reading {
    read(issue(body: body), path: "Content/bulletins/2024/1.md", options: ReadingOptions(home: home))
  }

  private func links(_ body: String, home: String = "https://bay.example/") -> [TextLink] {
    reading(body, home: home).issue?.lead.text.links ?? []
  }

  @Test(
    "an address is a place of the site, a file, or somebody else's affair",
    arguments: [
      ("/2024/2/#x", .site(path: "2024/2/"), "x"), ("https://bay.example/2024/2/", .site(path: "2024/2/"), ""),
      ("HTTP://Bay.Example/feed.xml?a#b", .site(path: "feed.xml"), "b"), ("//bay.example/a", .site(path: "a"), ""),
      ("https://bay.example", .site(path: ""), ""), ("#caf%C3%A9", .page(path: ""), "café"),
      ("../2/", .page(path: "../2/"), ""),
      ("2.md?print#x", .source(path: "Content/bulletins/2024/2.md"), "x"),
      ("../maps/a%20b.png?v=2", .attachment(path: "Content/bulletins/maps/a b.png", address: "maps/a b.png"), ""),
      ("icon@2x.png", .attachment(path: "Content/bulletins/2024/icon@2x.png", address: "icon@2x.png"), ""),
      ("@/news/2/index.md#x", .source(path: "*/news/2/index.md"), "x"),
      ("https://bay.example.org/x", nil, ""), ("mailto:a@bay.example", nil, ""), ("tel:+48123", nil, ""),
      ("doi:10.1/1", nil, ""), ("zotero://x", nil, ""), ("?print", nil, ""), ("//other.example/a", nil, ""),
    ] as [(String, TextLink.Target?, String)])
  func targets(address: String, target: TextLink.Target?, fragment: String) {
    let reading = reading("[a](\(address))")
    #expect(reading.issue?.lead.text.links.map(\.target) == (target.map { [$0] } ?? []))
    #expect(reading.issue?.lead.text.links.first?.fragment ?? "" == fragment)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.printed))")
  }

  @Test(
    "the address of a link by reference is found where it is defined, in a table, too",
    arguments: [
      ("[a] [b]\n\n[a]: maps/10 'x'\n[b]: maps/1", ["maps/10", "maps/1"]),
      ("| x |\n|---|\n| [a] |\n| [a] |\n\n[a]: <maps/1>", ["maps/1", "maps/1"]),
      ("[a] and [b](maps/2) and [a]\n\n[a]:  maps/1", ["maps/1", "maps/2", "maps/1"]),
    ])
  func definitions(body: String, addresses: [String]) {
    let text = issue(body: body)
    let found = links(body).map { String(decoding: Bytes(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == addresses)
  }

  @Test("a document is no picture, and an address with a comma for a dot is none")
  func noPictures() {
    #expect(kinds(issue(body: "![y](a.pdf) ![z](b.png)")) == ["no-picture:15"])
    #expect(kinds(issue(body: "[x](https://bay,example/)")) == ["unusable-address:15"])
  }

  @Test("a site below a path knows which addresses are its own")
  func rootedSite() {
    let home = "https://bay.example/notes/"
    #expect(links("[a](/notes/2024/2/)", home: home).map(\.target) == [.site(path: "2024/2/")])
    #expect(links("[a](https://bay.example:443/notes/)", home: home).map(\.target) == [.site(path: "")])
    #expect(links("[a](https://bay.example:8443/notes/)", home: home).isEmpty)
    #expect(links("[a](https://bay.example//notes/2024/2/)", home: home).map(\.target) == [.site(path: "2024/2/")])
    #expect(links("[a](https://bay.example/notes)", home: home).map(\.target) == [.site(path: "")])
    #expect(links("[b](https://bay.example/other/) [c](//bay.example/other/)", home: home).isEmpty)
    // Written so, it may be the site's, or something else on its host.
    let outside = links("[a](/other/#x)", home: home)
    #expect(outside.map(\.target) == [.site(path: "other/")] && outside.allSatisfy(\.isOutsideRoot))
    #expect(links("[a](/notes/2024/2/)", home: home).allSatisfy { !$0.isOutsideRoot })
  }

  @Test(
    "an address that no reader can open is a warning at the address",
    arguments: [
      ("htps://bay.example", "unusable-address"), ("https:/bay.example", "unusable-address"),
      ("https://", "unusable-address"), ("https://https://a.example", "unusable-address"),
      ("www.bay.example", "unusable-address"), ("bay.example:80/x", "unusable-address"),
      ("C:\\Users\\x.pdf", "unusable-address"), ("..\\img\\x.pdf", "unusable-address"),
      ("mailto:office", "unusable-address"),
      ("a@bay.example", "unusable-address"), ("mailt:a@b.example", "unusable-address"),
      ("http://localhost:4000/2024/2/", "local-address"), ("http://127.0.0.1/x", "local-address"),
      ("http://192.168.0.1/x", "local-address"),
      ("http://nas.local/x", "local-address"), ("https://172.20.1.1/", "local-address"),
      ("javascript:x", "dangerous-link"), (".env", "hidden-file"), ("img/.git/config", "hidden-file"),
    ])
  func mistakes(address: String, kind: String) {
    let found = reading("Words, and [more](\(address)) of them.").diagnostics
    #expect(found.map(\.kind.name) == [kind])
    #expect(found.first?.location?.column == 19 && found.first?.location?.line == 15)
  }

  @Test("what readers are told to open on their own machine is no mistake, and the address of an issue there is")
  func ownMachine() {
    let told = "Open http://localhost:8080, <http://127.0.0.1:3000/setup> or [localhost/a](http://localhost/a) there."
    #expect(reading(told).diagnostics.isEmpty)
    #expect(kinds(issue(body: "See http://localhost:4000/2024/2/ there.")) == ["local-address:15"])
    #expect(kinds(issue(body: "See [the map](http://localhost:4000/map.png).")) == ["local-address:15"])
    // Where previews listen, an address was copied from one.
    #expect(kinds(issue(body: "See <http://127.0.0.1:1313/tides>.")) == ["local-address:15"])
  }

  @Test("a path of a network is told, and nobody knows what to write in its place")
  func networkPath() {
    let found = reading("Words, and [more](\\\\server\\share\\a.pdf) of them.").diagnostics
    #expect(found.map(\.kind.name) == ["unusable-address"] && found.allSatisfy { $0.mend == nil })
  }

  @Test("a link without an address, with a hidden file or with a program in it is published as its words")
  func words() {
    for address in ["", ".env", "javascript:x"] {
      let reading = reading("a [*b*](\(address)) ![c](\(address)) d")
      #expect(reading.texts.first.map(\.string) ?? "<p>a <em>b</em> c d</p>\n" == "<p>a <em>b</em> c d</p>\n")
      #expect(reading.diagnostics.count == 2)
    }
  }

  @Test("each link is found at its own place, also when two have one address or stand in quotations and tables")
  func places() {
    let text =
      "x.md is [x](x.md) and [x.md](x.md)\nand [y].\n\n> q\n> [z](z.md)\n\n| a |\n|---|\n| [w](w.md) |\n\n[y]: y.md\n"
    let source = issue(body: text)
    let bytes = Array(source.utf8)
    let ranges = links(text).map(\.range)
    let names = ranges.map { Array(bytes[$0]).string }
    #expect(names == ["x.md", "x.md", "y.md", "z.md", "w.md"])
    let before = ranges.map { Array(bytes[($0.lowerBound - 1)..<$0.lowerBound]).string }
    #expect(before == ["(", "(", " ", "(", "("] && ranges[0].lowerBound < ranges[1].lowerBound)
  }

  @Test("two pictures of one name are two files, whatever comes first")
  func picturesOfOneName() {
    for text in ["![a](../maps/bay.png) ![b](maps/bay.png)", "![b](maps/bay.png) ![a](../maps/bay.png)"] {
      let addresses = Dictionary(
        uniqueKeysWithValues: links(text).compactMap(\.attachment).map { ($0.path, $0.address) })
      #expect(
        addresses == [
          "Content/bulletins/maps/bay.png": "up/maps/bay.png", "Content/bulletins/2024/maps/bay.png": "maps/bay.png",
        ])
    }
    let two = links("![a](../a.png) ![a](../../a.png) ![a](../a.png)").compactMap(\.attachment?.address)
    #expect(two == ["a.png", "up/up/a.png", "a.png"])
  }

  @Test("letters whose accents were taken apart are the same name")
  func decomposed() {
    let link = links("![x](zdje\u{328}cie.png)").first
    #expect(link?.attachment.map { Array($0.address.utf8) } == Array("zdj\u{119}cie.png".utf8))
    let html = reading("![x](zdje\u{328}cie.png)").texts.first?.string
    #expect(html == "<p><img loading=\"lazy\" src=\"zdj%C4%99cie.png\" alt=\"x\" /></p>\n")
  }

  @Test("addresses in HTML are those of the text")
  func html() {
    let body =
      "<figure><img src=\"../img/a.png\" alt=\"A\"></figure>\n\n<p>See <a href='2.md#x'>two</a>,\n<a href=\"javascript:x\">three</a>.</p>"
    let reading = reading(body)
    #expect(
      reading.texts.first?.string
        == "<figure><img src=\"img/a.png\" alt=\"A\" /></figure>\n<p>See <a href=\"bulletin-source:Content/bulletins/2024/2.md#x\">two</a>,\n<a>three</a>.</p>\n"
    )
    let links = reading.issue?.lead.text.links ?? []
    #expect(links.map(\.isImage) == [true, false])
    let source = Array(issue(body: body).utf8)
    #expect(links.map { Array(source[$0.range]).string } == ["../img/a.png", "2.md#x"])
    #expect(reading.diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["dangerous-link:18"])
  }

  @Test(
    "a link to a place of its text that another engine named leads to the heading",
    arguments: [
      ("relink-don-t-rebuild", "relink-dont-rebuild"), ("toc_relink-don-t-rebuild", "relink-dont-rebuild"),
      ("toc_Relink-don-t-rebuild", "relink-dont-rebuild"), ("Relink-don-t-rebuild", "Relink-don-t-rebuild"),
      ("toc_code-relink-code-don-t-rebuild", "relink-dont-rebuild"), ("łódź-i-wisła", "lodz-i-wisla"),
      ("nets:-and-ropes", "nets-and-ropes"),
      ("crabs-crab", "crabs"), ("nets-and-ropes-1", "nets-and-ropes-2"), ("Crabs", "Crabs"), ("nets", "nets"),
      ("nets-and-ropes-7", "nets-and-ropes-7"), ("crabs", "crabs"),
    ])
  func oldPlaces(fragment: String, id: String) {
    let headings =
      "## Relink, don't rebuild\n\n## Łódź i Wisła\n\n## Nets and ropes\n\n## Nets and ropes\n\n## Crabs 🦀\n"
    // A link that is taken out of the text is asked for nothing any more.
    let reading = reading("[a](#\(fragment)) [b](javascript:b) [c](.c)\n\n\(headings)")
    #expect(reading.texts.first?.string.contains("<a href=\"#\(id)\">a</a>") == true)
    #expect(reading.issue?.lead.text.links.map(\.fragment) == [id])
  }

  @Test("a link without words is a warning, and one around a picture has some")
  func withoutWords() {
    let found = reading("[](https://x.org/) [![](https://x.org/a.png)](https://x.org/)").diagnostics
    #expect(found.map { "\($0.kind.name):\($0.location?.column ?? 0)" } == ["link-without-words:4"])
    #expect(reading("[<img src=\"https://x.org/a.png\" alt=\"A\">](https://x.org/)").diagnostics.isEmpty)
    #expect(reading("[*![A](https://x.org/a.png)*](https://x.org/)").diagnostics.isEmpty)
  }
}
