import Testing

@testable import Languages

@Suite("Languages that are none")
struct OddLanguageTests {
  @Test(
    "whatever a template names as a language, words are sorted, dates and numbers written",
    arguments: [
      "😀e\u{301}", "", "日本", "x", "en_US_POSIX", "<b>", "\u{0}", String(repeating: "x", count: 9999), "a.b,c",
    ])
  func oddTags(tag: String) {
    #expect(Collation(language: tag).ranks(of: ["b", "a"]) == ["a": 0, "b": 1])
    #expect(Collation(language: tag).heading(of: "ada") == "A")
    #expect(!Quotes(language: tag).outer.open.isEmpty)
    #expect(DigitGroups(language: tag).printed(12_345).contains("345"))
    #expect(WrittenDate(language: tag).text(of: "2010-02-11", .long)?.contains("2010") == true)
    #expect(LanguageName.of(tag) == tag || tag == "en_US_POSIX")
    #expect(!LanguageTag.isRightToLeft(tag))
  }
}
