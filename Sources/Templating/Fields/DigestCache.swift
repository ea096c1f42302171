import Synchronization

/// The digests of a record's fields, as far as somebody asked. A class, so that records without one stay small.
final class DigestCache: Sendable {
  /// Zero for a digest that is not known.
  private let digests: Mutex<[UInt64]>

  init(count: Int) { digests = Mutex([UInt64](repeating: 0, count: count)) }

  subscript(index: Int) -> UInt64? {
    let digest = digests.withLock { $0[index] }
    return digest == 0 ? nil : digest
  }

  func set(_ digest: UInt64, at index: Int) { digests.withLock { $0[index] = digest } }
}
