import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Publishing
@testable import System

@Suite("Mends of a site's files")
struct MendPlanTests {
  /// Slips with what they are when they are mended.
  private static let slips: [(wrong: String, right: String)] = [
    ("Nobody came , and all was well.", "Nobody came, and all was well."),
    ("See [a map](htps://example.org/map).", "See [a map](https://example.org/map)."),
    ("See pp. 3–4 and pp. 7-9 of it.", "See pp. 3–4 and pp. 7–9 of it."),
    ("The BÃ¤r is old.", "The Bär is old."), ("It\u{92}s cold.", "It’s cold."),
    ("###Winter of old", "### Winter of old"), ("• bread\n• salt", "- bread\n- salt"),
    ("1986. A great year for herring.", "1986\\. A great year for herring."),
    ("    A paragraph that stands in the middle.", "A paragraph that stands in the middle."),
    ("**Harbours. **They froze.", "**Harbours.** They froze."),
    ("See [a map] (https://example.org/map) of it.", "See [a map](https://example.org/map) of it."),
    ("The ferry ran all through that winter.\n---", "The ferry ran all through that winter.\n\n---"),
  ]
  private static let plain = [
    "The quay was rebuilt in May.", "**Tides.** They rose at once.", "> So it was said.", "Use `a , b` here.",
  ]

  @Test(
    "mending everything leaves a site that checks clean, and files that are right in every other byte", arguments: 0..<6
  )
  func everything(seed: Int) throws {
    var dice = SeededRandom(seed: seed)
    let site = try TemporarySite(theme: false)
    var wanted: [String: String] = [:]
    for number in 1...6 {
      let parts = (0..<Int.random(in: 1...8, using: &dice)).map { _ -> (wrong: String, right: String) in
        let slip = MendPlanTests.slips[Int.random(in: 0..<MendPlanTests.slips.count, using: &dice)]
        let plain = MendPlanTests.plain[Int.random(in: 0..<MendPlanTests.plain.count, using: &dice)]
        return Bool.random(using: &dice) ? slip : (plain, plain)
      }
      let end = Bool.random(using: &dice) ? "\n" : "\r\n"
      for isRight in [true, false] {
        let body = parts.map { isRight ? $0.right : $0.wrong }.joined(separator: "\n\n")
        try site.addIssue(number, title: "Letter \(number)", abstract: "*It is number \(number).*", body: body)
        let path = "Content/bulletins/\(number).md"
        let text = "\u{FEFF}" + (try site.read(path)).replacing("\n", with: end)
        try site.write(path, text)
        if isRight { wanted[path] = text }
      }
    }
    for round in 0..<10 {
      let plan = MendPlan(try Check.run(BuildOptions(site: site.path)).findings, in: site.path)
      if plan.isEmpty { break }
      #expect(round < 9)
      for text in plan.texts { try plan.write(text) }
    }
    for (path, text) in wanted {
      // As bytes: a mark at the start, and what ends lines, are the same.
      let mended = try Data(contentsOf: URL(filePath: site.path + "/" + path))
      #expect(Array(mended) == Array(text.utf8), "\(String(decoding: mended, as: UTF8.self))")
    }
  }

  @Test("a file that changed after it was looked at is left alone")
  func changed() throws {
    let site = try TemporarySite(theme: false)
    try site.addIssue(1, body: "Nobody came , and left.")
    let findings = try Check.run(BuildOptions(site: site.path)).findings
    let plan = MendPlan(findings, in: site.path)
    try site.addIssue(1, body: "Somebody else came , and left.")
    let text = try #require(plan.texts.first)
    #expect(throws: EnvironmentError.self) { try plan.write(text) }
    #expect(try site.read("Content/bulletins/1.md").contains("Somebody else came ,"))
    #expect(MendPlan(findings, in: site.path).isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: site.path + "/Content/bulletins")
    #expect(names == ["1.md"])
  }

  @Test("nothing outside of the content is written")
  func outside() throws {
    let site = try TemporarySite(theme: false)
    try site.write("other.md", "a , b\n")
    for path in ["other.md", "Content/../other.md", "Content/bulletins/../../other.md"] {
      let source = SourceFile(path: path, bytes: Array("a , b\n".utf8))
      let kind = DiagnosticKind("tried", .advice, "")
      let finding = Diagnostic(kind, "x", at: source.location(1..<2), mend: source.mend("x", 1..<2, ""))
      #expect(MendPlan([finding], in: site.path).isEmpty, "\(path)")
    }
  }
}
