import Glibc
import Synchronization
import System
import Text

/// Bytes that are made now and wanted later: texts between reading and rendering, the words of issues until an index is
/// made of them. The first of them wait in memory, as many as it is cheap to hold; the others in a file without a name:
/// all of them would double the memory, and making them again costs more than fetching them from the system's cache.
/// Threads write to one descriptor, each to a part of its own.
final class Spool: Sendable {
  private let descriptor: Int32
  private let end = Atomic<Int>(0)
  private let held = Atomic<Int>(0)

  /// How many bytes wait in memory at most.
  private static let inMemory = 4 << 20

  /// A spool in a folder; `nil` where none can be made, so that everything is held in memory.
  init?(in folder: String) {
    // Made anew, and by nobody else: what lies there by another hand may lead elsewhere.
    let path = "\(folder)/waiting-\(getpid())"
    unsafe unlink(path)
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unsafe unlink(path)
  }

  deinit { close(descriptor) }

  /// Where bytes lie.
  enum Slot: Sendable {
    case memory(Bytes)
    case file(start: Int, count: Int)
  }

  /// Bytes that were laid aside.
  struct Aside: Sendable {
    fileprivate let slot: Slot
    fileprivate let spool: Spool

    /// The bytes; `nil` where the disk does not give them back.
    var bytes: Bytes? { Spool.bytes(in: slot, spool) }
  }

  /// Takes bytes that can be made again, or held: without a spool, or where the disk does not take them, they are.
  static func lay(aside bytes: Bytes, _ spool: Spool?) -> Aside? {
    guard let spool, let slot = spool.put(bytes) else { return nil }
    return Aside(slot: slot, spool: spool)
  }

  /// Takes bytes; without a spool, or where the disk does not take them, they are held.
  static func put(_ bytes: Bytes, _ spool: Spool?) -> Slot { spool?.put(bytes) ?? .memory(bytes) }

  private func put(_ bytes: Bytes) -> Slot? {
    if held.load(ordering: .relaxed) + bytes.count <= Spool.inMemory {
      held.add(bytes.count, ordering: .relaxed)
      return .memory(bytes)
    }
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    var done = 0
    while done < bytes.count {
      // The system reads the bytes before the call returns, and no more of them than it is told.
      let wrote = unsafe bytes[done...].withUnsafeBytes {
        unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + done))
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { return nil }
      done += wrote
    }
    return .file(start: start, count: bytes.count)
  }

  /// The bytes in a slot; `nil` where the disk does not give them back.
  static func bytes(in slot: Slot, _ spool: Spool?) -> Bytes? {
    switch slot {
    case .memory(let bytes): bytes
    case .file(let start, let count): spool?.bytes(start, count)
    }
  }

  /// Some of the bytes in a slot; `nil` where the disk does not give them back.
  static func bytes(_ range: Range<Int>, of slot: Slot, _ spool: Spool?) -> Bytes? {
    switch slot {
    case .memory(let bytes): Bytes(bytes[range])
    case .file(let start, _): spool?.bytes(start + range.lowerBound, range.count)
    }
  }

  private func bytes(_ start: Int, _ size: Int) -> Bytes? {
    // `count` grows by what was read, and no call may write past `size`.
    let bytes = unsafe Bytes(unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe pread(descriptor, buffer.baseAddress?.advanced(by: count), size - count, off_t(start + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }
}
