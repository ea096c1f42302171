import Testing

@testable import Preview

@Suite("Answers")
struct AnswerTests {
  /// All that waits in a stream, in pieces of some bytes.
  private func taken(_ stream: EventStream, by size: Int = 64) -> String {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: size)
    while case .sent(let count) = unsafe buffer.withUnsafeMutableBytes({
      unsafe stream.next(into: $0, sleep: {}, wake: {})
    }) {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test("each line of an event's data is a line of the stream, whatever the pieces are in which it is fetched")
  func events() {
    for size in [1, 7, 64, 4_096] {
      let stream = EventStream()
      stream.send("page", Array("one\n\ntwo".utf8))
      stream.keepAlive()
      stream.send("end", [])
      #expect(
        taken(stream, by: size)
          == "retry: 200\n\nevent: page\ndata: one\ndata: \ndata: two\n\n:\n\nevent: end\ndata: \n\n")
    }
  }

  @Test("a stream that ends sends what waits first, and one that nobody reads ends before it fills the memory")
  func ending() {
    let stream = EventStream()
    stream.end()
    #expect(stream.isEnded && taken(stream) == "retry: 200\n\n")
    let unread = EventStream()
    for _ in 0..<6 { unread.send("page", [UInt8](repeating: 0x61, count: 1 << 20)) }
    #expect(unread.isEnded)
  }

  @Test(
    "the ending of a name says what a file holds, in letters of either case",
    arguments: [
      ("a/index.html", "text/html; charset=utf-8"), ("feed.xml", "application/xml; charset=utf-8"),
      ("MAP.PNG", "image/png"), ("a.b/c", "application/octet-stream"), ("x.unknown", "application/octet-stream"),
      ("drawing.svg", "image/svg+xml"),
    ])
  func types(path: String, type: String) { #expect(MediaType.of(path) == type) }
}
