import Coding
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
      kind, "February has no day 30", at: source.location(start..<start + Array("łuty 30, 2010".utf8).count),
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

  @Test("what others say of the same place is taken away, and nothing else")
  func without() {
    let source = SourceFile(path: "a.md", bytes: Bytes("one two".utf8))
    func finding(_ message: String, _ range: Range<Int>) -> Diagnostic {
      Diagnostic(kind, message, at: source.location(range))
    }
    let found = [finding("x", 0..<3), finding("x", 4..<7), finding("y", 0..<3), Diagnostic(kind, "x", in: "a.md")]
    #expect(found.without([finding("x", 0..<3), Diagnostic(kind, "x", in: "b.md")]) == Array(found.dropFirst()))
    #expect(found.without([Diagnostic(kind, "x", in: "a.md")]) == Array(found.dropLast()))
  }

  @Test("a long line is cut around the range")
  func longLines() {
    let line = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let source = SourceFile(path: "a.md", bytes: Bytes(line.utf8))
    let lines = Diagnostic(kind, "x", at: source.location(500..<504)).printed.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 120 })
    let column = lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) } ?? 0
    #expect(lines[3].dropFirst(column).hasPrefix("HERE"))
  }

  @Test("a byte-order mark and carriage returns count for lines and not for columns")
  func unusualLines() {
    let source = SourceFile(path: "a.md", bytes: [0xEF, 0xBB, 0xBF] + Bytes("one\r\ntwo\r\n".utf8))
    #expect(source.location(3..<6).column == 1)
    #expect(source.location(8..<11).line == 2)
    #expect(source.location(8..<11).excerpt == "two")
  }

  @Test("findings stand by file, then by place")
  func order() {
    let source = SourceFile(path: "b.md", bytes: Bytes("one\ntwo\n".utf8))
    let found = [
      Diagnostic(kind, "third", at: source.location(4..<5)), Diagnostic(kind, "second", at: source.location(0..<1)),
      Diagnostic(kind, "first", in: "a.md"),
    ]
    #expect(found.inOrder.map(\.message) == ["first", "second", "third"])
  }

  @Test("a place ends with its line, and one behind the end of the text is the end")
  func places() {
    let source = SourceFile(path: "a.md", bytes: Bytes("łąka\nb\n".utf8))
    let place = source.location(2..<40)
    #expect(place.line == 1 && place.column == 2 && place.width == 3 && place.excerpt == "łąka")
    #expect(source.location(99..<99).line == 3 && source.location(99..<99).width == 1)
    #expect(source.range(ofLine: 2) == 7..<8 && source.range(ofLine: 9) == 9..<9)
    #expect(source.offset(of: "ka", in: 0..<6) == 4 && source.offset(of: "b", in: 0..<6) == nil)
  }

  @Test("a finding is the same when it comes back from where it was stored, and what is cut off is noticed")
  func stored() throws {
    let source = SourceFile(path: "a.md", bytes: Bytes("one\ntwo\n".utf8))
    let finding = Diagnostic(
      kind, "this is so", at: source.location(4..<7), notes: [.init("first here", at: source.location(0..<3))],
      help: "do that")
    var writer = BinaryWriter()
    finding.write(to: &writer)
    var reader = BinaryReader(writer.bytes)
    #expect(Diagnostic(from: &reader) == finding && reader.isComplete)
    var other = BinaryReader(Bytes(writer.bytes.dropLast()))
    _ = Diagnostic(from: &other)
    #expect(!other.isComplete)
  }

  @Test("warnings stop nothing, errors do, and a publisher may take the ones for the others")
  func severities() {
    let warning = Diagnostic(DiagnosticKind("w", .warning, ""), "x", in: "a.md")
    #expect(![warning].containErrors && [warning, warning.strict].containErrors)
    #expect(warning.strict.kind == warning.kind && warning.printed.hasPrefix("warning: x [w]"))
    let advice = Diagnostic(DiagnosticKind("a", .advice, ""), "y", in: "a.md")
    #expect(advice.strict == advice && advice.severity < warning.severity && advice.printed.hasPrefix("advice: y [a]"))
  }
}
