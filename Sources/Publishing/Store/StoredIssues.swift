import Bulletins
import Synchronization

/// Issues as the store has them, fetched one by one. A class, because all threads of a build ask one store.
final class StoredIssues: Sendable {
  private struct State {
    let store: Store
    var isDamaged = false
  }

  private let state: Mutex<State>
  private let changed: [String: Bulletin]

  /// - Parameter changed: Issues that were read anew, by the paths of their files.
  init(_ store: Store, changed: [String: Bulletin]) {
    state = Mutex(State(store: store))
    self.changed = changed
  }

  /// The issue of a file; a stand-in where the store does not have it, which `isDamaged` tells afterwards.
  func bulletin(at path: String) -> Bulletin {
    if let bulletin = changed[path] { return bulletin }
    return state.withLock { state in
      let source = (try? state.store.source(at: path)).flatMap { $0 }
      let reading = source.flatMap { Reading.read(from: $0.reading, kinds: ReadingCache.kinds) }
      if let bulletin = reading?.bulletin { return bulletin }
      state.isDamaged = true
      return .standIn(at: path)
    }
  }

  /// Whether an issue was asked for that the store does not have.
  var isDamaged: Bool { state.withLock { $0.isDamaged } }
}
