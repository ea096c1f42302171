import Foundation
import TestSupport
import Testing

/// What the program prints for people and programs, to the last byte: `Tests/Material/outputs` has it.
@Suite("Whole outputs")
struct WholeOutputTests {
  /// Long after all dates of the sites here.
  private static let noon = ["SOURCE_DATE_EPOCH": "1767225600"]

  /// A site with two issues, of which one is to be warned of, and one that is not finished.
  private func write(_ site: TemporarySite, unfinished: String = "Text.") throws {
    try site.write("Content/topics.yaml", "- name: Iran\n  also: [Persia]\n- name: Gas\n")
    try site.addIssue(
      1, title: "Opening Talks", byline: "Ann Oak", body: "**Iran.** Neither side moved.\n\n**Prospects.** Few.")
    try site.addIssue(
      2, title: "Gas & <Rail>", byline: "Max Elm and Zoë Łęcka", body: "**Gas.** It ends here. but it goes on.",
      editors: "Editors: Ann Oak (Chief; Web), Max Elm")
    try site.addIssue(3, title: "Unfinished", body: unfinished, frontMatter: "---\ndraft: true\n---\n\n")
    try date(site.path)
  }

  /// Says of the issues that they were saved one after the other.
  private func date(_ site: String) throws {
    for number in 1...3 {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000 + Double(number))],
        ofItemAtPath: site + "/Content/bulletins/\(number).md")
    }
  }

  @Test("`why` tells of an issue, an index and a feed, as text and as JSON")
  func why() throws {
    let site = try TemporarySite()
    try write(site)
    func run(_ arguments: String...) throws -> String {
      let result = try Project.run(arguments + ["--site", site.path], environment: Self.noon)
      return "$ \(arguments.joined(separator: " "))\n\(result.output)\(result.messages)= \(result.status)\n\n"
    }
    var text = try run("why", "/2010/1/")
    _ = try Project.run("build", "--site", site.path, environment: Self.noon)
    text += try run("why", "https://b.example.org/2010/1/#iran") + run("why", "topics/iran") + run("why", "feed.xml")
    text += try run("why", "/2010/3/") + run("why", "/2010/3/", "--drafts")
    try site.addIssue(1, title: "Opening Talks", byline: "Ann Oak", body: "**Iran.** Other words.")
    _ = try Project.run("build", "--site", site.path, environment: Self.noon)
    text += try run("why", "/2010/1/")
    try WholeOutput.expect(text, isIn: "why.txt")
    let json = try run("why", "/2010/2/", "--format", "json") + run("why", "/sitemap.xml", "--format", "json")
    try WholeOutput.expect(json, isIn: "why-json.txt")
    try site.write("Content/site.yaml", "title: [\n")
    try WholeOutput.expect(
      run("why", "/"),
      is: "$ why /\nthe site's settings or theme can't be read; `bulletin build` says why\n= 1\n\n")
  }

  @Test("`inspect` tells an editor what was understood of issues, and what was not")
  func inspect() throws {
    let files = [
      "roles.md", "run-in-stops.md", "front-matter-language.md", "number-twice.md", "number-once.md", "none.md",
    ]
    let result = try Project.run(["inspect"] + files, in: Project.material + "/mastheads")
    #expect(result.status == 1)
    try WholeOutput.expect(result.output + result.messages, isIn: "inspect.txt")
  }

  @Test("`build --profile` tells how long each stage, template and page took")
  func profile() throws {
    let site = try TemporarySite()
    try write(site)
    let result = try Project.run("build", "--profile", "--site", site.path, environment: Self.noon)
    #expect(result.status == 0)
    let all = result.messages.components(separatedBy: "\n")
    let times = all.filter { $0.contains(" ms  ") }
    func parts(_ line: String) -> (took: Int, what: String) {
      let parts = line.components(separatedBy: " ms  ")
      return (Int(parts[0].trimmingCharacters(in: .whitespaces)) ?? -1, parts[1])
    }
    let pages = times.map(parts).filter { $0.what.hasPrefix("/") }
    let templates = times.map(parts).filter { $0.what.contains(", on all threads") }
    let stages = times.map(parts).filter { !$0.what.hasPrefix("/") && !$0.what.contains(",") }
    // Which pages took longest, nobody knows before; all else is the same each time.
    #expect(pages.count == 10 && pages.map(\.took) == pages.map(\.took).sorted(by: >))
    for page in pages { #expect(FileManager.default.fileExists(atPath: site.path + "/Public" + page.what)) }
    #expect(templates.map(\.took) == templates.map(\.took).sorted(by: >))
    #expect(times.map(parts).allSatisfy { $0.took >= 0 } && times.count == pages.count + templates.count + stages.count)
    // Other kinds of pages and formats of feeds come and go.
    let shown = templates.map(\.what).filter { ["404", "bulletin", "feed", "home"].contains($0.prefix { $0 != "." }) }
    let text = (stages.map(\.what) + shown.sorted() + all.filter { !$0.contains(" ms  ") }).joined(separator: "\n")
    let sum = result.output.replacing(/, [0-9.]+ s\n/, with: ", N s\n").replacing(
      /\d+ (pages|feeds|files written)/
    ) { "N \($0.output.1)" }
    try WholeOutput.expect(text + sum, isIn: "profile.txt")
  }

  @Test("the preview's panel tells what was understood of an issue, and its list has all of them")
  func preview() throws {
    let site = try TemporarySite()
    try write(site, unfinished: "It ends here. but it goes on.")
    try site.write("Content/bulletins/broken.md", "Title: Broken\n\nNo date.\n")
    let preview = try PreviewProcess(of: site.path, environment: Self.noon) { try date($0) }
    func get(_ address: String) throws -> String {
      let answer = try preview.get(address)
      #expect(answer.status == 200 && answer.headers["content-type"] == "text/html; charset=utf-8")
      // How it looks is a file of its own.
      return answer.text.replacing(preview.site, with: "SITE").replacing(
        /<style>[^<]*<\/style>/, with: "<style></style>")
    }
    try WholeOutput.expect(try get("/.preview/"), isIn: "preview-list.html")
    try WholeOutput.expect(
      try get("/.preview/panel?page=/2010/2/") + "\n" + get("/.preview/panel?page=%2F2010%2F3%2F") + "\n",
      isIn: "preview-panels.html")
    #expect(try get("/.preview/panel?page=/topics/") == "" && get("/.preview/panel?page=/2010/9/") == "")
    #expect(try preview.get("/.preview").headers["location"]?.hasSuffix("/.preview/") == true)
  }

  @Test("a site map of more than 50,000 addresses is an index of site maps")
  func manyAddresses() throws {
    // Nothing but the pages that are asked for is made.
    let site = try TemporarySite()
    for number in 1...250 {
      let tags = (1...200).map { "t\(number)-\($0)" }.joined(separator: ", ")
      try site.addIssue(number, frontMatter: "---\ntags: [\(tags)]\n---\n")
    }
    let preview = try PreviewProcess(of: site.path)
    let index = try preview.get("/sitemap.xml")
    #expect(
      index.text == """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://b.example.org/sitemap-1.xml</loc></sitemap>
        <sitemap><loc>https://b.example.org/sitemap-2.xml</loc></sitemap>
        </sitemapindex>

        """)
    let maps = try (1...2).map { try preview.get("/sitemap-\($0).xml") }
    #expect(maps.allSatisfy { Markup.isWellFormedXML($0.body) && Markup($0.text).count(of: "<urlset") == 1 })
    let addresses = maps.map { Markup($0.text).parts("loc") }
    #expect(addresses[0].count == 50_000 && (450..<550).contains(addresses[1].count))
    #expect(Set(addresses.joined()).count == addresses[0].count + addresses[1].count)
    #expect(addresses.joined().contains("https://b.example.org/topics/t250-200/"))
  }
}
