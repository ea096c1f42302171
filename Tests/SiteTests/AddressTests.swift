import Site
import Testing

@Suite("Addresses")
struct AddressTests {
  @Test("an address that ends in a slash, or is empty, is a folder with a page in it")
  func files() {
    #expect(PagePath("2010/23/")?.file == "2010/23/index.html" && PagePath("")?.file == "index.html")
    #expect(PagePath("feed.xml")?.file == "feed.xml" && PagePath("ł a.png")?.file == "ł a.png")
  }

  @Test(
    "an address that leaves the site's folder, or names no file, is none",
    arguments: ["..", "../x", "a/../b/", "./a", "a/.", "/a", "a//b", "a\\b", "a\u{0}", "a\u{7F}b", "a\nb"])
  func refused(path: String) { #expect(PagePath(path) == nil) }

  @Test("a name is at most 200 bytes long, and may begin with points")
  func names() {
    #expect(PagePath(String(repeating: "a", count: 200)) != nil && PagePath(String(repeating: "a", count: 201)) == nil)
    #expect(PagePath("...") != nil && PagePath(".well-known/x") != nil)
  }
}
