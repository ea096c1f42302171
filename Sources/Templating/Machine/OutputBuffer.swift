import Coding
import Text

/// The bytes that a rendering prints, up to a limit.
///
/// What a capture prints lies behind what was printed before, and is taken away again as a value. Unchecked, because one
/// rendering uses it at a time; between renderings, it lies in a pool that hands it to one only.
final class OutputBuffer: @unchecked Sendable {
  /// Unchecked, because nothing that is done with it calls anybody who could do another thing with it; to ask before each
  /// of the small pieces of a page takes longer than to print them.
  @exclusivity(unchecked) private var buffer: ByteBuffer
  /// How many bytes may be printed.
  private var limit = Int.max
  /// Whether something was left out, because it was more than may be printed.
  private(set) var isFull = false

  init(capacity: Int) { unsafe buffer = ByteBuffer(capacity: capacity) }

  /// How many bytes were printed.
  var count: Int { unsafe buffer.count }

  /// Begins a rendering that may print so many bytes.
  func begin(limit: Int) {
    self.limit = limit
    isFull = false
  }

  /// Appends bytes as they are.
  @inline(__always)
  func append(_ bytes: Span<UInt8>) {
    if mayPrint(bytes.count) { unsafe buffer.append(bytes) }
  }

  /// Appends text so that HTML and XML read it as text.
  func append(escaping text: Span<UInt8>) {
    if mayPrint(text.count) { unsafe buffer.append(escaping: text) }
    // What it became may be more than it was.
    if unsafe buffer.count > limit {
      unsafe buffer.truncate(to: limit)
      isFull = true
    }
  }

  /// Appends a whole number.
  @inline(__always)
  func append(decimal number: Int) {
    if mayPrint(20) { unsafe buffer.append(decimal: number) }
  }

  /// Removes what was printed since an offset, and gives it as a value's bytes.
  func extract(from start: Int) -> Bytes {
    let extracted = unsafe buffer.bytes(from: start)
    unsafe buffer.truncate(to: start)
    return extracted
  }

  /// Removes what was printed since an offset.
  func truncate(to length: Int) { unsafe buffer.truncate(to: length) }

  /// Empties the buffer for the next rendering; the result is whether it is worth keeping.
  func clear() -> Bool {
    unsafe buffer.truncate(to: 0)
    return unsafe buffer.capacity <= 1 << 22
  }

  /// Calls `use` with all that was printed; the memory is valid inside of it only.
  func withBytes<Result>(_ use: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe buffer.withBytes { unsafe $0.withUnsafeBytes(use) }
  }

  @inline(__always)
  private func mayPrint(_ length: Int) -> Bool {
    if unsafe length <= limit - buffer.count { return true }
    isFull = true
    return false
  }
}
