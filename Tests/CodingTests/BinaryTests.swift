import Coding
import TestSupport
import Testing
import Text

@Suite("Binary values")
struct BinaryTests {
  @Test("one byte changes a fingerprint")
  func fingerprints() {
    #expect(Fingerprint(of: [1, 2, 3]) != Fingerprint(of: [1, 2, 4]))
    #expect(Fingerprint(of: []).description == "99aa06d3014798d86001c324468d497f")
  }

  @Test("whatever is written is read back, one value after the other")
  func roundTrip() {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 8_191, 8_192, .max, .min]
    let print = Fingerprint(of: [1, 2, 3])
    var writer = BinaryWriter()
    writer.put(numbers) { $1.put($0) }
    writer.put(true)
    writer.put(false)
    writer.put("łąka")
    writer.put(nil as String?)
    writer.put("" as String?)
    writer.put(["a", "", "b"])
    writer.put(Bytes(repeating: 7, count: 1_000))
    writer.put(print)
    #expect(writer.count == writer.bytes.count && writer.fingerprint == Fingerprint(of: writer.bytes))
    var reader = BinaryReader(writer.bytes)
    #expect(reader.list { $0.int() } == numbers)
    #expect(reader.bool() && !reader.bool())
    #expect(reader.text() == "łąka" && reader.optionalText() == nil && reader.optionalText()?.isEmpty == true)
    #expect(reader.texts() == ["a", "", "b"] && reader.data() == Bytes(repeating: 7, count: 1_000))
    #expect(reader.fingerprint() == print && reader.isComplete)
  }

  @Test("values that are written in parts are those that are written as one")
  func parts() {
    let values = (0..<5_000).map { "\($0) " + String(repeating: "ż", count: $0 % 700) }
    var whole = BinaryWriter()
    whole.put(values)
    whole.put(7)
    var inParts = BinaryWriter()
    var parts: [Bytes] = []
    inParts.put(values, in: { parts.append($0) }) { $1.put($0) }
    inParts.put(7)
    parts.append(inParts.bytes)
    #expect(parts.count == 4 && Bytes(parts.joined()) == whole.bytes, "\(parts.map(\.count))")
  }

  @Test("a small number takes one byte, and one of either sign")
  func sizes() {
    func size(_ number: Int) -> Int {
      var writer = BinaryWriter()
      writer.put(number)
      return writer.count
    }
    #expect([0, 63, -64, 64, -65, 8_191, 8_192].map(size) == [1, 1, 1, 2, 2, 2, 3])
  }

  @Test("bytes that end too early, or go on, are damage and no crash")
  func damage() {
    var writer = BinaryWriter()
    writer.put(["one", "two"])
    writer.put(300)
    writer.put(Fingerprint(of: []))
    let whole = writer.bytes
    func isRight(_ bytes: Bytes) -> Bool {
      var reader = BinaryReader(bytes)
      _ = (reader.texts(), reader.int(), reader.fingerprint())
      return reader.isComplete
    }
    #expect(isRight(whole) && !isRight(whole + [0]))
    for count in whole.indices { #expect(!isRight(Bytes(whole[..<count])), "\(count) bytes") }
    // A list of more values than there are bytes, a truth that is neither, a number without end.
    var list = BinaryReader([0x80, 0x80, 0x04])
    #expect(list.texts().isEmpty && list.isDamaged)
    var truth = BinaryReader([2])
    #expect(!truth.bool() && truth.isDamaged)
    var endless = BinaryReader(Bytes(repeating: 0xFF, count: 20))
    #expect(endless.int() == 0 && endless.isDamaged)
    var negative = BinaryReader([0x01])
    #expect(negative.data().isEmpty && negative.isDamaged)
  }

  @Test("a fingerprint takes the place of what was written since a place")
  func taking() {
    var writer = BinaryWriter()
    writer.put("before")
    let place = writer.count
    writer.put("after")
    var alone = BinaryWriter()
    alone.put("after")
    #expect(writer.fingerprint(from: place) == alone.fingerprint && writer.fingerprint != alone.fingerprint)
    #expect(writer.takeFingerprint(from: place) == alone.fingerprint && writer.count == place)
    writer.clear()
    #expect(writer.bytes.isEmpty)
  }

  @Test("any bytes can be read as anything, and are damaged or right")
  func anyBytes() {
    var random = SeededRandom(seed: 23)
    for _ in 0..<20_000 {
      let bytes = Bytes.random(count: .random(in: 0..<40, using: &random), using: &random)
      var reader = BinaryReader(bytes, at: .random(in: -2...42, using: &random))
      for _ in 0..<8 { read(.random(in: 0..<9, using: &random), from: &reader) }
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
    default:
      let number = reader.int(in: 3...7)
      #expect((3...7).contains(number))
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
}
