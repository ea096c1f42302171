import Coding
import Synchronization
import Testing
import Text

@testable import Bulletins
@testable import Site
@testable import Templating

@Suite("Texts that several pages show")
struct SharedTextsTests {
  /// How often something was made. A class, because closures count.
  private final class Count: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    func up() { number.withLock { $0 += 1 } }
  }

  @Test("a text is made once, another one is another, and what finds no room is made each time and is the same")
  func room() {
    let (shared, count) = (SharedTexts(room: 10), Count())
    func text(_ token: String, _ value: String) -> String {
      shared.text(Bytes(token.utf8)) {
        count.up()
        return Bytes(value.utf8)
      }.string
    }
    #expect(text("one", "12345678") == "12345678" && text("one", "never made") == "12345678" && count.value == 1)
    #expect(text("two", "abc") == "abc" && text("two", "abc") == "abc" && count.value == 3, "no room for three more")
    #expect(text("three", "de") == "de" && text("three", "never made") == "de" && count.value == 4)
  }

  @Test("a text that memory has no room for is laid aside, and made again where it is lost there")
  func laidAside() {
    let count = Count()
    let isLost = Mutex(false)
    let shared = SharedTexts(room: 0) { text in { isLost.withLock { $0 } ? nil : text } }
    func text() -> String {
      shared.text([1]) {
        count.up()
        return Bytes("text".utf8)
      }.string
    }
    #expect(text() == "text" && text() == "text" && count.value == 1)
    isLost.withLock { $0 = true }
    #expect(text() == "text" && count.value == 2)
    isLost.withLock { $0 = false }
    shared.empty()
    #expect(text() == "text" && count.value == 3)
  }

  @Test("an item of a feed is another where its abstract is, although its text is the same")
  func abstracts() {
    let source = TextSource(sharing: SharedTexts()) { _ in Bytes("<p>Text.</p>".utf8) }
    let images = ShownImages(
      ImageFiles { _ in
        nil
      } digest: { _ in
        nil
      }, published: [:], attached: AttachedFiles(), SiteSettings())
    let links = SourceLinks(
      images: images, without: LostImages([]), heldPages: HeldPages(), places: OldNamedPlaces { [:] }
    ) {
      [:]
    } former: {
      FormerAddressTable()
    } published: {
      []
    }
    func item(_ abstract: String) -> LazyText {
      let abstract = Bytes(abstract.utf8)
      return source.sharedText(of: [TextOutline()], at: "a.md", links, in: abstract) {
        abstract + $0.joined()
      }
    }
    let (one, other) = (item("One. "), item("Other. "))
    #expect(one.fetch().string == "One. <p>Text.</p>" && other.fetch().string == "Other. <p>Text.</p>")
    #expect(one.token != other.token)
  }
}
