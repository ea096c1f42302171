import Testing

@testable import Diagnostics
@testable import Text

@Suite("Diagnostics")
struct DiagnosticTests {
  private let kind = DiagnosticKind("impossible-date", .error, "")

  @Test("a finding is printed with its line and a caret under its range")
  func printing() {
    let source = SourceFile(path: "a.md", bytes: Bytes("# X\n\nNo. 7 • łuty 30, 2010 • ©\n".utf8))
    let start = 5 + Array("No. 7 • ".utf8).count
    let diagnostic = Diagnostic(
      kind, "February has no day 30", at: source.place(start..<start + Array("łuty 30, 2010".utf8).count),
      help: "write the date as printed")
    #expect(
      diagnostic.printed == """
        error: February has no day 30 [impossible-date]
         --> a.md:3:9
          |
        3 | No. 7 • łuty 30, 2010 • ©
          |         ^^^^^^^^^^^^^
          = help: write the date as printed

        """)
  }

  @Test("a long line is cut around the range")
  func longLines() {
    let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let source = SourceFile(path: "a.md", bytes: Bytes(line.utf8))
    let lines = Diagnostic(kind, "x", at: source.place(500..<504)).printed.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 120 })
    let column = lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) } ?? 0
    #expect(lines[3].dropFirst(column).hasPrefix("HERE"))
  }

  @Test("a byte-order mark and carriage returns count for lines and not for columns")
  func unusualLines() {
    let source = SourceFile(path: "a.md", bytes: [0xEF, 0xBB, 0xBF] + Bytes("one\r\ntwo\r\n".utf8))
    #expect(source.place(3..<6).column == 1)
    #expect(source.place(8..<11).line == 2)
    #expect(source.place(8..<11).excerpt == "two")
  }

  @Test("findings stand by file, then by place")
  func order() {
    let source = SourceFile(path: "b.md", bytes: Bytes("one\ntwo\n".utf8))
    let found = [
      Diagnostic(kind, "third", at: source.place(4..<5)), Diagnostic(kind, "second", at: source.place(0..<1)),
      Diagnostic(kind, "first", in: "a.md"),
    ]
    #expect(found.inOrder.map(\.message) == ["first", "second", "third"])
  }
}
