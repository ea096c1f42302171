import Coding
import Testing
import Text

@testable import Diagnostics

@Suite("Findings that nobody is told of")
struct SilenceTests {
  private let kind = DiagnosticKind("odd-word", .advice, "")
  private let grave = DiagnosticKind("lost-word", .error, "")

  private func source(_ text: String) -> SourceFile { SourceFile(path: "Content/a/b.md", bytes: Bytes(text.utf8)) }

  private func finding(_ source: SourceFile, line: Int, _ kind: DiagnosticKind? = nil) -> Diagnostic {
    Diagnostic(kind ?? self.kind, "x", at: source.location(source.range(ofLine: line)))
  }

  @Test("the rule of the innermost folder counts, and an error stays one")
  func rules() {
    var rules = FindingRules()
    rules.add("odd-word", .off)
    rules.add("lost-word", .off)
    let finding = finding(source("one\n"), line: 1)
    #expect(rules.said(finding) == nil)
    rules.add("odd-word", .severity(.error), below: "Content/a")
    #expect(rules.said(finding)?.severity == .error)
    rules.add("odd-word", .severity(.advice), below: "Content/ab")
    #expect(rules.said(finding)?.severity == .error)
    let error = self.finding(source("one\n"), line: 1, grave)
    #expect(rules.said(error) == error)
  }

  @Test(
    "a comment holds for the paragraph that it stands in or before, and at the end for all of the file",
    arguments: [
      ("one\n\n<!-- check: off odd-word -->\n\ntwo\nthree\n\nfour\n", [3, 4, 5, 6]),
      ("one\n\n<!-- check: off odd-word -->\ntwo\n\nfour\n", [3, 4]),
      ("one <!-- check: off other, odd-word -->\ntwo\n\nfour\n", [1, 2]),
      ("one\n\ntwo\n\n<!-- check: off odd-word -->\n", [1, 2, 3, 4, 5]),
      ("one\n\n<!-- check: off -->\n\n<!-- check: on odd-word -->\n\n<!-- check: off other -->\ntwo\n", []),
      ("one <!-- check: off odd-word\n\n-->\n", []),
    ])
  func comments(text: String, silent: [Int]) {
    let source = source(text)
    let places = SilencedPlaces(in: source)
    let lines = (1...text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    #expect(lines.filter { places.silence(finding(source, line: $0)) } == silent)
    #expect(lines.allSatisfy { !places.silence(finding(source, line: $0, grave)) })
    var writer = BinaryWriter()
    places.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    #expect(SilencedPlaces(from: &reader) == places && reader.isComplete)
  }

  @Test("what was accepted is known by its words, wherever its line is now")
  func accepted() {
    let before = finding(source("one\nat at noon\n"), line: 2)
    var accepted = AcceptedFindings()
    accepted.add("odd-word", AcceptedFindings.digest(of: before), in: before.path)
    #expect(accepted.contain(before))
    #expect(accepted.contain(finding(source("one\n\nnew\nat at noon\n"), line: 4)))
    #expect(!accepted.contain(finding(source("one\nat at night\n"), line: 2)))
    #expect(!accepted.contain(finding(source("one\nat at noon\n"), line: 2, grave)))
    var filter = FindingFilter()
    filter.accepted = accepted
    #expect(filter.said([before]).isEmpty)
  }
}
