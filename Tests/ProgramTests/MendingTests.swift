import Foundation
import TestSupport
import Testing

@testable import CommandLine

@Suite("bulletin check --fix")
struct MendingTests {
  private func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.addIssue(
      1, title: "The First", body: "Nobody came , and [all](htps://example.org) left.\r\n\r\nSo it was at at last.")
    try site.addIssue(2, title: "The Second", body: "##Ice\n\n• one\n• two")
    return site
  }

  private func run(_ site: TemporarySite, _ arguments: String...) throws -> Project.Result {
    try Project.run(["check", "--site", site.path] + arguments)
  }

  @Test("without a terminal and without --yes, it shows what would change and changes nothing")
  func shown() throws {
    let site = try site()
    let before = try site.read("Content/bulletins/1.md")
    let result = try run(site, "--fix")
    #expect(result.output.contains("-Nobody came , and [all](htps://example.org) left."))
    #expect(result.output.contains("+Nobody came, and [all](https://example.org) left."))
    #expect(result.messages.contains("nothing was changed; --yes mends these 4 places in 2 files"))
    #expect(try site.read("Content/bulletins/1.md") == before)
  }

  @Test("with --yes the bytes concerned change, and a second run finds nothing to mend")
  func mended() throws {
    let site = try site()
    let before = try site.read("Content/bulletins/1.md")
    let result = try run(site, "--fix", "--yes", "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((object["mended"] as? [Any])?.count == 4)
    let text = try site.read("Content/bulletins/1.md")
    #expect(text == before.replacing("came ,", with: "came,").replacing("htps:", with: "https:"))
    let again = try run(site, "--fix", "--yes")
    #expect(!again.output.contains("---") && again.status == 0)
    #expect(try site.read("Content/bulletins/1.md") == text)
  }

  @Test("only files that are named are mended")
  func named() throws {
    let site = try site()
    let before = try site.read("Content/bulletins/1.md")
    _ = try run(site, "--fix", "--yes", "Content/bulletins/2.md")
    #expect(try site.read("Content/bulletins/1.md") == before)
    #expect(try site.read("Content/bulletins/2.md").contains("## Ice\n\n- one\n- two\n"))
  }

  @Test("a file behind a link is mended where it lies, and keeps its permissions")
  func links() throws {
    let site = try site()
    let (link, file) = (site.path + "/Content/bulletins/2.md", site.path + "/Content/shared.md")
    try FileManager.default.moveItem(atPath: link, toPath: file)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../shared.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    _ = try run(site, "--fix", "--yes")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../shared.md")
    #expect(try site.read("Content/shared.md").contains("## Ice"))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: site.path + "/Content")
    #expect(names.sorted() == ["bulletins", "shared.md", "site.yaml"])
  }
}
