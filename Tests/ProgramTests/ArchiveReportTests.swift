import Diagnostics
import TestSupport
import Testing

@testable import CommandLine
@testable import Publishing

@Suite("The report of an archive's first build")
struct ArchiveReportTests {
  private func site(_ issues: Int) throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...issues {
      try site.write(
        "Content/bulletins/2019-03-\(number < 10 ? "0" : "")\(number)-x.md",
        "---\ntitle: Letter \(number)\n---\n![Pier](pier.png)\n\n[Net](net.md)\n\n<iframe></iframe>\n")
    }
    return site
  }

  private func report(_ site: TemporarySite, skips: Bool = false) throws -> String? {
    let report = try site.build(skipsBroken: skips)
    return ArchiveReport(of: report.mistakesAndWarnings, report)?.text
  }

  @Test("many findings become a line a kind, with what mends most of them, errors first")
  func manyFindings() throws {
    let text = try #require(try report(site(20)))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count <= 10)
    #expect(lines[0] == "60 findings of 3 kinds in 20 files:")
    #expect(
      lines[1].hasPrefix("  20 errors [missing-attachment] in 20 files, first Content/bulletins/2019-03-01-x.md:4: "))
    #expect(text.contains("html-as-text") && text.contains("`raw_html: true`"))
    #expect(text.contains("each has one in its title (“Letter 1”): `numbers: title` in site.yaml"), "\(text)")
    #expect(text.contains("`bulletin build --skip-broken` publishes all but what is wrong in 20 files."))
  }

  @Test("few findings, and those of a site that was published before, are printed as ever")
  func usual() throws {
    #expect(try report(site(3)) == nil)
    let again = try site(20)
    #expect(try report(again, skips: true) != nil)
    #expect(try report(again, skips: true) == nil)
  }

  @Test("what mends a kind is said of kinds that there are")
  func mends() throws {
    let known = Set(try DeclaredKind.all().map(\.name))
    #expect(ArchiveReport.mends.keys.filter { !known.contains($0) } == [])
  }
}
