import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Words of a text")
struct WordsTests {
  /// The words and signs of a text, character by character.
  private func expected(_ text: String) -> (words: [String], signs: [Int]) {
    let scalars = Array(text.unicodeScalars)
    func isLetter(_ place: Int) -> Bool {
      guard scalars.indices.contains(place) else { return false }
      let scalar = scalars[place]
      if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
      return scalar.value >= 0xC0 && !"×÷".unicodeScalars.contains(scalar) && !(0x2000...0x2BFF).contains(scalar.value)
    }
    var (words, word, signs, offset) = ([String](), "", [Int](), 0)
    for (place, scalar) in scalars.enumerated() {
      let isJoint = !word.isEmpty && "'-’‑".unicodeScalars.contains(scalar) && isLetter(place + 1)
      if isLetter(place) || isJoint {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
      if !(scalar.isASCII && isLetter(place)), !scalar.properties.isWhitespace { signs.append(offset) }
      offset += String(scalar).utf8.count
    }
    return (word.isEmpty ? words : words + [word], signs)
  }

  @Test("words and signs are those that are found character by character", arguments: 0..<200)
  func anyText(seed: Int) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "harbour", "Z", "a", "ż", "Łódź", "'", "’", "‑", "-", " ", "\n", "7", "1989", ",", ".", "„", "…", "中央", "×", "(",
      "@",
      "[", "{", "`",
    ]
    let text = (0..<random.roll(60)).map { _ in random.pick(pieces) }.joined()
    let (bytes, expected) = (Bytes(text.utf8), expected(text))
    let words = Words(bytes)
    #expect(words.ranges.map { Array(bytes[$0]).string } == expected.words, "\(text)")
    #expect(words.signs == expected.signs, "\(text)")
  }
}
