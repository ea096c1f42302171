import Foundation
import Publishing
import TestSupport
import Testing

/// An archive that was moved has thousands of links that lead nowhere, and each is told what was probably meant.
@Suite("Many broken links")
struct ManyBrokenLinksTests {
  @Test(
    "each costs little, whatever it leads to",
    arguments: [
      ("chart-%d.PDF", "did you mean Content/bulletins/chart-%d.pdf?"),
      ("elsewhere/%d.md", "did you mean Content/bulletins/%d.md?"),
      ("1%d0x.md", "the path is relative to this file"),
      ("#part-%d-x", "did you mean `#part-%d`?"),
    ])
  func cost(link: String, help: String) throws {
    func filled(_ text: String, _ number: Int) -> String { text.replacing("%d", with: "\(number)") }
    let site = try TemporarySite(theme: false)
    for number in 0..<1_500 { try site.write("Content/bulletins/chart-\(number).pdf", "chart") }
    let links = (100..<200).map { "[a chart](\(filled(link, $0)))" }.joined(separator: "\n")
    let headings = (100..<200).map { "\n\n### Part \($0)\n\nText." }.joined()
    for number in 1...200 { try site.addIssue(number, body: number > 60 ? "Text." : links + headings) }
    let clock = ContinuousClock()
    var report: BuildReport?
    let took = try clock.measure { report = try site.build() }
    let found = try #require(report).diagnostics.filter { ["broken-link", "missing-anchor"].contains($0.kind.name) }
    #expect(found.count == 6_000 && found.first?.help == [filled(help, 100)], "\(found.first?.printed ?? "nothing")")
    // Where each look goes through all names, this takes minutes.
    #expect(took < .seconds(60))
  }
}
