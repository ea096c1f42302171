import Dispatch
@testable import Markdown
import Synchronization
import TestSupport
import Testing
import Text

@Suite("Threads")
struct ThreadTests {
  @Test("a text becomes the same HTML however many threads read others at the same time")
  func sameOnAllThreads() {
    let texts = [
      "See https://a.example/1 and www.b.example.", "~~Struck~~ and (https://c.example/2)", "- [x] done | *e*",
      "Who wants a walk, who wishes for *two*?",
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

  @Test("texts are read as if nobody else looked for addresses in theirs")
  func whileOthersLook() {
    let parts = [
      "www.", "a.example", "w", "ww", " ", "*", "**", "[", "](", ")", "<", ">", "`", "https://", ":", "@", "\n", "\n\n",
      "_",
      "\\", "|", "- ", "&amp;",
    ]
    var random = SeededRandom(seed: 7)
    for _ in 0..<3_000 {
      let text = Bytes((0..<20).map { _ in random.pick(parts) }.joined().utf8)
      let alone = MarkdownDocument(text)
      let (html, tree) = (alone.html(), alone.root.outline)
      SpecialCharacters.withAddresses {
        let again = MarkdownDocument(text)
        #expect(again.html() == html && again.root.outline == tree, "\(text.string.debugDescription)")
      }
    }
  }
}

extension MarkdownNode {
  /// The nodes with their depths, places and texts.
  fileprivate var outline: [String] {
    var outline: [String] = []
    walk { node, depth in
      outline.append("\(depth) \(node.kind) \(node.lines) \(node.column) \(node.literal)")
    }
    return outline
  }
}
