import Text

/// Reads what a `BinaryWriter` wrote. The bytes are checked like any input: those that no writer can have written are
/// noticed, read as nothing, and never take more memory than their own length allows.
public struct BinaryReader {
  private let bytes: Bytes
  private var at = 0
  /// Whether the bytes were something else.
  public private(set) var isDamaged = false

  /// A reader at the start of bytes, or further on.
  public init(_ bytes: Bytes, at offset: Int = 0) {
    self.bytes = bytes
    skip(offset)
  }

  /// Where the next value begins.
  public var offset: Int { at }

  /// How many bytes are left.
  @usableFromInline var remaining: Int { bytes.count - at }

  /// Notes that what was read can't have been written.
  public mutating func markDamaged() { isDamaged = true }

  /// Whether everything was read and was right.
  public var isComplete: Bool { !isDamaged && at == bytes.count }

  /// Passes over bytes.
  public mutating func skip(_ length: Int) { _ = next(length) }

  /// The range of the next bytes, which are passed over; an empty one where there are not so many.
  private mutating func next(_ length: Int) -> Range<Int> {
    guard length >= 0, length <= bytes.count - at else {
      isDamaged = true
      return at..<at
    }
    at += length
    return at - length..<at
  }

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

  /// A whole number of a range; any other is damage, and its lowest one is read.
  public mutating func int(in range: ClosedRange<Int>) -> Int {
    let number = int()
    if range.contains(number) { return number }
    isDamaged = true
    return range.lowerBound
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
  public mutating func data() -> Bytes { Bytes(bytes[next(int())]) }

  /// Text.
  public mutating func text() -> String {
    let range = next(int())
    if let text = try? UTF8Span(validating: bytes.span.extracting(range)) { return String(copying: text) }
    isDamaged = true
    return ""
  }

  /// A digest.
  public mutating func fingerprint() -> Fingerprint {
    let range = next(16)
    guard !range.isEmpty else { return Fingerprint(of: []) }
    return Fingerprint(high: bytes.span.word(at: range.lowerBound), low: bytes.span.word(at: range.lowerBound + 8))
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
    // A number that lies does not reserve what a value of many fields would take.
    values.reserveCapacity(min(count, 1_024))
    while values.count < count, !isDamaged { values.append(read(&self)) }
    return values
  }

  /// Texts.
  public mutating func texts() -> [String] { list { $0.text() } }
}
