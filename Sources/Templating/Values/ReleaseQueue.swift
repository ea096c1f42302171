import Glibc

/// Releases what holds others level by level: a chain of a million lists must not end in a million nested calls.
///
/// A class that holds values hands them to the queue of its thread when it ends. If releasing one of them ends another such
/// class, that one's values wait in the queue instead of being released inside the first call.
final class ReleaseQueue {
  private var waiting: [Any] = []
  private var isDraining = false

  /// Releases an array; the caller must have given up its own hold on it.
  static func release<Element>(_ elements: consuming [Element]) { ofThisThread.add(consume elements) }

  private func add(_ elements: consuming Any) {
    waiting.append(consume elements)
    // What ends below adds its own elements, and this loop finds them.
    guard !isDraining else { return }
    isDraining = true
    while waiting.popLast() != nil {}
    isDraining = false
  }

  private static var ofThisThread: ReleaseQueue {
    if let known = pthread_getspecific(key) { return Unmanaged<ReleaseQueue>.fromOpaque(known).takeUnretainedValue() }
    let new = ReleaseQueue()
    pthread_setspecific(key, Unmanaged.passRetained(new).toOpaque())
    return new
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { known in known.map { Unmanaged<ReleaseQueue>.fromOpaque($0).release() } }
    return key
  }()
}
