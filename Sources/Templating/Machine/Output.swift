import Text

/// The bytes that a rendering prints.
///
/// Memory of its own rather than an array: a page is ten thousand small pieces, and each is one copy here. What a capture
/// prints lies behind what was printed before, and is taken away again as a value.
///
/// Unchecked, because one rendering uses it at a time; between renderings, it lies in a pool that hands it to one only.
final class Output: @unchecked Sendable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were printed.
  private(set) var count = 0

  init(capacity: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// Appends bytes as they are.
  @inline(__always)
  func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    if count + length > capacity { grow(by: length) }
    (base + count).update(from: bytes, count: length)
    count += length
  }

  /// Appends bytes as they are.
  @inline(__always)
  func append(_ bytes: Bytes) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends what lies somewhere in memory as it is.
  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) { if let base = bytes.baseAddress { append(base, bytes.count) } }

  /// Appends text so that HTML and XML read it as text.
  @inline(__always)
  func append(escaping bytes: Bytes) { bytes.withUnsafeBufferPointer { append(escaping: $0) } }

  /// Appends text that lies somewhere in memory so that HTML and XML read it as text.
  func append(escaping text: UnsafeBufferPointer<UInt8>) {
    // Piece by piece, since there must be room for the longest that a piece can become.
    var rest = text
    while !rest.isEmpty {
      let piece = UnsafeBufferPointer(rebasing: rest.prefix(4_096))
      let most = Escaping.widest * piece.count + 16
      if count + most > capacity { grow(by: most) }
      count += Escaping.write(piece, to: base + count)
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(piece.count))
    }
  }

  /// Appends a whole number.
  @inline(__always)
  func append(decimal number: Int) {
    if count + 20 > capacity { grow(by: 20) }
    if number < 0 {
      base[count] = UInt8(ascii: "-")
      count += 1
    }
    var rest = number.magnitude
    var length = 1
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = number.magnitude
    for place in stride(from: count + length - 1, through: count, by: -1) {
      base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Takes away what was printed since a place, as a value's bytes.
  func extract(from start: Int) -> Bytes {
    let taken = Bytes(UnsafeBufferPointer(start: base + start, count: count - start))
    count = start
    return taken
  }

  /// Empties the buffer for the next rendering; the result is whether it is worth keeping.
  func clear() -> Bool {
    count = 0
    return capacity <= 1 << 22
  }

  /// All that was printed.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  private func grow(by length: Int) {
    capacity = max(2 * capacity, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
