import Coding
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("What is stored of a reading")
struct StoredReadingTests {
  private func stored(_ reading: Reading) -> Bytes {
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    return writer.bytes
  }

  /// All that `inspect` prints of an issue.
  private func inspected(_ reading: Reading) -> [String] {
    guard let issue = reading.issue else { return [] }
    return FieldGroup.allCases.flatMap(issue.inspected).flatMap(\.members).map { JSON.object([$0]).bytes.string }
  }

  @Test("a reading from the store is the one that was stored, whatever the file says", arguments: 0..<6)
  func roundTrip(seed: Int) throws {
    var writer = RandomIssue(seed: seed)
    var issues = 0
    for _ in 0..<60 {
      let text = writer.text()
      let reading = Bulletins.Issue.read(SourceFile(path: "2020-05-01-x.md", bytes: Bytes(text.utf8)))
      let bytes = stored(reading)
      let back = try #require(Reading.read(from: bytes), "\(text)")
      #expect(stored(back) == bytes, "\(text)")
      #expect(inspected(back) == inspected(reading), "\(text)")
      #expect(back.isDraft == reading.isDraft && back.diagnostics == reading.diagnostics, "\(text)")
      if reading.issue != nil { issues += 1 }
    }
    #expect(issues > 10, "hardly any text is an issue")
  }

  @Test("a stored reading that is damaged or cut off is no reading or another one, and ends nothing", arguments: 0..<4)
  func damage(seed: Int) throws {
    var writer = RandomIssue(seed: seed)
    var random = SeededRandom(seed: seed)
    var refused = 0
    for _ in 0..<300 {
      let reading = Bulletins.Issue.read(SourceFile(path: "2020-05-01-x.md", bytes: Bytes(writer.text().utf8)))
      var bytes = stored(reading)
      if random.roll(3) == 0 { bytes.removeLast(random.roll(bytes.count)) }
      for _ in 0..<random.roll(4) where !bytes.isEmpty { bytes[random.roll(bytes.count)] ^= UInt8(1 << random.roll(8)) }
      if Reading.read(from: bytes) == nil { refused += 1 }
    }
    #expect(refused > 50, "hardly any damage is noticed")
  }
}
