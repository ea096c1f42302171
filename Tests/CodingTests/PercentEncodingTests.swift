import Coding
import Foundation
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test("a path keeps its slashes, and nothing else that is not plain")
  func encoding() {
    #expect(PercentEncoding.encoded(path: "a b/ł~.-_(1)&'%.png") == "a%20b/%C5%82~.-_%281%29%26%27%25.png")
    #expect(PercentEncoding.encoded("a/b".utf8, keepingSlashes: false) == Array("a%2Fb".utf8))
  }

  @Test(
    "what is decoded is what Foundation decodes",
    arguments: [
      "", "plain", "a%20b", "%c5%82", "%C5%82.png", "%", "%2", "%zz", "100%", "%C5", "%FF", "%ED%A0%80", "%00", "ł%41",
      "%%41", "%25%34%31", "a+b", "%F0%9F%98%80", "%C0%AF",
    ])
  func decoding(text: String) { #expect(PercentEncoding.decoded(text) == text.removingPercentEncoding) }
}
