import Foundation
import TestSupport
import Testing

@testable import CommandLine

@Suite("bulletin new, people and topics")
struct NewTests {
  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    for number in 1...3 { try site.addIssue(number, title: "The Title No. \(number)", body: "**Ice.** It froze.") }
    return site
  }

  private func run(_ site: TemporarySite, _ arguments: String...) throws -> Project.Result {
    try Project.run(arguments + ["--site", site.path])
  }

  @Test("the next issue is written beside the last one, and never over a file")
  func next() throws {
    let site = try site()
    let result = try run(site, "new", "--date", "2010-02-01", "--title", "Snow", "--authors", "Ewa Lis")
    #expect(result.output == "Content/bulletins/4.md\n" && result.messages == "No. 4 (80), 2010-02-01\n")
    let text = try site.read("Content/bulletins/4.md")
    #expect(text.contains("No. 4 (80) • February 1, 2010 • © VIIP\n") && text.contains("## Snow\n\nEwa Lis\n"))
    let check = try run(site, "check", "--format", "github")
    #expect(check.output.split(separator: "\n").allSatisfy { $0.contains("title=placeholder") }, "\(check.output)")
    try site.write("Content/bulletins/5.md", "mine")
    let second = try run(site, "new", "--date", "2010-02-02")
    #expect(second.status == 2 && second.messages.contains("it is there already"))
    #expect(try site.read("Content/bulletins/5.md") == "mine")
  }

  @Test("wrong words are told, and nothing is written")
  func wrong() throws {
    let site = try site()
    #expect(try run(site, "new", "--date", "tomorrow").messages.contains("--date must be a day such as"))
    #expect(try run(site, "new", "--language", "pt").messages.contains("the site has no language pt"))
    #expect(try run(site, "new", "--open").status == 2 || ProcessInfo.processInfo.environment["EDITOR"] != nil)
  }

  @Test("people and topics are printed as text, CSV and JSON")
  func registers() throws {
    let site = try site()
    let table = try run(site, "people").output.split(separator: "\n")
    #expect(table.first == "name             written  edited  first       last        similar")
    #expect(table.contains("Lena Orzech      3        0       2010-01-01  2010-01-03"))
    #expect(
      try run(site, "topics", "--format", "csv").output
        == "name,issues,first,last,similar,spellings,slug\r\nIce,3,2010-01-01,2010-01-03,,,ice\r\n")
    let json = try run(site, "topics", "--format", "json").output
    #expect(json.contains(#"{"name": "Ice", "slug": "ice", "issues": 3,"#))
  }

  @Test("the first authority files change nothing that is published, and are never written over others")
  func authorities() throws {
    let site = try site()
    let before = try site.build()
    #expect(before.isPublished && before.diagnostics.isEmpty)
    #expect(try run(site, "people", "--write").output == "Content/people.yaml: 3 entries\n")
    #expect(try run(site, "topics", "--write").output == "Content/topics.yaml: 1 entry\n")
    let after = try site.build()
    #expect(
      after.diagnostics.isEmpty && after.removed.isEmpty && after.added.isEmpty, "\(after.diagnostics.map(\.printed))")
    #expect(try run(site, "people", "--write").status == 2)
  }
}
