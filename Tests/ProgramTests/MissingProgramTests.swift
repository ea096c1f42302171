import Foundation
import TestSupport
import Testing

/// Programs that do a part of the work, where they are not installed.
@Suite("Programs that are missing")
struct MissingProgramTests {
  private let nowhere = ["PATH": "/nowhere"]

  @Test("a build that is to print says what it lacks, and publishes nothing")
  func printing() throws {
    let site = try TemporarySite(theme: false)
    try site.addIssue(1)
    let result = try Project.run("build", "--pdf", "--site", site.path, environment: nowhere)
    #expect(result.status == 2)
    #expect(result.messages.contains("PDFs can't be made: it is not installed; `apt install chromium` does that"))
    #expect(try site.publishedFiles().isEmpty)
    #expect(try Project.run("build", "--site", site.path, environment: nowhere).status == 0)
  }

  @Test("a check that is to ask the web says what it lacks; any other needs nothing")
  func asking() throws {
    let site = try TemporarySite(theme: false)
    try site.addIssue(1)
    let result = try Project.run("check", "--external", "--site", site.path, environment: nowhere)
    #expect(result.status == 2)
    #expect(
      result.messages.contains("links to other sites can't be asked for: it is not installed; `apt install curl`"))
    #expect(try Project.run("check", "--site", site.path, environment: nowhere).status == 0)
  }
}
