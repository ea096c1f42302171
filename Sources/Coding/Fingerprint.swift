import CXXHash
import Text

/// A 128-bit hash of bytes that tells contents apart; no secret and no signature.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// Hashes bytes with xxHash's XXH3.
  public init(of bytes: Bytes) {
    let hash = bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    high = hash.high64
    low = hash.low64
  }

  /// Hashes a part of memory.
  public init(of bytes: UnsafeRawBufferPointer) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    high = hash.high64
    low = hash.low64
  }

  /// The two halves, the higher first.
  public var words: (high: UInt64, low: UInt64) { (high, low) }

  /// A fingerprint from its halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A fingerprint from its sixteen bytes; `nil` for another number of them.
  public init?(bytes: Bytes) {
    guard bytes.count == 16 else { return nil }
    let words = bytes.withUnsafeBytes { memory in
      (0..<2).map { UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
    high = words[0]
    low = words[1]
  }

  /// The sixteen bytes.
  public var bytes: Bytes { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Bytes($0) } }

  /// 32 hexadecimal digits.
  public var description: String { hexadecimal(high) + hexadecimal(low) }
}

private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
