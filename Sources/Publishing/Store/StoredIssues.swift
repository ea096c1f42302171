import Bulletins
import Synchronization

/// Issues as the store has them, fetched one by one. A class, because all threads of a build ask one store.
final class StoredIssues: Sendable {
  private struct State {
    let store: Store
    var isDamaged = false
  }

  private let state: Mutex<State>
  private let changed: [String: Issue]
  private let nothing: Issue

  /// - Parameters:
  ///   - changed: Issues that were read anew, by the paths of their files.
  ///   - any: What is given where the store does not have an issue; nothing that shows it is published.
  init?(_ store: Store, changed: [String: Issue], any: Issue?) {
    guard let any else { return nil }
    state = Mutex(State(store: store))
    self.changed = changed
    nothing = any
  }

  /// The issue of a file; another one where the store does not have it, which `isDamaged` tells afterwards.
  func issue(at path: String) -> Issue {
    if let issue = changed[path] { return issue }
    return state.withLock { state in
      let source = (try? state.store.source(at: path)).flatMap { $0 }
      let reading = source.flatMap { Reading.read(from: $0.reading) }
      if let issue = reading?.issue { return issue }
      state.isDamaged = true
      return nothing
    }
  }

  /// Whether an issue was asked for that the store does not have.
  var isDamaged: Bool { state.withLock { $0.isDamaged } }
}
