import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Bulletins
@testable import Languages

@Suite("The next issue")
struct NextIssueTests {
  /// The issue after those whose files are given, the oldest first.
  private func next(
    _ files: [(path: String, text: String)], _ day: String = "2021-03-04", in tag: String = "en",
    _ wishes: NewIssue.Wishes = .init(), readsRunIns: Bool = true
  ) throws -> NewIssue {
    let options = ReadingOptions(languages: .ofProgram)
    let sources = files.map { SourceFile(path: "Content/bulletins/" + $0.path, bytes: Bytes($0.text.utf8)) }
    let issues = try sources.map { try #require(Bulletins.Issue.read($0, options: options).issue, "\($0.path)") }
    let house = NewIssue.House(
      reading: options, series: "HARBOUR NOTES", publisher: "Quay Trust", readsRunIns: readsRunIns)
    return NewIssue(
      after: issues, on: try #require(PublicationDate(iso: day)), in: tag, wishes, house,
      source: { path in sources.first { $0.path == path } })
  }

  private func masthead(_ line: String, _ rest: String = "") -> String {
    "# HARBOUR NOTES\n\n\(line)\n\nEditors: Wanda Reef (Editor-in-Chief), Otto Kiel\n\n---\n\n## Ropes\n\nOtto Kiel\n\n*Short.*\n\nText.\n\(rest)"
  }

  @Test(
    "numbers, date and path go on, whatever the number line looks like",
    arguments: [
      (
        "2021/007.md", "No. 7 (57) • February 25, 2021 • © Quay Trust", "No. 8 (58) • March 4, 2021 • © Quay Trust",
        "2021/008.md"
      ),
      (
        "2020/051.md", "No. 51 (57) • December 25, 2020 • © 2020 Quay Trust",
        "No. 1 (58) • March 4, 2021 • © 2021 Quay Trust", "2021/001.md"
      ),
      ("2021-02-25-ropes.md", "No. 7 • 25 February 2021", "No. 8 • 4 March 2021", "2021-03-04.md"),
      ("n7/index.md", "No. 7 | 2021-02-25 | © Quay Trust", "No. 8 | 2021-03-04 | © Quay Trust", "n8/index.md"),
      ("2020/9-10.md", "Vol. 3, No. 9–10 (99–100) • December 2020", "Vol. 4, No. 1 (101) • March 2021", "2021/1.md"),
      ("12.md", "No. 12/2020 • Winter 2020/2021", "No. 1/2021 • Spring 2021", "1.md"),
      (
        "2021-007.pl.md", "Nr 7 (57) • 25 lutego 2021 r. • © Quay Trust", "Nr 8 (58) • 4 marca 2021 • © Quay Trust",
        "2021-008.pl.md"
      ),
    ])
  func lines(path: String, line: String, wanted: String, newPath: String) throws {
    let issue = try next([(path, masthead(line))], in: path.hasSuffix(".pl.md") ? "pl" : "en")
    #expect(issue.text.string == masthead(wanted).components(separatedBy: "## ")[0] + "## TODO\n\n*TODO*\n\nTODO\n")
    #expect(issue.path == "Content/bulletins/" + newPath)
  }

  @Test("a series that counts on from year to year goes on so, and a double issue has two numbers")
  func counting() throws {
    var wishes = NewIssue.Wishes()
    wishes.isDouble = true
    let files = [("a7.md", masthead("No. 7 • May 1, 2019")), ("a8.md", masthead("No. 8 • May 1, 2020"))]
    let issue = try next(files, in: "en", wishes)
    #expect(issue.label == "9–10" && issue.path == "Content/bulletins/a9-10.md")
  }

  @Test("what is known of it already stands in it, and is read back")
  func wishes() throws {
    var wishes = NewIssue.Wishes()
    (wishes.title, wishes.authors, wishes.topics) = ("Sails: A \"Fair\" Wind", "Ewa Lis and Jo Bay", ["Sails", "Wind"])
    for (text, file) in [
      (masthead("No. 7 (57) • February 25, 2021"), "7.md"),
      (
        "---\ntitle: Ropes\nnumber: 7\ndate: 2021-02-25\neditors:\n  - {name: Wanda Reef, roles: [Editor-in-Chief]}\n---\n\nText.\n",
        "007-ropes.md"
      ),
    ] {
      let issue = try next([(file, text)], in: "en", wishes)
      let read = try #require(Bulletins.Issue.read(SourceFile(path: issue.path, bytes: issue.text)).issue)
      #expect(read.title == wishes.title && read.lead.authors.map(\.name) == ["Ewa Lis", "Jo Bay"])
      #expect(read.lead.text.runIns.map(\.text) == ["Sails", "Wind"] && read.number?.first == 8)
      #expect(read.editors.first?.roles == ["Editor-in-Chief"])
    }
    let issue = try next(
      [("7.md", "---\ntitle: Ropes\nnumber: 7\ndate: 2021-02-25\n---\n\nText.\n")], in: "en", wishes, readsRunIns: false
    )
    #expect(issue.text.string.contains("topics: [\"Sails\", \"Wind\"]\n"))
  }

  @Test("line ends are those of the last issue")
  func lineEnds() throws {
    let issue = try next([("7.md", masthead("No. 7 (57) • February 25, 2021").replacing("\n", with: "\r\n"))])
    #expect(
      issue.text.string == masthead("No. 8 (58) • March 4, 2021").components(separatedBy: "## ")[0].replacing(
        "\n", with: "\r\n") + "## TODO\r\n\r\n*TODO*\r\n\r\nTODO\r\n")
  }

  @Test("a series begins with number 1", arguments: ["en", "pl"])
  func first(tag: String) throws {
    let issue = try next([], in: tag)
    let sign = tag == "en" ? "No. 1 (1) • March 4, 2021" : "Nr 1 (1) • 4 marca 2021"
    #expect(issue.text.string.hasPrefix("# HARBOUR NOTES\n\n\(sign) • © Quay Trust\n\n---\n\n## TODO\n"))
    #expect(issue.path == "Content/bulletins/2021/001\(tag == "en" ? "" : ".pl").md")
  }

  @Test("a series without numbers has none after it")
  func unnumbered() throws {
    let issue = try next([("2021-02-25-ropes.md", "---\ntitle: Ropes\ndate: 2021-02-25\n---\n\nText.\n")])
    #expect(issue.label == nil && issue.path == "Content/bulletins/2021-03-04.md")
    #expect(issue.text.string == "---\ntitle: \"TODO\"\ndate: 2021-03-04\n---\n\nTODO\n")
  }

  @Test("whatever mastheads there are, the one after them reads back", arguments: MastheadFiles.all)
  func mastheads(_ path: String) throws {
    let text = try Project.text("Tests/Material/mastheads/\(path)")
    let options = ReadingOptions(languages: .ofProgram)
    let source = SourceFile(path: "Content/bulletins/\(path)", bytes: Bytes(text.utf8))
    guard let last = Bulletins.Issue.read(source, options: options).issue else { return }
    let house = NewIssue.House(reading: options, series: nil, publisher: nil, readsRunIns: true)
    let day = try #require(PublicationDate(year: last.date.year + 1, month: 5, day: 6))
    let issue = NewIssue(after: [last], on: day, in: last.language, .init(), house, source: { _ in source })
    let reading = Bulletins.Issue.read(SourceFile(path: issue.path, bytes: issue.text), options: options)
    let read = try #require(reading.issue, "\(issue.text.string)\n\(reading.diagnostics.map(\.printed).joined())")
    #expect(
      read.date == issue.date && read.editors == last.editors && read.series == last.series, "\(issue.text.string)")
    #expect(read.number?.address == issue.numbers.number?.address, "\(issue.text.string)")
    #expect(read.cumulative?.address == issue.numbers.cumulative?.address, "\(issue.text.string)")
  }
}

/// The files of `Tests/Material/mastheads`.
enum MastheadFiles {
  static let all: [String] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: Project.folder + "/Tests/Material/mastheads")) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "README.md" && !$0.hasPrefix("bad-") }.sorted()
  }()
}
