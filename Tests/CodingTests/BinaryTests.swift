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
    var reader = BinaryReader(writer.bytes)
    #expect(reader.list { $0.int() } == numbers)
    #expect(reader.bool() && !reader.bool())
    #expect(reader.text() == "łąka" && reader.optionalText() == nil && reader.optionalText()?.isEmpty == true)
    #expect(reader.texts() == ["a", "", "b"] && reader.data() == Bytes(repeating: 7, count: 1_000))
    #expect(reader.fingerprint() == print && reader.isComplete)
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
}
