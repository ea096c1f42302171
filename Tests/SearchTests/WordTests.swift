import TestSupport
import Testing
import Text

@testable import Search

@Suite("Words of a text")
struct WordTests {
  private func words(_ text: String) -> [String] {
    var reader = WordReader()
    return reader.words(of: Bytes(text.utf8).span).map(\.string)
  }

  @Test("words of ASCII are the same beside a letter that is not")
  func quickWay() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<500 {
      let text = (0...random.roll(80)).map { _ in String(UnicodeScalar(UInt8(0x20 + random.roll(0x5F)))) }.joined()
      #expect(words(text) == Array(words(text + " é").dropLast()), "\(text)")
    }
  }
}
