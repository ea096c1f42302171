import Text

/// Writes values as bytes for the program's own use: compact, and the same for the same values.
///
/// Memory of its own rather than an array, since every value of every page passes through one, a few bytes at a time.
public struct BinaryWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were written.
  public private(set) var count = 0

  /// Nothing yet.
  public init() {
    capacity = 256
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// What was written.
  public var bytes: Bytes { Bytes(memory) }

  /// The fingerprint of what was written.
  public var fingerprint: Fingerprint { Fingerprint(of: UnsafeRawBufferPointer(memory)) }

  private var memory: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Forgets what was written, and keeps the memory.
  public mutating func clear() { count = 0 }

  /// The fingerprint of what was written since a place.
  public func fingerprint(from place: Int) -> Fingerprint {
    Fingerprint(of: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[place...]))
  }

  /// Takes away what was written since a place; what is left of it is its fingerprint.
  public mutating func takeFingerprint(from place: Int) -> Fingerprint {
    let fingerprint = fingerprint(from: place)
    count = place
    return fingerprint
  }

  private mutating func makeRoom(for more: Int) {
    guard count + more > capacity else { return }
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  /// Writes a whole number, small ones in one byte.
  public mutating func put(_ number: Int) {
    makeRoom(for: 10)
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      start[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    start[count] = UInt8(truncatingIfNeeded: rest)
    count += 1
  }

  /// Writes a fingerprint.
  public mutating func put(_ fingerprint: Fingerprint) {
    makeRoom(for: 16)
    let words = fingerprint.words
    let place = UnsafeMutableRawPointer(start + count)
    place.storeBytes(of: words.high.littleEndian, as: UInt64.self)
    place.storeBytes(of: words.low.littleEndian, toByteOffset: 8, as: UInt64.self)
    count += 16
  }

  /// Writes a truth value.
  public mutating func put(_ truth: Bool) {
    makeRoom(for: 1)
    start[count] = truth ? 1 : 0
    count += 1
  }

  /// Writes bytes with their length.
  public mutating func put(_ value: Bytes) { value.withUnsafeBufferPointer { put($0) } }

  /// Writes text.
  public mutating func put(_ text: String) {
    // Texts that came from elsewhere than Swift are copied first.
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { put($0) }
    if isWritten == nil { put(Bytes(text.utf8)) }
  }

  /// Writes bytes that lie somewhere in memory, with their length.
  public mutating func put(_ value: UnsafeBufferPointer<UInt8>) {
    put(value.count)
    guard let first = value.baseAddress else { return }
    makeRoom(for: value.count)
    (start + count).update(from: first, count: value.count)
    count += value.count
  }

  /// Writes whether there is a value, and the value.
  @inlinable
  public mutating func put<Value>(_ value: Value?, _ write: (Value, inout BinaryWriter) -> Void) {
    put(value != nil)
    if let value { write(value, &self) }
  }

  /// Writes text that may be missing.
  public mutating func put(_ text: String?) { put(text) { $1.put($0) } }

  /// Writes values with their number.
  @inlinable
  public mutating func put<Value>(_ values: [Value], _ write: (Value, inout BinaryWriter) -> Void) {
    put(values.count)
    for value in values { write(value, &self) }
  }

  /// Writes texts.
  public mutating func put(_ texts: [String]) { put(texts) { $1.put($0) } }
}

/// Reads what a `BinaryWriter` wrote; bytes that it can't have written are noticed, and read as nothing.
public struct BinaryReader {
  private let bytes: Bytes
  private var at = 0
  /// Whether the bytes were something else.
  public private(set) var isDamaged = false

  /// A reader at the start of bytes, or further on.
  public init(_ bytes: Bytes, at offset: Int = 0) {
    self.bytes = bytes
    at = offset
  }

  /// Where the next value begins.
  public var offset: Int { at }

  /// How many bytes are left.
  @usableFromInline var remaining: Int { bytes.count - at }

  @usableFromInline mutating func markDamaged() { isDamaged = true }

  /// Passes over bytes.
  public mutating func skip(_ length: Int) {
    guard length >= 0, length <= bytes.count - at else {
      isDamaged = true
      return
    }
    at += length
  }

  /// Whether everything was read and was right.
  public var isComplete: Bool { !isDamaged && at == bytes.count }

  /// A whole number.
  public mutating func int() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    isDamaged = true
    return 0
  }

  /// A truth value.
  public mutating func bool() -> Bool {
    guard at < bytes.count, bytes[at] < 2 else {
      isDamaged = true
      return false
    }
    at += 1
    return bytes[at - 1] == 1
  }

  /// Bytes.
  public mutating func data() -> Bytes {
    let length = int()
    guard length >= 0, length <= bytes.count - at else {
      isDamaged = true
      return []
    }
    at += length
    return Bytes(bytes[(at - length)..<at])
  }

  /// Text.
  public mutating func text() -> String {
    let length = int()
    guard length >= 0, length <= bytes.count - at else {
      isDamaged = true
      return ""
    }
    at += length
    return String(decoding: bytes[(at - length)..<at], as: UTF8.self)
  }

  /// A fingerprint.
  public mutating func fingerprint() -> Fingerprint {
    guard bytes.count - at >= 16 else {
      isDamaged = true
      return Fingerprint(of: [])
    }
    at += 16
    return bytes.withUnsafeBytes {
      Fingerprint(
        high: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at - 16, as: UInt64.self)),
        low: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: at - 8, as: UInt64.self)))
    }
  }

  /// A value that may be missing.
  @inlinable
  public mutating func optional<Value>(_ read: (inout BinaryReader) -> Value) -> Value? { bool() ? read(&self) : nil }

  /// Text that may be missing.
  public mutating func optionalText() -> String? { optional { $0.text() } }

  /// Values.
  @inlinable
  public mutating func list<Value>(_ read: (inout BinaryReader) -> Value) -> [Value] {
    let count = int()
    // Each value has at least one byte.
    guard count >= 0, count <= remaining else {
      markDamaged()
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    while values.count < count, !isDamaged { values.append(read(&self)) }
    return values
  }

  /// Texts.
  public mutating func texts() -> [String] { list { $0.text() } }
}
