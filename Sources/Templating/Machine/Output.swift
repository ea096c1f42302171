import Coding
import Text

/// The bytes that a rendering prints.
///
/// Memory of its own rather than an array: a page is ten thousand small pieces, and each is one copy here. What a capture
/// prints lies behind what was printed before, and is taken away again as a value.
///
/// Safe to use, because each way to append makes room first. Unchecked, because one rendering uses it at a time; between
/// renderings, it lies in a pool that hands it to one only.
@safe
final class Output: @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes can be appended before somebody must look for room: there is no more memory, or the limit is reached.
  private var room: Int
  /// How many bytes may be printed.
  private var limit = Int.max
  /// How many bytes were printed.
  private(set) var count = 0
  /// Whether something was left out, because it was more than may be printed.
  private(set) var isFull = false

  init(capacity: Int) {
    unsafe base = .allocate(capacity: capacity)
    self.capacity = capacity
    room = capacity
  }

  /// Begins a rendering that may print so many bytes.
  func begin(limit: Int) {
    self.limit = limit
    isFull = false
    room = min(capacity, limit)
  }

  deinit { unsafe base.deallocate() }

  /// Appends bytes as they are.
  @inline(__always)
  func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends what lies in memory as it is.
  @unsafe @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if count + bytes.count > room, !makeRoom(for: bytes.count) { return }
    guard let first = bytes.baseAddress else { return }
    unsafe (base + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  /// Appends text so that HTML and XML read it as text.
  func append(escaping text: Span<UInt8>) {
    // Piece by piece, since there must be room for the longest that a piece can become.
    var start = 0
    while start < text.count {
      let end = min(start + 4_096, text.count)
      let most = Escaping.widest * (end - start) + 16
      if count + most > room, !makeRoom(for: end - start, orElse: most) { return }
      count += unsafe text.extracting(start..<end).withUnsafeBufferPointer {
        unsafe Escaping.write($0, to: base + count)
      }
      start = end
    }
  }

  /// Appends a whole number.
  @inline(__always)
  func append(decimal number: Int) {
    if count + 20 > room, !makeRoom(for: 20) { return }
    if number < 0 {
      unsafe base[count] = UInt8(ascii: "-")
      count += 1
    }
    var rest = number.magnitude
    var length = 1
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = number.magnitude
    for index in stride(from: count + length - 1, through: count, by: -1) {
      unsafe base[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Removes what was printed since an offset, and gives it as a value's bytes.
  func extract(from start: Int) -> Bytes {
    let extracted = unsafe Bytes(UnsafeBufferPointer(start: base + start, count: count - start))
    count = start
    return extracted
  }

  /// Removes what was printed since an offset.
  func truncate(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  /// Empties the buffer for the next rendering; the result is whether it is worth keeping.
  func clear() -> Bool {
    count = 0
    return capacity <= 1 << 22
  }

  /// Calls `use` with all that was printed; the memory is valid inside of it only.
  func withBytes<Result>(_ use: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe use(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Makes room for bytes; the result is whether that many may be printed.
  ///
  /// - Parameter most: How many bytes may be written, where that is known afterwards only.
  private func makeRoom(for length: Int, orElse most: Int? = nil) -> Bool {
    guard count + length <= limit else {
      isFull = true
      return false
    }
    let needed = count + (most ?? length)
    guard needed > capacity else { return true }
    capacity = max(2 * capacity, needed)
    room = min(capacity, limit)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    return true
  }
}
