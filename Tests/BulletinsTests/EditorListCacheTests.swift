import Languages
import Testing

@testable import Bulletins

@Suite("Lists of editors that are met again")
struct EditorListCacheTests {
  @Test("a list says the same the first and the second time, and something else in words of another language")
  func again() throws {
    let cache = EditorListCache()
    let (plain, english) = (NameWords(), KnownLanguages.fallback.names)
    let text = "Editors: Ida Lund (Editor-in-Chief) and Ole Brandt"
    for words in [english, plain, english, plain] {
      #expect(try cache.read(text, words).get() == EditorList.read(text, words).get())
    }
    #expect(try cache.read(text, english).get().count == 2)
    #expect(try cache.read(text, plain).get().count == 1, "without the word “and”, this is one name")
  }

  @Test("what is wrong with a list is said each time")
  func wrong() {
    let cache = EditorListCache()
    for _ in 1...2 {
      guard case .failure(let problem) = cache.read("Ida Lund (Editor", KnownLanguages.fallback.names) else {
        Issue.record("a bracket that is never closed is no list")
        return
      }
      #expect(problem.message == "this role is never closed")
    }
  }
}
