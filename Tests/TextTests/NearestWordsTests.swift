import TestSupport
import Testing

@testable import Text

@Suite("The nearest of many words")
struct NearestWordsTests {
  @Test("a name with a mistake or two is found, with its marks or without, and no other")
  func names() {
    let names = NearestWords(["Klara Węgrzyn", "Łucja Święch", "Øystein Hval", "Ice", "Iran", "Customs", "黎明"])
    #expect(
      names.nearest(to: "Klara Węgrzin") == "Klara Węgrzyn" && names.nearest(to: "Klara Wegzryn") == "Klara Węgrzyn")
    #expect(names.nearest(to: "Lucja Swiech") == "Łucja Święch" && names.nearest(to: "Oystein Hvall") == "Øystein Hval")
    #expect(
      names.nearest(to: "Irna") == "Iran" && names.nearest(to: "Costums") == nil
        && names.nearest(to: "Custom") == "Customs")
    #expect(names.nearest(to: "Ive") == nil && names.nearest(to: "Klara Lis") == nil && names.nearest(to: "") == nil)
    #expect(names.nearest(to: "李明") == "黎明")
  }

  @Test("it is the one that comparing with all of them gives", arguments: 0..<20)
  func likeAll(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let syllables = ["ka", "ro", "lin", "ost", "ve", "mir", "ta", "zu"]
    func word() -> String {
      (0..<Int.random(in: 2...6, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
    }
    let words = (0..<200).map { _ in word() }
    let nearest = NearestWords(words)
    for _ in 0..<50 {
      var typed = Array(words.randomElement(using: &random)?.utf8 ?? "".utf8)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let place = Int.random(in: 0..<typed.count - 1, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: typed.remove(at: place)
        case 1: typed.insert(UInt8(ascii: "e"), at: place)
        case 2: typed[place] = UInt8(ascii: "a")
        default: typed.swapAt(place, place + 1)
        }
      }
      let limit = typed.count < 4 ? 0 : typed.count < 8 ? 1 : 2
      let near = words.compactMap { word in
        editDistance(typed, Array(word.utf8), limit: limit).map { (distance: $0, word: word) }
      }
      let first = near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }
      #expect(nearest.nearest(to: typed.string) == first?.word, "\(typed.string)")
    }
  }
}
