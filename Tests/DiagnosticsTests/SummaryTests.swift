import Coding
import Testing
import Text

@testable import Diagnostics

@Suite("Sums of findings")
struct SummaryTests {
  private let source = SourceFile(path: "a,b:c%.md", bytes: Bytes("One\nTwo\n".utf8))

  private func findings(_ severity: Diagnostic.Severity, _ kind: String, _ count: Int) -> [Diagnostic] {
    (0..<count).map { Diagnostic(DiagnosticKind(kind, severity, ""), "no. \($0)", in: "\($0 % 2).md") }
  }

  private func printed(_ findings: [Diagnostic], isColored: Bool = false) -> String {
    var out = Bytes()
    FindingSummary(of: findings).print(to: &out, isColored: isColored)
    return out.string
  }

  @Test("a kind prints its first places and a count, and errors come last")
  func folding() {
    let text = printed(findings(.error, "e", 2) + findings(.advice, "a", 8) + findings(.warning, "w", 5))
    let heads = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads.first == "advice: no. 0 [a]" && heads.last == "error: no. 1 [e]")
    #expect(heads[5] == "… and 3 more [a] in 2 files" && heads[6] == "warning: no. 0 [w]")
    #expect(heads.count == 5 + 1 + 5 + 2)
    #expect(printed(findings(.advice, "b", 6)).contains("… and 1 more [b] in one file"))
  }

  @Test("a summary counts the kinds, the most important last")
  func table() {
    let summary = FindingSummary(of: findings(.error, "e", 1) + findings(.warning, "w", 12))
    #expect(summary.table == "  12  warning  w\n   1  error  e\n")
    #expect(summary.count(.warning) == 12 && summary.count(.advice) == 0)
  }

  @Test("a summary that was kept prints what it printed before")
  func kept() {
    let mendable = Diagnostic(
      DiagnosticKind("m", .advice, ""), "x", at: source.location(4..<7), help: "y",
      mend: Mend("write it so", [source.edit(4..<7, "Too".utf8)], isSafe: true))
    let all = findings(.error, "e", 30) + findings(.advice, "a", 8) + [mendable]
    let summary = FindingSummary(of: all)
    var writer = BinaryWriter()
    summary.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    let again = FindingSummary(from: &reader)
    var (first, second) = (Bytes(), Bytes())
    summary.print(to: &first)
    again.print(to: &second)
    #expect(first == second && reader.isComplete)
    #expect(again.table == summary.table && again.mendable == summary.mendable && summary.mendable == 1)
    #expect(again.groups.map(\.files) == [2, 1, 2] && again.count(.error) == 30)
  }

  @Test("what weighs less than is asked for is passed over")
  func least() {
    var out = Bytes()
    FindingSummary(of: findings(.error, "e", 1) + findings(.warning, "w", 1)).print(.error, to: &out)
    #expect(out.string.contains("[e]") && !out.string.contains("[w]"))
  }

  @Test("only terminals get colours")
  func colors() {
    #expect(!printed(findings(.error, "e", 1)).contains("\u{1B}"))
    #expect(printed(findings(.error, "e", 1), isColored: true).hasPrefix("\u{1B}[1;31merror\u{1B}[0m: no. 0"))
  }

  @Test("an annotation escapes what would end it")
  func annotation() {
    var out = Bytes()
    Diagnostic(
      DiagnosticKind("k", .advice, ""), "100%, so: it is", at: source.location(4..<7), help: "one", "two"
    ).printAnnotation(to: &out, below: "site/")
    Diagnostic(DiagnosticKind("k", .error, ""), "x", in: "d.md").printAnnotation(to: &out)
    Diagnostic(DiagnosticKind("k", .error, ""), "x\n\u{1B}", in: "a\n::e\u{7F}\u{9B}\u{202E}\u{2066}.md", help: "\u{7}")
      .printAnnotation(to: &out)
    #expect(
      out.string == """
        ::notice file=site/a%2Cb%3Ac%25.md,line=2,col=1,endColumn=4,title=k::100%25, so: it is%0Ahelp: one%0Ahelp: two
        ::error file=d.md,title=k::x
        ::error file=a␀%3A%3Ae␀␀␀␀.md,title=k::x␀␀%0Ahelp: ␀

        """)
  }
}
