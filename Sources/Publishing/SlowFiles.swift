import Glibc
import Synchronization
import System

/// Names files that take long while they do: whoever waits learns for what. A class, because all threads tell it what they
/// begin and end.
final class SlowFiles: Sendable {
  private struct Work {
    let path: String
    let start: ContinuousClock.Instant
    var isNamed = false
  }

  private let work = Mutex<(last: Int, running: [Int: Work])>((0, [:]))
  private let hasEnded = Flag()
  private let patience: Duration

  /// - Parameters:
  ///   - patience: How long a file may take unnamed.
  ///   - name: Is called with the path, on a thread of its own.
  init(after patience: Duration, name: @escaping @Sendable (String) -> Void) {
    self.patience = patience
    // It looks as long as somebody has the other end.
    beside { [weak self, hasEnded] in
      while !hasEnded.isRaised {
        usleep(200_000)
        for path in self?.newlySlow ?? [] { name(path) }
      }
    }
  }

  deinit { hasEnded.raise() }

  /// Does something that one file asks for.
  func during<Result>(_ path: String, _ body: () -> Result) -> Result {
    let start = ContinuousClock.now
    let number = work.withLock { work in
      work.last += 1
      work.running[work.last] = Work(path: path, start: start)
      return work.last
    }
    defer { work.withLock { $0.running[number] = nil } }
    return body()
  }

  private var newlySlow: [String] {
    let now = ContinuousClock.now
    return work.withLock { work in
      let slow = work.running.filter { !$1.isNamed && $1.start.duration(to: now) > patience }
      for number in slow.keys { work.running[number]?.isNamed = true }
      return slow.sorted { $0.key < $1.key }.map(\.value.path)
    }
  }
}
