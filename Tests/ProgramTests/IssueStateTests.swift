import Bulletins
import Diagnostics
import Testing
import Text

@testable import CommandLine
@testable import Publishing

/// What a build, the preview and machines call the state of an issue.
@Suite("The state of an issue")
struct IssueStateTests {
  private func state(_ withholding: Withholding?, frontMatter: String = "") throws -> String? {
    let text = "---\ntitle: A\ndate: 2010-01-01\n\(frontMatter)---\n\nText.\n"
    let issue = try #require(Bulletins.Issue.read(SourceFile(path: "1.md", bytes: Bytes(text.utf8))).issue)
    let facts = LiveSite.IssueFacts(
      issue: issue, address: "/", topics: [], diagnostics: [], withholding: withholding, previous: nil, next: nil,
      feed: "/feed.xml", saved: 0)
    return ListedIssue(facts: facts).state
  }

  @Test("the preview uses the words of a build")
  func words() throws {
    let day = try #require(PublicationDate(year: 2010, month: 2, day: 3))
    let all: [Withholding] = [.draft, .scheduled(day), .expired(day)]
    let previewed = try all.map { try state($0) }
    #expect(previewed == ["draft", "scheduled for 2010-02-03", "expired on 2010-02-03"])
    var report = BuildReport(diagnostics: [])
    report.held = all.enumerated().map { HeldText(path: "\($0.offset).md", title: nil, reason: $0.element) }
    #expect(report.heldBack.hasPrefix("held back: 3 texts (1 draft, 1 expired, 1 scheduled)\n"))
    for (reason, held) in zip(all, report.held) {
      #expect(held.json.bytes.string.contains("\"because\": \"\(reason.name)\""))
    }
  }

  @Test("an issue that was withdrawn is published, and the preview says so")
  func withdrawn() throws {
    #expect(try state(nil) == nil)
    #expect(try state(nil, frontMatter: "status: withdrawn\n") == "withdrawn")
    #expect(try state(.draft, frontMatter: "withdrawn: true\ndraft: true\n") == "draft, withdrawn")
  }
}
