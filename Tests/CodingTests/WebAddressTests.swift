import Coding
import Testing

@Suite("Addresses that do harm")
struct WebAddressTests {
  @Test(
    "a scheme that runs programs is seen in every spelling that a browser reads",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "\u{1}\u{1F} javascript:x", "java\tscript:x",
      "java\r\nscript:x", "javascript\t:x", "\tjavascript:x", "vbscript:x", "javascript:\u{301}x",
      "javascript:\u{200D}x", "data:text/html,<script>", "data:,x", "data:image/svg+xml,<svg>",
      "data: image/SVG+xml;base64,x", "dAtA:image/svg,x", "data:image/,x", "data:image/x+xml,x", "data:",
    ])
  func programs(address: String) {
    #expect(WebAddress.risk(of: address) == .runsPrograms)
  }

  @Test("a file of one's own machine is seen", arguments: ["file:///etc/passwd", "FILE:x", "\nfi\tle:x"])
  func files(address: String) {
    #expect(WebAddress.risk(of: address) == .readsFiles)
  }

  @Test(
    "other addresses do no harm, and neither does what only looks like a scheme",
    arguments: [
      "", "https://a.pl/", "http://a.pl/?javascript:x", "mailto:a@b.pl", "tel:+48221", "ftp://a.pl/x", "doi:10.1/x",
      "/javascript:x", "./javascript:x", "#javascript:x", "?javascript:x", "java script:x", "javascript\u{301}:x",
      "jävascript:x", "javascript\u{FF1A}x", "javascript", "1javascript:x", "web+ap:x", "urn:isbn:1", "data.html",
      "data:image/png;base64,AA", "data:image/vnd.microsoft.icon,AA", "DATA:image/JPEG,AA", "files/x:y", "file.pdf",
    ])
  func harmless(address: String) {
    #expect(WebAddress.risk(of: address) == .none)
  }

  @Test(
    "a scheme that no address for readers has is one that nobody knows",
    arguments: [
      "javascripts:x", "blob:https://a.pl/1", "filesystem:x", "view-source:javascript:x", "feed:javascript:x",
      "jar:x!/y", "about:blank", "chrome://x", "x-y.z+1:a", "BLOB:x", "\tb\nlob:x", "ms-msdt:x",
    ])
  func unknown(address: String) { #expect(WebAddress.risk(of: address) == .unknown) }

  @Test("a scheme is read as a browser reads it")
  func schemes() {
    func scheme(_ address: String) -> String? { WebAddress.scheme(of: address.utf8.span) }
    #expect(scheme(" VS-Code+1.0://file") == "vs-code+1.0")
    #expect(scheme("ht\ttps:x") == "https")
    #expect(scheme("a b:c") == nil)
    #expect(scheme("1a:c") == nil)
    #expect(scheme(":c") == nil)
    #expect(scheme("a/b:c") == nil)
  }
}
