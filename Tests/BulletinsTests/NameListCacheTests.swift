import Languages
import Testing

@testable import Bulletins

@Suite("Lists of names that are met again")
struct NameListCacheTests {
  @Test("a list says the same the first and the second time, and something else in words of another language")
  func again() throws {
    let cache = NameListCache()
    let (plain, english) = (NameWords(), KnownLanguages.fallback.names)
    let text = "Editors: Ida Lund (Editor-in-Chief) and Ole Brandt"
    for words in [english, plain, english, plain] {
      #expect(try cache.editors(text, words).get() == EditorList.read(text, words).get())
    }
    #expect(try cache.editors(text, english).get().count == 2)
    #expect(try cache.editors(text, plain).get().count == 1, "without the word “and”, this is one name")
  }

  @Test("what is wrong with a list is said each time")
  func wrong() {
    let cache = NameListCache()
    for _ in 1...2 {
      guard case .failure(let problem) = cache.editors("Ida Lund (Editor", KnownLanguages.fallback.names) else {
        Issue.record("a bracket that is never closed is no list")
        return
      }
      #expect(problem.message == "this role is never closed")
    }
  }

  @Test("whether a line is a list depends on how many words a name may have")
  func shapes() {
    let (cache, names) = (NameListCache(), KnownLanguages.fallback.names)
    for _ in 1...2 {
      #expect(cache.isList("Lund, Brandt", words: 1...7, names))
      #expect(!cache.isList("Lund, Brandt", words: 2...7, names))
    }
  }
}
