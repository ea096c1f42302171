import Coding
import Synchronization
import Text

/// Texts as feeds carry them: an issue is in the feeds of its topics and of its authors, too, and its text is made ready
/// for all of them once.
///
/// A class, because all threads that make pages share one. It holds no more than it has room for; a text that came too
/// late for a place is made each time it is asked for, and is the same.
public final class SharedTexts: Sendable {
  private struct Kept {
    var texts: [Fingerprint: Bytes] = [:]
    /// How many bytes may still come.
    var room: Int
  }

  private let kept: Mutex<Kept>

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
}
