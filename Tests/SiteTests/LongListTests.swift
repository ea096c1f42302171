import Foundation
import Publishing
import TestSupport
import Testing

/// An archive of some thousand issues of a few lines, of which every list is long.
@Suite("Lists of a large archive")
struct LongListTests {
  private static let words = ["gas", "rail", "ice", "port", "reed", "salt", "dune", "oak"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Three years of issues by few people on few topics, and many people and topics beside them.
  private static func site(ofYears issues: Int) throws -> TemporarySite {
    let site = try TemporarySite()
    for index in 0..<3 * issues {
      let (year, number) = (2018 + index / issues, index % issues + 1)
      let (month, day) = ((number - 1) * 12 / issues + 1, number % 28 + 1)
      let rare = "\(words[index % 8]) \(words[index / 8 % 8]) \(words[index / 64 % 8])".capitalized
      let authors = "Ann Oak, \(rare.replacing(" ", with: "")) \(words[index / 64 % 8].capitalized)"
      try site.write(
        "Content/bulletins/\(year)/\(number).md",
        "# B\n\nNo. \(number) (\(index + 1)) • \(months[month - 1]) \(day), \(year) • © V\n\n"
          + "Editors: Zed Fox (Chief)\(index % 7 == 0 ? "" : ", Max Elm")\n\n---\n\n## On \(rare) and what came of it\n\n\(authors)\n\n*A.*\n\n"
          + "**Trade.** Text.\n\n**\(rare).** Text.\n")
    }
    return site
  }

  @Test("no page has more than 300 links or 150 KB, every issue is on its lists once, and all parts can be reached")
  func weights() throws {
    let site = try Self.site(ofYears: 700)
    #expect(try site.build().isPublished)
    var links: [String: Set<String>] = [:]
    for (file, data) in try site.publishedFiles() where file.hasSuffix("index.html") {
      let page = Markup(String(decoding: data, as: UTF8.self))
      let count = page.count(of: "<a ")
      #expect(count <= 300, "/\(file) has \(count) links")
      #expect(data.count <= 150 * 1024, "/\(file) has \(data.count) bytes")
      links[String(file.dropLast("index.html".count))] = Set(
        page.attributes("href", after: "<a ").map { String($0.split(separator: "#")[0].dropFirst()) })
    }
    /// The pages below an address, which are reached from it by links to pages below it.
    func parts(of address: String) -> Set<String> {
      var (found, open): (Set<String>, [String]) = ([address], [address])
      while let next = open.popLast() {
        for link in links[next] ?? [] where link.hasPrefix(address) && links[link] != nil && found.insert(link).inserted
        {
          open.append(link)
        }
      }
      return found
    }
    let issues = Set(links.keys.filter { $0.split(separator: "/").count == 2 && $0.hasPrefix("20") })
    #expect(issues.count == 2_100)
    let volumes = ["2018/", "2019/", "2020/"].flatMap { year in parts(of: year).filter { !issues.contains($0) } }
    for (list, pages) in [
      ("volumes", volumes), ("topic", Array(parts(of: "topics/trade/"))),
      ("person", Array(parts(of: "people/ann-oak/"))),
    ] {
      let listed = pages.reduce(into: Set<String>()) { $0.formUnion(links[$1] ?? []) }
      #expect(listed.intersection(issues).count == 2_100, "\(list)")
    }
    for folder in ["people", "topics"] {
      let all = Set(
        links.keys.filter {
          $0.hasPrefix(folder + "/") && !$0.contains("/letters/") && $0.split(separator: "/").count == 2
        })
      let listed = parts(of: folder + "/").filter { $0.contains("/letters/") || $0 == folder + "/" }
      #expect(all.count > 300)
      #expect(
        listed.reduce(into: Set<String>()) { $0.formUnion(links[$1] ?? []) }.intersection(all) == all, "\(folder)")
    }
    try expectWords(in: site)
  }

  /// What the pages say of the parts.
  private func expectWords(in site: TemporarySite) throws {
    let volume = try site.published("2019/index.html")
    #expect(volume.contains("<a href=\"/2019/months/03/\">March</a>"))
    #expect(volume.contains("rel=\"prev\" href=\"/2018/\"") && volume.contains("rel=\"next\" href=\"/2020/\""))
    let month = try site.published("2019/months/03/index.html")
    #expect(month.contains("<h1><a href=\"/2019/\">Volume 2019</a>: March</h1>"))
    #expect(month.contains("rel=\"next\" href=\"/2019/months/04/\""))
    let topic = try site.published("topics/trade/2019/2/index.html")
    #expect(topic.contains("<h1><a href=\"/topics/trade/\">Trade</a>: 2019</h1>"))
    #expect(topic.contains("href=\"/topics/trade/2019/2/\" aria-current=\"page\""))
    #expect(topic.contains("<a href=\"/2019/241/#trade\">"))
    let index = try Markup(site.published("topics/index.html"))
    let most = index.part("section")
    #expect(most.text.contains("With most issues") && most.text.contains("<a href=\"/topics/trade/\">Trade</a>"))
    #expect(most.count(of: "<li>") == 60 && !index.text.contains("No issue has been published yet"))
    #expect(try !site.published("topics/letters/t/index.html").contains("With most issues"))
    let editor = try Markup(site.published("people/max-elm/index.html"))
    #expect(editor.count(of: "<a href=\"/20") == 3, "the volumes of a long time alone are links")
    let chief = try Markup(site.published("people/zed-fox/index.html")).part("table").text
    #expect(chief.contains("<td>1–700</td>") && chief.contains("Chief"))
  }

  @Test("a change of an issue changes what a clean build would make otherwise, and nothing else")
  func changed() throws {
    let site = try Self.site(ofYears: 60)
    try site.write("Content/site.yaml", site.read("Content/site.yaml") + "list_items: 20\n")
    _ = try site.build()
    let path = "Content/bulletins/2019/45.md"
    try site.write(path, site.read(path).replacing("## On ", with: "## Again on "))
    var options = BuildOptions(site: site.path, jobs: 2)
    options.verifies = true
    let report = try Build.run(options)
    #expect(report.isPublished && !report.diagnostics.contains { $0.kind.name == "not-verified" })
    #expect(try site.published("topics/trade/2019/3/index.html").contains("Again on "))
    #expect(report.written.count < 40, "\(report.written.count) files are written for one title")
  }
}
