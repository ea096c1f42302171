import Glibc
import Synchronization
import Text

/// The texts of issues between reading and rendering. The first of them wait in memory, as many as it is cheap to hold
/// beside everything else that is known of the issues; the others in a file without a name: all of them would double the
/// memory, and making them again costs more than fetching them from the system's cache. Threads write to one descriptor,
/// each to a part of its own.
final class TextSpool: Sendable {
  private let descriptor: Int32
  private let end = Atomic<Int>(0)
  private let held = Atomic<Int>(0)

  /// How many bytes wait in memory.
  private let inMemory: Int

  /// How many bytes of the largest archives do.
  private static let most = 64 << 20

  /// A spool in a folder for the texts of a number of issues; `nil` where none can be made, so that texts are held in
  /// memory.
  init?(in folder: String, issues: Int) {
    inMemory = min(issues * (5 << 10), TextSpool.most)
    let path = "\(folder)/texts-\(getpid())"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unsafe unlink(path)
  }

  deinit { close(descriptor) }

  /// Where a text lies.
  enum Slot: Sendable {
    case memory(Bytes)
    case file(start: Int, count: Int)
  }

  /// Takes a text; `nil` where the disk does not.
  func put(_ text: Bytes) -> Slot? {
    if held.add(text.count, ordering: .relaxed).newValue <= inMemory { return .memory(text) }
    let start = end.add(text.count, ordering: .relaxed).oldValue
    var done = 0
    while done < text.count {
      // The system reads the bytes before the call returns, and no more of them than it is told.
      let wrote = unsafe text[done...].withUnsafeBytes {
        unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + done))
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { return nil }
      done += wrote
    }
    return .file(start: start, count: text.count)
  }

  /// The text in a slot; `nil` where the disk does not give it back.
  static func text(in slot: Slot, _ spool: TextSpool?) -> Bytes? {
    switch slot {
    case .memory(let text): text
    case .file(let start, let size): spool?.text(start, size)
    }
  }

  private func text(_ start: Int, _ size: Int) -> Bytes? {
    // `count` grows by what was read, and no call may write past `size`.
    let text = unsafe Bytes(unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe pread(descriptor, buffer.baseAddress?.advanced(by: count), size - count, off_t(start + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
    return text.count == size ? text : nil
  }
}
