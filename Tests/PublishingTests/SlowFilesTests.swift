import Foundation
import Synchronization
import Testing

@testable import Publishing

@Suite("Files that take long")
struct SlowFilesTests {
  @Test("a file is named once, while it is read, if that takes long; others are not")
  func slow() {
    let named = Mutex<[String]>([])
    let progress = Progress(patience: .milliseconds(300)) { path in
      named.withLock { $0.append(path) }
    }
    for number in 1...50 { progress.reading("quick \(number)") {} }
    let before = named.withLock { $0 }
    progress.reading("slow.md") {
      for _ in 0..<100 where named.withLock({ $0.isEmpty }) { usleep(100_000) }
      usleep(600_000)
    }
    #expect(before.isEmpty && named.withLock { $0 } == ["slow.md"])
  }
}
