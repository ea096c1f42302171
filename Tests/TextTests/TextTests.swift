import TestSupport
import Testing

@testable import Text

@Suite("Text")
struct TextTests {
  @Test("plain text has single spaces, no invisible characters, and is composed")
  func plainText() {
    #expect(" a\u{A0}b \n c\u{AD}d\u{200B} ".plain == "a b cd")
    #expect(Array("Slawomir De\u{328}bski".plain.utf8) == Array("Slawomir Dębski".utf8))
    #expect("\u{FEFF}“x”\u{2009}—".plain == "“x” —")
    #expect("a\u{1}b\u{7F}c\u{85}d\u{FFFF}".plain == "abc d")
    #expect("a\u{200D}b\u{200C}ł\u{200D}".plain == "abł")
  }

  @Test("joiners stay between letters that need them", arguments: ["می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}👧"])
  func joiners(text: String) {
    #expect(text.plain == text.composed)
    #expect("\u{200C}\(text)\u{200D}".plain == text.composed)
  }

  @Test(
    "the first byte that is no UTF-8 is found",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3], 0), ([0x61, 0x62, 0xC0, 0xAF], 2), ([0xED, 0xA0, 0x80], 0), ([0x61, 0x00], 1),
      ([0xF4, 0x90, 0x80, 0x80], 0),
    ] as [(Bytes, Int)])
  func illFormed(bytes: Bytes, offset: Int) {
    #expect(bytes.firstIllFormedOffset == offset)
  }

  @Test("well-formed text has no such byte")
  func wellFormed() {
    #expect(Bytes("Łódź – 🜁 – 北京".utf8).firstIllFormedOffset == nil)
  }

  @Test("wherever the first byte that is no UTF-8 stands, it is the one where Swift's own decoder stops")
  func changedTexts() {
    let text = Array(
      "The first – “of” several: Zażółć gęślą jaźń. Съешь же ещё 🜁 北京 and much more ASCII after it.".utf8)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0..<Int.random(in: 0...2) {
        bytes[.random(in: 0..<bytes.count)] = [.random(in: 0...255), 0, 0xE2, 0x80, 0xED, 0xF4].randomElement() ?? 0
      }
      #expect(bytes.firstIllFormedOffset == decoderStop(bytes), "\(bytes)")
    }
  }

  private func decoderStop(_ bytes: Bytes) -> Int? {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var at = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      if scalar.value == 0 { return at }
      at += scalar.utf8.count
    }
    return at < bytes.count ? at : nil
  }

  @Test("the nearest word is offered when it is near")
  func nearestWord() {
    #expect(["title", "date", "number"].nearest(to: "tilte") == "title")
    #expect(["title", "date", "number"].nearest(to: "numbr") == "number")
    // A letter counts as one, whatever its script.
    #expect(["ICBS", "Harbour"].nearest(to: "IСBS") == "ICBS")
    #expect(["Тор"].nearest(to: "Рів") == nil && ["редакція"].nearest(to: "рeдакція") == "редакція")
    #expect(["title", "date", "number"].nearest(to: "colour") == nil)
    #expect(["b", "ab"].nearest(to: "c") == nil && ["colour"].nearest(to: "color") == "colour")
    // Names may come in any order, and the message must not change with it.
    #expect(["worse", "horse"].nearest(to: "gorse") == "horse")
    #expect(["horse", "worse"].nearest(to: "gorse") == "horse")
  }

  @Test("code points are counted as Swift counts them, wherever the text lies")
  func codePoints() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<500 {
      let text = String.random(using: &random)
      let count = text.utf8.span.codePointCount
      #expect(count == text.unicodeScalars.count, "\(text.debugDescription)")
    }
  }

  @Test("a text has nothing to trim when it is trimmed, whatever letters it begins and ends with")
  func trimming() {
    for text in ["ą", "łódź", "ż b", "\u{A0}a", "a\u{2009}", "\u{3000}", "\u{85}x\u{85}", "À", "é ", "“x”", "北京"] {
      let scalars = text.unicodeScalars
      let expected = scalars.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
      #expect(Array(text.trimmed.unicodeScalars) == expected.reversed(), "\(text.debugDescription)")
    }
  }

  @Test("bytes are found where they stand, from a place on")
  func searching() {
    let text = Bytes("a-b--c".utf8)
    #expect(text.firstOffset(of: UInt8(ascii: "-")) == 1 && text.firstOffset(of: UInt8(ascii: "-"), from: 2) == 3)
    #expect(text.firstOffset(of: Bytes("--".utf8)) == 3 && text.firstOffset(of: Bytes("--".utf8), from: 4) == nil)
    #expect(text.firstOffset(of: UInt8(ascii: "c"), from: 6) == nil && text.firstOffset(of: []) == nil)
    #expect(text.has("--c".utf8, at: 3) && !text.has("--c".utf8, at: 4) && !text.has("b-c".utf8, at: 2))
  }

  @Test(
    "a path counts from the folder before the last slash of another, and climbs no further than to the first",
    arguments: [
      ("/2010/1/", "../2/", ["2010", "2"]), ("2010/1/", "./a.png", ["2010", "1", "a.png"]),
      ("/2010/ebb.html", "flood.html", ["2010", "flood.html"]), ("", "a", ["a"]), ("/a/", "..", []),
      ("/a/", "../..", nil),
    ] as [(String, String, [String]?)])
  func following(path: String, relative: String, parts: [String]?) {
    #expect(path.parts(following: relative)?.map { String($0) } == parts)
  }

  @Test(
    "a path is written as a file beside it has it",
    arguments: [("a/b/c.md", "a/b/d.md", "c.md"), ("a/b/c.png", "a/d/e.md", "../b/c.png"), ("c", "a/b", "../c")])
  func besides(path: String, other: String, written: String) { #expect(path.asPath(besides: other) == written) }

  @Test("bytes are told apart as ASCII has them")
  func ascii() {
    let bytes = (UInt8.min...UInt8.max)
    func those(_ isOne: (UInt8) -> Bool) -> String { Bytes(bytes.filter(isOne)).string }
    #expect(those(\.isASCIISpace) == "\t\n\u{B}\u{C}\r " && those(\.isASCIIDigit) == "0123456789")
    #expect(those(\.isASCIILetter) == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    #expect(bytes.filter(\.isUTF8Continuation) == Array(0x80...0xBF))
  }
}
