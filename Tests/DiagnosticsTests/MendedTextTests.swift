import Coding
import TestSupport
import Testing
import Text

@testable import Diagnostics

@Suite("Mended texts")
struct MendedTextTests {
  private let kind = DiagnosticKind("odd-word", .advice, "")

  private func source(_ text: String) -> SourceFile { SourceFile(path: "a.md", bytes: Bytes(text.utf8)) }

  private func finding(_ source: SourceFile, _ range: Range<Int>, _ replacement: String) -> Diagnostic {
    Diagnostic(kind, "x", at: source.location(range), mend: source.mend("change it", range, replacement))
  }

  @Test("of mends that meet, the first is made")
  func meeting() {
    let source = source("one two three\n")
    let findings = [
      finding(source, 4..<7, "2"), finding(source, 6..<9, "x"), finding(source, 0..<3, "1"),
      finding(source, 4..<4, "y"),
    ]
    let text = MendedText(source, mending: findings)
    #expect(text.bytes.string == "1 2 three\n" && text.mended == [findings[0], findings[2]])
  }

  @Test("a file that is not as it was when a mistake was found is left alone")
  func changed() {
    let finding = finding(source("one two three\n"), 4..<7, "2")
    #expect(MendedText(source("one six three\n"), mending: [finding]).edits.isEmpty)
    #expect(MendedText(source("one"), mending: [finding]).edits.isEmpty)
    #expect(MendedText(SourceFile(path: "b.md", bytes: Bytes("one two".utf8)), mending: [finding]).edits.isEmpty)
  }

  @Test("edits that meet are no mend")
  func impossible() {
    let source = source("one two\n")
    #expect(Mend("x", [source.edit(0..<3, []), source.edit(2..<5, [])], isSafe: true) == nil)
    #expect(Mend("x", [], isSafe: true) == nil)
    #expect(source.guess("x", 0..<3, of: "two", "2") == nil)
  }

  @Test("what would change is a unified diff")
  func diff() {
    let source = source("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\nlast")
    let edits = [
      finding(source, 2..<3, "two\nand a half"), finding(source, 27..<31, "end"), finding(source, 31..<31, "\n"),
    ]
    let text = MendedText(source, mending: [edits[0], edits[1]])
    #expect(
      text.diff.string == """
        --- a/a.md
        +++ b/a.md
        @@ -1,5 +1,6 @@
         1
        -2
        +two
        +and a half
         3
         4
         5
        @@ -10,4 +11,4 @@
         10
         11
         12
        -last
        \\ No newline at end of file
        +end
        \\ No newline at end of file

        """)
    #expect(MendedText(source, mending: []).diff.isEmpty)
  }

  @Test("a mend is kept with its finding")
  func kept() {
    let finding = finding(source("one two\n"), 4..<7, "2")
    var writer = BinaryWriter()
    finding.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    #expect(Diagnostic(from: &reader) == finding && reader.isComplete)
    #expect(finding.json.bytes.string.contains(#""mend": {"summary": "change it", "safe": true"#))
  }

  @Test("the lines of a diff are those of the two texts, whatever is changed", arguments: 0..<200)
  func random(seed: Int) {
    var dice = SeededRandom(seed: seed)
    let source = source(
      String((0..<Int.random(in: 1...60, using: &dice)).map { _ in "ab\n".randomElement(using: &dice) ?? "a" }))
    let findings = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
      let start = Int.random(in: 0...source.bytes.count, using: &dice)
      let end = Int.random(in: start...min(source.bytes.count, start + 4), using: &dice)
      return finding(source, start..<end, ["", "x", "\n", "y\nz"].randomElement(using: &dice) ?? "")
    }
    let text = MendedText(source, mending: findings)
    #expect(patched(source.bytes, with: text.diff) == text.bytes.string)
  }

  /// What a diff makes of a text, as `patch` would.
  private func patched(_ bytes: Bytes, with diff: Bytes) -> String {
    var old = bytes.string.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
    if let last = old.popLast(), last != "\n" { old.append(String(last.dropLast())[...] + "") }
    var (new, at, last) = ([String](), 0, "")
    for line in diff.string.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) {
      switch line.first {
      case "@":
        let start = Int(line.dropFirst(4).prefix { $0.isNumber }) ?? 1
        while at < start - 1 {
          new.append(String(old[at]))
          at += 1
        }
      case " ":
        new.append(line.dropFirst() + "\n")
        at += 1
      case "-": at += 1
      case "+": new.append(line.dropFirst() + "\n")
      // What stands before it has no end; of a line that goes, that does not matter.
      case "\\": if last == "+" || last == " " { new[new.count - 1].removeLast() }
      default: break
      }
      last = line.first.map { String($0) } ?? ""
    }
    return (new + old[min(at, old.count)...].map { String($0) }).joined()
  }
}
