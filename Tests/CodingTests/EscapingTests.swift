import Coding
import TestSupport
import Testing
import Text

@Suite("Escaping")
struct EscapingTests {
  @Test("everything that has a meaning in markup is escaped")
  func escaping() {
    var out = Bytes()
    out.append(escaping: Bytes(#"<a href="x">Ł & 'y'</a>"#.utf8))
    #expect(out.string == "&lt;a href=&#34;x&#34;&gt;Ł &amp; &#39;y&#39;&lt;/a&gt;")
  }

  @Test("texts of any length and bytes are escaped as byte after byte is")
  func escapingAnything() {
    let entities: [UInt8: String] = [0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&#34;", 0x27: "&#39;"]
    var random = SeededRandom(seed: 13)
    for _ in 0..<3_000 {
      // Special bytes, and those that differ from one in a bit.
      let bytes = Bool.random(using: &random) ? Bytes(0...255) : Bytes("&<>\"'%=?$#! ab\u{C5}\u{E6}".utf8)
      let text = (0..<random.roll(61)).map { _ in random.pick(bytes) }
      var out = Bytes("before".utf8)
      out.append(escaping: text)
      let expected = text.flatMap { byte in entities[byte].map { Bytes($0.utf8) } ?? [byte] }
      #expect(out == Bytes("before".utf8) + expected, "\(text)")
    }
  }
}
