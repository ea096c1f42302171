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
