import Testing

@testable import Text

@Suite("Slugs")
struct SlugTests {
  @Test(
    "letters are transliterated, the rest separates",
    arguments: [
      ("Sławomir Dębski", "slawomir-debski"), ("Źdźbłomir Gżegżółka", "zdzblomir-gzegzolka"),
      ("Jürgen Straßner", "jurgen-strassner"), ("Øystein Hval", "oystein-hval"), ("Æther & Œuvre", "aether-oeuvre"),
      ("Conclusions for Poland", "conclusions-for-poland"), ("  US–Russia (2010)  ", "us-russia-2010"),
      ("Poland’s Choice", "polands-choice"), ("Київ", "kiiv"), ("e\u{301}tude", "etude"), ("北京", "bei-jing"),
    ])
  func transliteration(text: String, slug: String) {
    #expect(Slug(of: text)?.description == slug)
  }

  @Test("a text without letters or digits has no slug", arguments: ["", "…", "🜁", "—"])
  func nothingLeft(text: String) {
    #expect(Slug(of: text) == nil)
  }

  @Test("only what is a slug already is taken exactly")
  func exactly() {
    #expect(Slug(exactly: "iran-2") != nil)
    #expect(Slug(exactly: "Iran") == nil)
    #expect(Slug(exactly: "../iran") == nil)
  }

  @Test("what was made a slug once is one as it stands", arguments: ["Sławomir Dębski", "Conclusions, 2nd", "Київ"])
  func kept(text: String) throws {
    for slug in [try #require(Slug(of: text)), try #require(Slug(of: text)).numbered(2), .lost] {
      #expect(Slug(exactly: slug.description) == slug)
    }
  }
}
