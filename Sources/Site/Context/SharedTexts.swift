import Coding
import Synchronization
import Templating
import Text

/// Texts as feeds carry them: an issue is in the feeds of its topics and of its authors, too, and its text is made ready
/// for all of them once.
///
/// A class, because all threads that make the pages of an edition share one. It holds no more than it has room for; a text
/// that came too late for a place is made each time it is asked for, and is the same.
public final class SharedTexts: Sendable {
  private struct Item: Hashable {
    let path: String
    let isBrief: Bool
  }

  private struct Kept {
    var texts: [Fingerprint: Bytes] = [:]
    var items: [Item: Value] = [:]
    /// How many bytes may still come.
    var room: Int
  }

  private let kept: Mutex<Kept>
  /// How many items are kept: more than the feeds of an ordinary archive carry, and some tens of megabytes.
  private static let mostItems = 4_096

  /// - Parameter room: How many bytes of texts are kept.
  public init(room: Int = 32 << 20) { kept = Mutex(Kept(room: room)) }

  /// A text.
  ///
  /// - Parameters:
  ///   - token: Differs where the text differs.
  ///   - make: Makes the text, where nobody has asked for it yet.
  func text(_ token: Bytes, _ make: () -> Bytes) -> Bytes {
    let key = Fingerprint(of: token)
    if let text = kept.withLock({ $0.texts[key] }) { return text }
    // Outside of the lock: two threads may make the same text, and none waits for another.
    let text = make()
    kept.withLock { kept in
      guard kept.room >= text.count, kept.texts.updateValue(text, forKey: key) == nil else { return }
      kept.room -= text.count
    }
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
}
