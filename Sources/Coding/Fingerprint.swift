import CXXHash
import Text

/// A 128-bit digest of bytes: the same for the same contents, another for others. No secret and no signature.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// Hashes bytes with xxHash's XXH3.
  public init(of bytes: Bytes) {
    self.init(of: bytes.span)
  }

  /// Hashes bytes that lie somewhere in memory.
  public init(of bytes: Span<UInt8>) {
    // The library reads what lies between the two, and keeps nothing.
    let hash = unsafe bytes.withUnsafeBufferPointer { bytes in unsafe xxh3_128(bytes.baseAddress, bytes.count) }
    high = hash.high64
    low = hash.low64
  }

  /// Hashes a part of memory.
  @unsafe
  public init(of bytes: UnsafeRawBufferPointer) {
    unsafe self.init(of: Span(_unsafeElements: bytes.bindMemory(to: UInt8.self)))
  }

  /// The two halves, the higher first.
  public var words: (high: UInt64, low: UInt64) { (high, low) }

  /// A digest from its halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A digest from its sixteen bytes; `nil` for another number of them.
  public init?(bytes: Bytes) {
    guard bytes.count == 16 else { return nil }
    high = bytes.span.word(at: 0).byteSwapped
    low = bytes.span.word(at: 8).byteSwapped
  }

  /// The sixteen bytes.
  public var bytes: Bytes {
    Bytes(capacity: 16) { bytes in
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: high >> shift)) }
      for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: low >> shift)) }
    }
  }

  /// 32 hexadecimal digits.
  public var description: String { hexadecimal(high) + hexadecimal(low) }
}

private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
