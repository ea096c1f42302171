import Languages
import Synchronization

/// The lists of names in mastheads that were read: a masthead stays the same through many issues, and names are slow to
/// read.
///
/// A class, because all threads that read issues share one. It makes no difference to what is read, so that all are
/// equal. It has room for so many lists of each kind; one that came too late is read each time it is met.
final class NameListCache: Sendable, Hashable {
  private struct Key: Hashable {
    let text: String
    /// Held, so that no other words can come to stand for it.
    let words: NameWords
    /// How many words a name may have, where that is asked.
    var counts = 0...0

    static func == (a: Key, b: Key) -> Bool { a.words === b.words && a.counts == b.counts && a.text == b.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  private static let room = 4_096
  private let editors = Mutex<[Key: Result<[Contributor], EditorList.Problem>]>([:])
  private let shapes = Mutex<[Key: Bool]>([:])
  private let lines = Mutex<[Key: String]>([:])

  /// What a list says; see `EditorList.read`.
  func editors(_ text: String, _ words: NameWords) -> Result<[Contributor], EditorList.Problem> {
    NameListCache.known(Key(text: text, words: words), in: editors) { EditorList.read(text, words) }
  }

  /// Whether a text looks like a list; see `NameShape.isList`.
  func isList(_ text: String, words counts: ClosedRange<Int>, _ words: NameWords) -> Bool {
    NameListCache.known(Key(text: text, words: words, counts: counts), in: shapes) {
      NameShape.isList(text, words: counts, words)
    }
  }

  /// Whether a text behind a label can be a list; see `NameShape.mayBeList`.
  func mayBeList(_ text: String, _ words: NameWords) -> Bool {
    NameListCache.known(Key(text: text, words: words), in: shapes) { NameShape.mayBeList(text) }
  }

  /// A line of a masthead as it is read, with its labels and roles told apart.
  func prepared(_ line: String, _ words: NameWords, _ prepare: () -> String) -> String {
    NameListCache.known(Key(text: line, words: words), in: lines, prepare)
  }

  private static func known<Value: Sendable>(
    _ key: Key, in known: borrowing Mutex<[Key: Value]>, _ read: () -> Value
  ) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = read()
    known.withLock { if $0.count < room { $0[key] = value } }
    return value
  }

  static func == (a: NameListCache, b: NameListCache) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
