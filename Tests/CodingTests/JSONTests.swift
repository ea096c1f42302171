import Coding
import Foundation
import TestSupport
import Testing
import Text

@Suite("JSON")
struct JSONTests {
  @Test("JSON in a script can't end the script")
  func json() {
    var out = Bytes()
    out.append(jsonString: Bytes("</script>\u{2028}\u{2029}\"\\\n\u{1}é".utf8))
    #expect(out.string == #""\u003c/script\u003e\u2028\u2029\"\\\n\u0001é""#)
  }

  @Test("what steers a terminal or turns the direction of writing is escaped in JSON, and nothing beside it")
  func steering() {
    var out = Bytes()
    out.append(
      jsonString: Bytes("a\u{7F}b\u{85}\u{9B}\u{A0}«\u{202A}\u{202E}\u{202F}\u{2065}\u{2066}\u{2069}\u{206A}–".utf8))
    #expect(
      out.string
        == "\"a\\u007fb\\u0085\\u009b\u{A0}«\\u202a\\u202e\u{202F}\u{2065}\\u2066\\u2069\u{206A}–\"")
  }

  @Test("any text written as a JSON string is read back as it was, and can stand inside of a script")
  func jsonStrings() throws {
    var random = SeededRandom(seed: 17)
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

  @Test("values are written on one line, members in their order")
  func values() {
    let value = JSON.object([
      ("b", .int(-3)), ("a", .array([.bool(true), .null, .optional(nil), .optional("x")])), ("c", .strings(["ł"])),
      ("none", .object([])),
    ])
    #expect(value.bytes.string == #"{"b": -3, "a": [true, null, null, "x"], "c": ["ł"], "none": {}}"#)
    let same = JSON.object([
      ("b", .int(-3)), ("a", .array([.bool(true), .optional(nil), .null, .string("x")])),
      ("c", .array([.string("ł")])), ("none", .object([])),
    ])
    #expect(value == same && value != .object([("b", .int(-3))]))
  }
}
