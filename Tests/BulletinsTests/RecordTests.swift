import Coding
import Diagnostics
import Testing
import Text

@testable import Bulletins

@Suite("What happens to an issue after it came out")
struct RecordTests {
  private func reading(_ lines: String) -> Reading {
    read("---\n\(lines)\n---\n\n" + issue(body: "**Piers.** Of chalk. ![A pier](pier.png)"))
  }

  private func findings(_ lines: String) -> [String] {
    reading(lines).diagnostics.map {
      "\($0.kind.name) \($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)"
    }
  }

  @Test(
    "an issue that was withdrawn keeps masthead and title, and nothing of its text",
    arguments: [
      "status: withdrawn", "Status: Retracted", "withdrawn: true",
    ])
  func withdrawn(line: String) throws {
    let reading = reading(line)
    let issue = try #require(reading.issue)
    #expect(issue.isWithdrawn && !issue.release.isDraft && reading.diagnostics.isEmpty)
    #expect(issue.title == "A Title" && issue.number?.description == "1" && issue.editors.count == 2)
    #expect(issue.lead.authors.map(\.name) == ["Lena Orzech"])
    #expect(issue.lead.abstract == nil && issue.lead.abstractHTML.isEmpty && reading.texts == [[]])
    #expect(issue.lead.text == TextOutline())
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    #expect(try #require(Reading.read(from: writer.bytes)?.issue).isWithdrawn)
  }

  @Test("nothing in a text that was withdrawn can be wrong")
  func noFindings() {
    let text = "---\nstatus: withdrawn\n---\n\n" + issue(body: "It ends here. but it goes on.")
    #expect(read(text).diagnostics.isEmpty)
    #expect(!read(text.replacing("withdrawn", with: "published")).diagnostics.isEmpty)
  }

  @Test("a word that is no status is an error at the word")
  func status() {
    #expect(findings("status: withdrwan") == ["unknown-status 2:9 “withdrwan” is no status"])
    #expect(reading("status: withdrwan").diagnostics.first?.help == ["did you mean `withdrawn`?"])
  }

  @Test("a change before the day of the issue is advice at its line, as it is not published")
  func earlyChanges() {
    func found(_ line: String) -> [String] {
      kinds("---\ntitle: A\ndate: 2010-02-02\n\(line)\n---\n\nText.\n")
    }
    #expect(found("updated: 2010-01-31") == ["early-update:4"])
    #expect(found("corrections: {date: 2010-01-31, note: Of stone.}") == ["early-update:4"])
    for line in ["updated: 2010-02-02", "updated: 2010-02", "updated: 2011-01-01", "lastmod: 2010-02-03"] {
      #expect(found(line) == [])
    }
  }

  @Test(
    "corrections are read in each form, the oldest first",
    arguments: [
      "corrections:\n  - date: 2010-03-08\n    note: 'Of stone, not of chalk.'\n  - {date: 'February 2, 2010', note: Two piers.}",
      "corrections:\n  - 2010-02-02: Two piers.\n  - 2010-03-08: Of stone, not of chalk.",
      "errata: ['2010-02-02: Two piers.', '2010-03-08: Of stone, not of chalk.']",
    ])
  func corrections(lines: String) {
    let issue = reading(lines).issue
    #expect(
      issue?.corrections.map { "\($0.date) \($0.note)" } == [
        "2010-02-02 Two piers.", "2010-03-08 Of stone, not of chalk.",
      ])
    #expect(issue?.modified?.description == "2010-03-08")
  }

  @Test("one correction needs no list")
  func oneCorrection() {
    #expect(reading("correction: {date: 2010-03-08, note: Of stone.}").issue?.corrections.count == 1)
    #expect(
      read("Title: A\nDate: 2010-01-01\nCorrections: 2010-03-08: Of stone.\n\nText.\n").issue?.corrections.count == 1)
  }

  @Test(
    "what is no correction is an error where it stands",
    arguments: [
      ("corrections: [{date: 2010-03-08}]", "wrong-value 2:16 this correction has no `note:`"),
      ("corrections: [{note: Of stone.}]", "wrong-value 2:16 this correction has no `date:`"),
      ("corrections:\n  - date: 2010-02-30\n    note: Of stone.", "impossible-date 3:11 February has no day 30"),
      (
        "corrections: Of stone.",
        "wrong-value 2:14 `corrections` must be a list of `date:` with `note:`, not a text"
      ),
    ])
  func wrongCorrections(lines: String, finding: String) { #expect(findings(lines) == [finding]) }

  @Test("an issue was changed when it says so, or on the day of its last correction, but never before it came out")
  func modified() {
    #expect(reading("updated: 2010-04-01").issue?.modified?.description == "2010-04-01")
    #expect(reading("lastmod: 2010-04-01T10:00:00Z").issue?.modified?.description == "2010-04-01")
    #expect(
      reading("updated: 2010-02-01\ncorrections: [2010-03-08: Of stone.]").issue?.modified?.description == "2010-03-08")
    #expect(reading("updated: 2010-01-07").issue?.modified == nil)
    #expect(reading("lang: en").issue?.modified == nil)
  }

  @Test("a standing page that was withdrawn is held back")
  func withdrawnPage() {
    let page = StandingPage.read(
      SourceFile(path: "about.md", bytes: Bytes("---\ntitle: A\nstatus: withdrawn\n---\n\nText.\n".utf8)),
      address: "about", options: ReadingOptions())
    #expect(page.page?.release.isDraft == true)
  }

  @Test("a DOI is read in any form, and one that is none is an error at its value")
  func doi() {
    #expect(reading("doi: https://doi.org/10.5555/piers.1").issue?.doi?.description == "10.5555/piers.1")
    #expect(findings("doi: 10.5555") == ["wrong-identifier 2:6 “10.5555” is not a DOI"])
  }
}
