import Coding
import Synchronization
import Templating
import Text

/// Texts as feeds carry them: an issue is in the feeds of its topics and of its authors, too, and its text is made ready
/// for all of them once.
///
/// A class, because all threads that make the pages of an edition share one. It holds no more than it has room for, and
/// lays the others aside, where it can; a text that found no place is made each time it is asked for, and is the same.
public final class SharedTexts: Sendable {
  /// Gives back a text that was laid aside; `nil` where it is lost.
  public typealias Fetch = @Sendable () -> Bytes?

  private struct Item: Hashable {
    let path: String
    let isBrief: Bool
  }

  private struct Kept {
    var texts: [Fingerprint: Fetch] = [:]
    var items: [Item: Value] = [:]
    /// How many bytes may still come.
    var room: Int
  }

  private let kept: Mutex<Kept>
  private let layAside: (@Sendable (Bytes) -> Fetch?)?
  /// How many items are kept: more than the feeds of an ordinary archive carry, and some tens of megabytes.
  private static let mostItems = 4_096

  /// - Parameters:
  ///   - room: How many bytes of texts are held in memory.
  ///   - layAside: Puts away a text that memory has no room for; the result is `nil` where it can't.
  public init(room: Int = 4 << 20, layAside: (@Sendable (Bytes) -> Fetch?)? = nil) {
    kept = Mutex(Kept(room: room))
    self.layAside = layAside
  }

  /// A text.
  ///
  /// - Parameters:
  ///   - token: Differs where the text differs.
  ///   - make: Makes the text, where nobody has asked for it yet.
  func text(_ token: Bytes, _ make: () -> Bytes) -> Bytes {
    let key = Fingerprint(of: token)
    if let text = kept.withLock({ $0.texts[key] })?() { return text }
    // Outside of the lock: two threads may make the same text, and none waits for another.
    let text = make()
    let isHeld = kept.withLock { kept in
      if kept.texts[key] != nil { return true }
      guard kept.room >= text.count else { return false }
      kept.room -= text.count
      kept.texts[key] = { text }
      return true
    }
    if !isHeld, let fetch = layAside?(text) { kept.withLock { $0.texts[key] = fetch } }
    return text
  }

  /// What feeds have of a file.
  ///
  /// - Parameters:
  ///   - isBrief: Whether they have no more of it than its abstract.
  ///   - make: Makes it, where nobody has asked for it yet.
  func item(_ path: String, isBrief: Bool, _ make: () -> Value) -> Value {
    let key = Item(path: path, isBrief: isBrief)
    if let item = kept.withLock({ $0.items[key] }) { return item }
    let item = make()
    kept.withLock { if $0.items.count < SharedTexts.mostItems { $0.items[key] = item } }
    return item
  }

  /// Lets go of everything: what is kept of a file asks here for its text, and would keep all of it from being freed.
  public func empty() {
    kept.withLock { kept in
      kept.texts = [:]
      kept.items = [:]
    }
  }
}
