import Glibc
import Synchronization
import System
import TestSupport
import Testing

@Suite("Threads and locks")
struct ThreadTests {
  @Test("work is done once for each number, and results stand in the order of the numbers", arguments: [1, 2, 7])
  func order(jobs: Int) {
    let calls = Mutex<[Int: Int]>([:])
    let results = concurrently(100, jobs: jobs) { number in
      calls.withLock { $0[number, default: 0] += 1 }
      return number * number
    }
    #expect(results == (0..<100).map { $0 * $0 })
    #expect(calls.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<100).map { ($0, 1) }))
    #expect(concurrently(0, jobs: jobs) { $0 }.isEmpty)
  }

  @Test("several threads work at the same time, as many as are asked for")
  func together() {
    // Each waits for the others; a thread too few would wait for ever, so there is an end to it.
    let waiting = Atomic<Int>(0)
    let met = concurrently(3, jobs: 3) { _ in
      waiting.wrappingAdd(1, ordering: .sequentiallyConsistent)
      for _ in 0..<5_000 where waiting.load(ordering: .sequentiallyConsistent) < 3 { usleep(1_000) }
      return waiting.load(ordering: .sequentiallyConsistent) == 3
    }
    #expect(met == [true, true, true])
  }

  @Test("two things at once give both results")
  func both() {
    let (one, other) = System.both(jobs: 2, { "a" }, { 1 })
    #expect(one == "a" && other == 1)
  }

  @Test("a lock that another has is waited for, and whoever waits is told")
  func locks() throws {
    let site = try TemporarySite(theme: false)
    let path = site.path + "/folder/lock"
    let state = Mutex((isHeld: false, isAsked: false, isFree: false))
    @Sendable func wait(until isTrue: () -> Bool) { for _ in 0..<5_000 where !isTrue() { usleep(1_000) } }
    let wasFree = concurrently(2, jobs: 2) { number -> Bool? in
      if number == 0 {
        let lock = try? FileLock(path) { Issue.record("nobody has the lock") }
        state.withLock { $0.isHeld = true }
        wait { state.withLock { $0.isAsked } }
        return withExtendedLifetime(lock) {
          state.withLock {
            $0.isFree = true; return nil
          }
        }
      }
      wait { state.withLock { $0.isHeld } }
      let lock = try? FileLock(path) { state.withLock { $0.isAsked = true } }
      return withExtendedLifetime(lock) { lock != nil && state.withLock { $0.isAsked && $0.isFree } }
    }
    #expect(wasFree == [nil, true])
  }
}
