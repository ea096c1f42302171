import Glibc

/// Releases what holds others level by level: a chain of a million lists must not end in a million nested calls.
///
/// A class that holds values hands them to the queue of its thread when it ends. If releasing one of them ends another such
/// class, that one's values wait in the queue instead of being released inside the first call.
///
/// Safe to use, because memory is given to it by what is marked, and only released by it.
@safe
final class ReleaseQueue {
  @unsafe
  private enum Held {
    case elements([Value])
    /// Memory that nobody refers to any more.
    case memory(UnsafeMutableBufferPointer<Value>)
  }

  private var waiting: [Held] = unsafe []
  private var isDraining = false

  /// Releases the elements of an array; the caller must have given up its own hold on it.
  static func release(_ elements: consuming [Value]) { unsafe ofThisThread.add(.elements(consume elements)) }

  /// Releases the values in memory and the memory itself, to which nobody may refer any more.
  @unsafe
  static func release(_ memory: UnsafeMutableBufferPointer<Value>) { unsafe ofThisThread.add(.memory(memory)) }

  private func add(_ held: consuming Held) {
    unsafe waiting.append(consume held)
    // What ends below adds its own values, and this loop finds them.
    guard !isDraining else { return }
    isDraining = true
    while let held = unsafe waiting.popLast() {
      guard case .memory(let memory) = unsafe held else { continue }
      unsafe memory.deinitialize()
      unsafe memory.deallocate()
    }
    isDraining = false
  }

  /// The thread keeps its queue by a key of C's, which can hold a pointer and no reference: it is counted once for that, and
  /// released when the thread ends.
  private static var ofThisThread: ReleaseQueue {
    if let known = unsafe pthread_getspecific(key) {
      return unsafe Unmanaged<ReleaseQueue>.fromOpaque(known).takeUnretainedValue()
    }
    let new = ReleaseQueue()
    unsafe pthread_setspecific(key, Unmanaged.passRetained(new).toOpaque())
    return new
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    unsafe pthread_key_create(&key) { known in
      if let known = unsafe known { unsafe Unmanaged<ReleaseQueue>.fromOpaque(known).release() }
    }
    return key
  }()
}
