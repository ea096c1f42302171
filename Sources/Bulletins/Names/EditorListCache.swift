import Languages
import Synchronization

/// The lists of editors that were read: a masthead stays the same through many issues, and names are slow to read.
///
/// A class, because all threads that read issues share one. It makes no difference to what is read, so that all are
/// equal. It has room for so many lists; one that came too late is read each time it is met.
final class EditorListCache: Sendable, Hashable {
  private struct Key: Hashable {
    let text: String
    /// Held, so that no other words can come to stand for it.
    let words: NameWords

    static func == (a: Key, b: Key) -> Bool { a.words === b.words && a.text == b.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  private static let room = 4_096
  private let lists = Mutex<[Key: Result<[Contributor], EditorList.Problem>]>([:])

  /// What a list says; see `EditorList.read`.
  func read(_ text: String, _ words: NameWords) -> Result<[Contributor], EditorList.Problem> {
    let key = Key(text: text, words: words)
    if let known = lists.withLock({ $0[key] }) { return known }
    let list = EditorList.read(text, words)
    lists.withLock { if $0.count < Self.room { $0[key] = list } }
    return list
  }

  static func == (a: EditorListCache, b: EditorListCache) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
