import Text

/// A buffer of bytes that grows.
///
/// Memory of its own rather than an array: what passes through one are pieces of a few bytes, millions in a build, and an
/// array asks before each whether it is shared, which makes writing take half as long again.
///
/// Safe to use, because whatever appends makes room first, and because nothing but the buffer knows where its memory is.
@safe
public struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  /// How many bytes there is memory for.
  public private(set) var capacity: Int
  /// How many bytes are in it.
  public private(set) var count = 0

  /// An empty buffer with room for some bytes.
  public init(capacity: Int = 256) {
    self.capacity = max(1, capacity)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// Makes room for more bytes; until there is something in it, what is there means nothing.
  @inline(__always)
  mutating func reserve(_ more: Int) { if more > capacity - count { grow(by: more) } }

  private mutating func grow(by more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
  }

  /// Appends a byte.
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe start[count] = byte
    count += 1
  }

  /// Appends bytes as they are.
  @inline(__always)
  public mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { unsafe (start + count).update(from: first, count: bytes.count) }
    }
    count += bytes.count
  }

  /// Appends the eight bytes of a number, the lowest first.
  mutating func append(littleEndian word: UInt64) {
    reserve(8)
    unsafe UnsafeMutableRawPointer(start + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count += 8
  }

  /// Appends a number, seven bits to a byte, the lowest first; all bytes but the last have their highest bit set.
  @inline(__always)
  mutating func append(variableLength number: UInt64) {
    reserve(10)
    var rest = number
    while rest >= 0x80 {
      unsafe start[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    unsafe start[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
  }

  /// Appends a whole number as it is printed.
  @inline(__always)
  public mutating func append(decimal number: Int) {
    reserve(20)
    if number < 0 {
      unsafe start[count] = UInt8(ascii: "-")
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
      unsafe start[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Appends text so that HTML and XML read it as text.
  public mutating func append(escaping text: Span<UInt8>) {
    // Piece by piece, since there must be room for the longest that a piece can become.
    var at = 0
    while at < text.count {
      let end = min(at + 4_096, text.count)
      reserve(Escaping.room(for: end - at))
      unsafe count += text.extracting(at..<end).withUnsafeBufferPointer { piece in
        unsafe Escaping.write(piece, to: start + count)
      }
      at = end
    }
  }

  /// Removes all bytes from an offset on; the memory is kept.
  public mutating func truncate(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  /// The bytes from an offset on.
  public func bytes(from offset: Int = 0) -> Bytes {
    withBytes(from: offset) { $0.copy }
  }

  /// Calls `use` with the bytes from an offset on.
  @inline(__always)
  public func withBytes<Result>(from offset: Int = 0, _ use: (Span<UInt8>) -> Result) -> Result {
    precondition(offset >= 0 && offset <= count)
    return use(unsafe Span(_unsafeStart: start + offset, count: count - offset))
  }
}
