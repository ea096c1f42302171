import Dispatch
import Markdown
import Synchronization
import Testing
import Text

@Suite("Threads")
struct ThreadTests {
  @Test("a text becomes the same HTML however many threads read others at the same time")
  func sameOnAllThreads() {
    let texts = [
      "See https://a.example/1 and www.b.example.", "~~Struck~~ and (https://c.example/2)", "- [x] done | *e*",
    ]
    let alone = texts.map { MarkdownDocument(Bytes($0.utf8)).html() }
    #expect(alone[0].string.contains("href=\"http://www.b.example\"") && alone[1].string.contains("<del>Struck</del>"))
    let others = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 20_000) { turn in
      let html = MarkdownDocument(Bytes(texts[turn % texts.count].utf8)).html()
      if html != alone[turn % texts.count] { others.withLock { $0.append(html.string) } }
    }
    #expect(others.withLock { $0 }.isEmpty)
  }
}
