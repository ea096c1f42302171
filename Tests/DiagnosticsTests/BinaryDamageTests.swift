import Coding
import Diagnostics
import Testing
import Text

@Suite("Binary values")
struct BinaryDamageTests {
  @Test("what was written is read")
  func roundTrip() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let number = Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0..<64, using: &random))
      let text = String((0..<Int.random(in: 0..<40)).compactMap { _ in "aŁ–🜁\0".randomElement() })
      let bytes = Bytes((0..<Int.random(in: 0..<600)).map { _ in .random(in: 0...255) })
      let digest = Fingerprint(of: bytes)
      var writer = BinaryWriter()
      for number in [number, -number, ~number, .min, .max] { writer.put(number) }
      writer.put(text)
      writer.put(bytes)
      writer.put(digest)
      writer.put([text, ""])
      writer.put(Optional<String>.none)
      writer.put(true)
      let (count, written, whole) = (writer.count, writer.bytes, writer.fingerprint)
      #expect(count == written.count && whole == Fingerprint(of: written))
      var reader = BinaryReader(writer.bytes)
      let numbers = (0..<5).map { _ in reader.int() }
      #expect(numbers == [number, -number, ~number, .min, .max])
      let (readText, data, readDigest) = (reader.text(), reader.data(), reader.fingerprint())
      #expect(readText == text && data == bytes && readDigest == digest)
      let (texts, none, truth) = (reader.texts(), reader.optionalText(), reader.bool())
      #expect(texts == [text, ""] && none == nil && truth && reader.isComplete)
    }
  }

  @Test("the digest of a part is that of its bytes, and takes their place")
  func parts() {
    var writer = BinaryWriter()
    writer.put("kept")
    let start = writer.count
    writer.put("gone")
    let part = Bytes(writer.bytes[start...])
    let digest = writer.takeFingerprint(from: start)
    #expect(digest == Fingerprint(of: part))
    let left = writer.count
    #expect(left == start)
    writer.clear()
    let none = writer.bytes
    #expect(none.isEmpty)
  }

  @Test("any bytes can be read as anything, and are damaged or right")
  func anyBytes() {
    for _ in 0..<20_000 {
      let bytes = Bytes((0..<Int.random(in: 0..<40)).map { _ in .random(in: 0...255) & .random(in: 0...255) })
      var reader = BinaryReader(bytes, at: .random(in: -2...42))
      for _ in 0..<8 { read(.random(in: 0..<10), from: &reader) }
      #expect(reader.offset >= 0 && reader.offset <= bytes.count)
    }
  }

  private func read(_ kind: Int, from reader: inout BinaryReader) {
    switch kind {
    case 0: _ = reader.int()
    case 1: _ = reader.bool()
    case 2: _ = reader.data()
    case 3: _ = reader.text()
    case 4: _ = reader.fingerprint()
    case 5: _ = reader.texts()
    case 6: _ = reader.list { $0.list { $0.optional { $0.fingerprint() } } }
    case 7: reader.skip(reader.int())
    case 8:
      let number = reader.int(in: 3...7)
      #expect((3...7).contains(number))
    default: _ = Location(from: &reader)
    }
  }

  @Test("a number that lies takes no memory")
  func lies() {
    for count in [Int.max, 1 << 40, 1 << 20, -1, .min] {
      var writer = BinaryWriter()
      writer.put(count)
      var reader = BinaryReader(writer.bytes + Bytes(repeating: 2, count: 100))
      let values = reader.list { $0.bool() }
      #expect(values.count <= 1 && reader.isDamaged)
      reader = BinaryReader(writer.bytes)
      let data = reader.data()
      #expect(data.isEmpty && reader.isDamaged)
      reader = BinaryReader(writer.bytes)
      reader.skip(reader.int())
      #expect(reader.isDamaged)
    }
  }

  @Test("text that is no UTF-8 is damage")
  func illFormed() {
    var writer = BinaryWriter()
    writer.put([0x61, 0xFF] as Bytes)
    var reader = BinaryReader(writer.bytes)
    let text = reader.text()
    #expect(text.isEmpty && reader.isDamaged)
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
    var (right, damaged) = (0, 0)
    for _ in 0..<20_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3) {
        let at = Int.random(in: 0..<changed.count)
        switch Int.random(in: 0..<4) {
        case 0: changed[at] = .random(in: 0...255)
        case 1: changed[at] ^= 1 << UInt8.random(in: 0..<8)
        case 2: changed.remove(at: at)
        default: changed.insert(contentsOf: repeatElement(0xFF, count: .random(in: 1...10)), at: at)
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
