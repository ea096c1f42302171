import Testing

@testable import Preview

@Suite("Requests")
struct RequestTests {
  @Test(
    "an address that leaves the site, or is none, is refused before anything is looked for",
    arguments: [
      "/../x", "/a/%2e%2e/b", "/%2E%2E%2Fetc/passwd", "//a", "/a//b", "/a/./b", "/a%00b", "/a%5Cb", "/%ff", "/%zz",
      "/%",
      "/a%0D%0ASet-Cookie:x", "x",
    ])
  func refused(path: String) {
    #expect(WebRequest.decoded(path: path) == nil)
  }

  @Test("an address of the site is taken with its percent signs decoded")
  func taken() {
    #expect(WebRequest.decoded(path: "/") == "/")
    #expect(WebRequest.decoded(path: "/2010/23/") == "/2010/23/")
    #expect(WebRequest.decoded(path: "/2010/23/%C5%82%20a.png") == "/2010/23/ł a.png")
    #expect(WebRequest.decoded(path: "/a..b/c") == "/a..b/c")
  }

  @Test(
    "a request that can be read in two ways is refused, whatever the server's library makes of it",
    arguments: [
      (["localhost"], [], [], nil), ([], [], [], 400), (["localhost", "localhost"], [], [], 400),
      (["localhost"], ["0", "0"], [], nil), (["localhost"], ["0", "1"], [], 400), (["localhost"], ["+0"], [], 400),
      (["localhost"], ["3"], ["chunked"], 400), (["localhost"], [], ["xchunked"], 501),
      (["localhost"], [], ["chunked", "chunked"], 501),
    ] as [([String], [String], [String], Int?)])
  func twoWays(hosts: [String], lengths: [String], encodings: [String], status: Int?) {
    let head = RequestHead(isWhole: true, version: "HTTP/1.1", hosts: hosts, lengths: lengths, encodings: encodings)
    #expect(head.refusal?.status == status)
  }

  @Test("an address with its host in front, as those who speak to a proxy write it, is of that host")
  func wholeAddresses() {
    #expect(WebRequest.parts(of: "http://localhost:4000/2010/23/") == ("localhost:4000", "/2010/23/"))
    #expect(WebRequest.parts(of: "HTTP://evil.example") == ("evil.example", "/"))
    #expect(WebRequest.parts(of: "/http://evil.example/") == (nil, "/http://evil.example/"))
    #expect(WebRequest.parts(of: "http://") == (nil, "http://"))
  }

  @Test(
    "only loopback names are hosts of a preview",
    arguments: [
      ("localhost:4000", true), ("127.0.0.1", true), ("[::1]:4000", true), ("LOCALHOST:80", true),
      ("evil.example", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example:4000", false),
      ("localhost:4000@evil.example", false), ("[::1]evil", false), ("", false), ("[::2]", false),
    ])
  func hosts(host: String, isAllowed: Bool) {
    #expect(request(host: host).hasLoopbackHost == isAllowed)
    #expect(!request(host: nil).hasLoopbackHost)
  }

  @Test("another origin is no page of the preview")
  func origins() {
    #expect(request(host: "localhost:4000").isFromHere)
    #expect(request(host: "localhost:4000", origin: "http://localhost:4000", site: "same-origin").isFromHere)
    #expect(!request(host: "localhost:4000", origin: "http://evil.example").isFromHere)
    #expect(!request(host: "localhost:4000", origin: "http://localhost:5000").isFromHere)
    #expect(!request(host: "localhost:4000", site: "cross-site").isFromHere)
    #expect(!request(host: "localhost:4000", origin: "null").isFromHere)
  }

  @Test("a range is a part of the file, the whole, or impossible")
  func ranges() {
    #expect(ByteRange("bytes=0-9", size: 100) == .part(0..<10))
    #expect(ByteRange("bytes=90-", size: 100) == .part(90..<100))
    #expect(ByteRange("bytes=-5", size: 100) == .part(95..<100))
    #expect(ByteRange("bytes=50-1000", size: 100) == .part(50..<100))
    #expect(ByteRange("bytes=100-", size: 100) == .impossible && ByteRange("bytes=-0", size: 100) == .impossible)
    for whole in [
      nil, "bytes=5-2", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=-", "bytes=99999999999999999999-",
    ] {
      #expect(ByteRange(whole, size: 100) == .whole)
    }
  }

  private func request(host: String?, origin: String? = nil, site: String? = nil) -> WebRequest {
    WebRequest(
      isAction: false, path: "/", query: [:], host: host, origin: origin, fetchSite: site, ifMatch: nil,
      ifNoneMatch: nil,
      range: nil,
      ifRange: nil)
  }
}
