import Synchronization

/// Tells a store what was read of sources, some at a time while others are still read: all of it together would be a tenth
/// of the memory of a build. A class, because the threads that read share one.
final class SourceWriter: Sendable {
  private let store: Store
  private let readingKey: String
  private let waiting = Mutex<[Entry]>([])
  private let failure = Mutex<StoreDamage?>(nil)

  private typealias Entry = (path: String, source: Store.Source)

  /// How many sources are kept at once.
  private static let most = 256

  /// - Parameter readingKey: How they were read; what was read otherwise is forgotten.
  init(_ store: Store, readingKey: String) {
    self.store = store
    self.readingKey = readingKey
  }

  /// Takes what was read of a source.
  func put(_ source: Store.Source, of path: String) {
    let full = waiting.withLock { waiting -> [Entry]? in
      waiting.append((path, source))
      guard waiting.count >= SourceWriter.most else { return nil }
      defer { waiting = [] }
      return waiting
    }
    if let full { keep(Store.ReadSources(readingKey: readingKey, changed: full)) }
  }

  /// Keeps what is left.
  ///
  /// - Parameter lost: Sources that are no more.
  func finish(lost: [String]) throws(StoreDamage) {
    keep(Store.ReadSources(readingKey: readingKey, changed: waiting.withLock { $0 }, lost: lost))
    if let damage = failure.withLock({ $0 }) { throw damage }
  }

  private func keep(_ sources: Store.ReadSources) {
    if failure.withLock({ $0 != nil }) { return }
    if let damage = StoreDamage.from({ () throws(StoreDamage) in try store.keep(sources) }) {
      failure.withLock { $0 = $0 ?? damage }
    }
  }
}
