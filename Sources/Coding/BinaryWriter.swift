import Text

/// Writes values as bytes for the program's own use: compact, and the same for the same values.
public struct BinaryWriter: ~Copyable {
  private var buffer = ByteBuffer()

  /// Nothing yet.
  public init() {}

  /// How many bytes were written.
  public var count: Int { buffer.count }

  /// What was written.
  public var bytes: Bytes { buffer.bytes() }

  /// The digest of what was written.
  public var fingerprint: Fingerprint { fingerprint(from: 0) }

  /// Forgets what was written, and keeps the memory.
  public mutating func clear() { buffer.truncate(to: 0) }

  /// The digest of what was written from an offset on.
  public func fingerprint(from offset: Int) -> Fingerprint { buffer.withBytes(from: offset) { Fingerprint(of: $0) } }

  /// Takes away what was written from an offset on; what is left of it is its digest.
  public mutating func takeFingerprint(from offset: Int) -> Fingerprint {
    let fingerprint = fingerprint(from: offset)
    buffer.truncate(to: offset)
    return fingerprint
  }

  /// Writes a whole number, small ones in one byte.
  public mutating func put(_ number: Int) {
    buffer.append(variableLength: UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
  }

  /// Writes a digest.
  public mutating func put(_ fingerprint: Fingerprint) {
    buffer.append(littleEndian: fingerprint.words.high)
    buffer.append(littleEndian: fingerprint.words.low)
  }

  /// Writes a truth value.
  public mutating func put(_ truth: Bool) { buffer.append(truth ? 1 : 0) }

  /// Writes bytes with their length.
  public mutating func put(_ value: Bytes) { put(value.span) }

  /// Writes text.
  public mutating func put(_ text: String) { put(text.utf8.span) }

  /// Writes bytes that lie somewhere in memory, with their length.
  public mutating func put(_ value: Span<UInt8>) {
    put(value.count)
    buffer.append(value)
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

  /// How many bytes are handed over at once.
  private static let mostOfPart = 1 << 20

  /// Writes values with their number, and hands over what was written whenever it is a megabyte.
  ///
  /// - Parameter keep: Takes the parts of what is written, one after the other: written as one, a long value is held three
  ///   times for a moment. Whoever writes hands over the rest.
  public mutating func put<Value, Failure>(
    _ values: some Collection<Value>, in keep: (Bytes) throws(Failure) -> Void,
    _ write: (Value, inout BinaryWriter) -> Void
  ) throws(Failure) {
    put(values.count)
    for value in values {
      write(value, &self)
      guard count >= BinaryWriter.mostOfPart else { continue }
      try keep(bytes)
      clear()
    }
  }
}
