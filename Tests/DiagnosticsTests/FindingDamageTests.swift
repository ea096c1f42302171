import Coding
import Diagnostics
import TestSupport
import Testing
import Text

@Suite("Findings as bytes")
struct FindingDamageTests {
  @Test("any bytes can be read as a place, and are damaged or one")
  func locations() {
    var random = SeededRandom(seed: 11)
    var (right, damaged) = (0, 0)
    for _ in 0..<20_000 {
      let bytes = Bytes.random(count: .random(in: 0..<40, using: &random), using: &random)
      var reader = BinaryReader(bytes)
      _ = Location(from: &reader)
      #expect(reader.offset >= 0 && reader.offset <= bytes.count)
      if reader.isDamaged { damaged += 1 } else { right += 1 }
    }
    #expect(right > 0 && damaged > 0)
  }

  @Test("a finding whose bytes were changed is damaged, or can be printed")
  func findings() {
    let source = SourceFile(path: "a.md", bytes: Bytes("one\ntwo żółw\nthree\n".utf8))
    let kind = DiagnosticKind("kind", .warning, "")
    let diagnostic = Diagnostic(
      kind, "what is wrong", at: source.locationWithLinesAround(8..<11),
      notes: [.init("a note", at: source.location(0..<3)), .init("another")], help: "write something else")
    var writer = BinaryWriter()
    diagnostic.write(to: &writer)
    let bytes = writer.bytes
    var random = SeededRandom(seed: 29)
    var (right, damaged) = (0, 0)
    for _ in 0..<20_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<changed.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: changed[at] = .random(in: 0...255, using: &random)
        case 1: changed[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: changed.remove(at: at)
        default: changed.insert(contentsOf: repeatElement(0xFF, count: .random(in: 1...10, using: &random)), at: at)
        }
      }
      var reader = BinaryReader(changed)
      let read = Diagnostic(from: &reader)
      if reader.isComplete { #expect(!read.printed.isEmpty) }
      if reader.isComplete { right += 1 } else { damaged += 1 }
    }
    #expect(right > 0 && damaged > 0)
    var reader = BinaryReader(bytes)
    let read = Diagnostic(from: &reader)
    #expect(read == diagnostic && reader.isComplete)
  }
}
