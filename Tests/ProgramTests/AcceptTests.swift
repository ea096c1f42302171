import Foundation
import TestSupport
import Testing

@testable import CommandLine

@Suite("Findings that a site does not want to be told of")
struct AcceptTests {
  private func site(_ settings: String = "") throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("Content/site.yaml", try site.read("Content/site.yaml") + settings)
    try site.addIssue(1, title: "The First", body: "It was at at noon.\n\nTODO: more.")
    try site.addIssue(2, title: "The Second", body: "The **harbour froze at at once.")
    return site
  }

  private func found(_ site: TemporarySite, _ arguments: String...) throws -> [String] {
    let result = try Project.run(["check", "--site", site.path, "--format", "json"] + arguments)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any], "\(result.messages)")
    return (object["diagnostics"] as? [[String: Any]] ?? []).map {
      "\($0["severity"] ?? "") \($0["kind"] ?? "") \(($0["file"] as? String ?? "").suffix(4)):\($0["line"] ?? "")"
    }
  }

  @Test("kinds are switched off or made serious, in all of the site or below a folder")
  func rules() throws {
    let site = try site("checks: {repeated-word: off, placeholder: error}\n")
    #expect(try found(site) == ["error placeholder 1.md:17", "warning stray-stars 2.md:15"])
    #expect(try site.build().isPublished, "a build does not look for what is only style")
    let below = try self.site(
      "checks:\n  stray-stars: error\n  bulletins/old:\n    repeated-word: off\n    stray-stars: on\n")
    try below.addIssue(3, title: "The Third", body: "It was **at at noon.", file: "old/3")
    #expect(
      try found(below).sorted() == [
        "advice placeholder 1.md:17", "advice repeated-word 1.md:15", "advice repeated-word 2.md:15",
        "error stray-stars 2.md:15", "warning stray-stars 3.md:15",
      ])
    #expect(try !below.build().isPublished)
  }

  @Test(
    "a kind that is none, an error, and a word that means nothing are mistakes of the settings",
    arguments: [
      ("{repeated-wrod: off}", "did you mean `repeated-word`?"), ("{missing-title: off}", "mend what it tells of"),
      ("{repeated-word: loud}", "write `off`, `on`, `advice`, `warning` or `error`"),
      ("off", "must be a mapping of kinds"),
    ])
  func wrong(checks: String, help: String) throws {
    let site = try site("checks: \(checks)\n")
    let result = try Project.run(["check", "--site", site.path])
    #expect(result.status == 1 && result.output.contains(help), "\(result.output)")
  }

  @Test("what is accepted is silent until its words change, also in builds, and lines above do not matter")
  func accepted() throws {
    let site = try site()
    let before = try found(site)
    #expect(before.count == 4)
    #expect(try found(site, "--accept").isEmpty)
    #expect(try site.build().diagnostics.isEmpty)
    try site.addIssue(
      1, title: "The First", body: "A new paragraph.\n\nIt was at at noon.\n\nTODO: more. And and more.")
    #expect(try found(site) == ["advice placeholder 1.md:19", "advice repeated-word 1.md:19"])
    try FileManager.default.removeItem(atPath: site.path + "/Content/accepted.yaml")
    #expect(try found(site).count == 5)
  }

  @Test("only what is said of files that are named is accepted, and errors are not")
  func some() throws {
    let site = try site()
    try site.addIssue(3, title: "The Third", body: "![x](missing.png) TODO")
    #expect(try found(site, "--accept", "Content/bulletins/3.md") == ["error missing-attachment 3.md:15"])
    #expect(try found(site).count == 5)
    #expect(try found(site, "--accept").count == 1)
    #expect(try found(site) == ["error missing-attachment 3.md:15"])
  }

  @Test("a comment in a text switches a kind off for a paragraph, and nobody sees it")
  func comments() throws {
    let site = try site()
    try site.addIssue(
      1, title: "The First",
      body:
        "<!-- check: off repeated-word -->\nIt was at at noon.\n\nIt was at at night. [There](nowhere.md)\n\n<!-- check: off broken-link -->\n"
    )
    #expect(try found(site).filter { $0.contains("1.md") } == ["advice repeated-word 1.md:18"])
    let report = try site.build()
    #expect(report.diagnostics.map(\.kind.name) == ["stray-stars"])
    #expect(try !site.read("Public/2010/1/index.html").contains("check: off"))
  }

  @Test("a comment that names no kind is shown where it stands, and not where the text has the same word")
  func unknown() throws {
    let site = try site()
    try site.addIssue(
      1, title: "The First",
      body: "One odd-wrod, one <!-- see -->\nmore. <!-- check: off odd-wrod -->\n\nAnd <!-- check: off -->\n")
    let found = try site.build().diagnostics.filter { $0.kind.name == "unknown-silence" }
    #expect(found.map(\.message) == ["no finding is called `odd-wrod`", "this switches nothing off"])
    #expect(found.map { $0.location?.column } == [23, 10])
  }
}
