import Foundation
import Coding
import Languages
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
  }

  @Test("everything that has a meaning in markup is escaped")
  func escaping() {
    var out = Bytes()
    out.append(escaping: Bytes(#"<a href="x">Ł & 'y'</a>"#.utf8))
    #expect(out.string == "&lt;a href=&#34;x&#34;&gt;Ł &amp; &#39;y&#39;&lt;/a&gt;")
  }

  @Test("texts of any length and bytes are escaped as byte after byte is")
  func escapingAnything() {
    let entities: [UInt8: String] = [0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&#34;", 0x27: "&#39;"]
    for _ in 0..<3_000 {
      // Special bytes, and those that differ from one in a bit.
      let bytes = Bool.random() ? Bytes(0...255) : Bytes("&<>\"'%=?$#! ab\u{C5}\u{E6}".utf8)
      let text = (0..<Int.random(in: 0...60)).compactMap { _ in bytes.randomElement() }
      var out = Bytes("before".utf8)
      out.append(escaping: text)
      let expected = text.flatMap { byte in entities[byte].map { Bytes($0.utf8) } ?? [byte] }
      #expect(out == Bytes("before".utf8) + expected, "\(text)")
    }
  }

  @Test("JSON in a script can't end the script")
  func json() {
    var out = Bytes()
    out.append(jsonString: Bytes("</script>\u{2028}\"\\\n\u{1}é".utf8))
    #expect(out.string == #""\u003c/script\u003e\u2028\"\\\n\u0001é""#)
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
    #expect(["title", "date", "number"].nearest(to: "colour") == nil)
    // Names may come in any order, and the message must not change with it.
    #expect(["worse", "horse"].nearest(to: "gorse") == "horse")
    #expect(["horse", "worse"].nearest(to: "gorse") == "horse")
  }

  @Test("a list is in the order of its language")
  func collation() {
    let words = ["Zając", "Łęcki", "Lis", "Ćwik", "Czapla", "Źrebiec", "Żuk", "lato"]
    func ordered(_ language: String) -> [String] {
      let ranks = Collation(language: language).ranks(of: words)
      return words.sorted { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) }
    }
    #expect(ordered("pl") == ["Czapla", "Ćwik", "lato", "Lis", "Łęcki", "Zając", "Źrebiec", "Żuk"])
    #expect(ordered("en") == ["Ćwik", "Czapla", "lato", "Łęcki", "Lis", "Zając", "Źrebiec", "Żuk"])
  }

  @Test("a letter of its own heads its words, and an accent does not")
  func letters() {
    #expect(Collation(language: "pl").heading(of: "Łęcki, Kazimierz") == "Ł")
    #expect(Collation(language: "en").heading(of: "Łęcki, Kazimierz") == "L")
    #expect(Collation(language: "pl").heading(of: "École") == "E")
    #expect(Collation(language: "en").heading(of: "2010") == "#")
  }

  @Test("one byte changes a fingerprint")
  func fingerprints() {
    #expect(Fingerprint(of: [1, 2, 3]) != Fingerprint(of: [1, 2, 4]))
    #expect(Fingerprint(of: []).description == "99aa06d3014798d86001c324468d497f")
  }

  @Test("any text written as a JSON string is read back as it was, and can stand inside of a script")
  func jsonStrings() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let text = String.random(using: &random)
      for isASCII in [false, true] {
        var json = Bytes()
        json.append(jsonString: Bytes(text.utf8), isASCII: isASCII)
        #expect(try JSONDecoder().decode(String.self, from: Data(json)) == text, "\(json.string)")
        #expect(!json.contains { "<>&'".utf8.contains($0) || isASCII && $0 >= 0x80 }, "\(json.string)")
      }
    }
  }

  @Test("code points are counted as Swift counts them, wherever the text lies")
  func codePoints() {
    var random = SystemRandomNumberGenerator()
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
}

extension String {
  /// A short text of characters that are special somewhere, and others.
  fileprivate static func random(using random: inout some RandomNumberGenerator) -> String {
    let special = "\"\\<>&'/\n\r\t\u{1}\u{7F}\u{2028}\u{2029}ąŁ€“🜁".unicodeScalars
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let plain = Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random))
      text.append(Bool.random(using: &random) ? plain : special.randomElement(using: &random) ?? plain)
    }
    return String(text)
  }
}
