import Glibc

/// UTF-8 text as it is read and written: everything on the way from a source to a page is bytes.
public typealias Bytes = [UInt8]

extension Array where Element == UInt8 {
  /// The text of these bytes; ill-formed sequences become U+FFFD.
  @inlinable public var string: String { String(decoding: self, as: UTF8.self) }

  /// Appends a text of the program's own.
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes in unsafe append(contentsOf: bytes) }
  }

  /// Where so many characters of the text end; `nil` where it has no more than these.
  package func end(ofCharacters count: Int) -> Int? {
    let bytes = span
    var characters = 0
    for index in bytes.indices where !bytes[index].isUTF8Continuation {
      if characters == count { return index }
      characters += 1
    }
    return nil
  }

  /// Appends bytes that lie somewhere in memory.
  @inlinable
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in unsafe append(contentsOf: bytes) }
  }

  /// Whether the bytes at `offset` are exactly `other`.
  @inlinable package func has(_ other: some Collection<UInt8>, at offset: Int) -> Bool {
    offset + other.count <= count && self[offset..<offset + other.count].elementsEqual(other)
  }

  /// The offset of the first occurrence of `needle` at or after `start`.
  package func firstOffset(of needle: Bytes, from start: Int = 0) -> Int? {
    span.firstOffset(of: needle.span, from: start)
  }

  /// The offset of the first such byte at or after `start`.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    span.firstOffset(of: byte, from: start)
  }
}

extension Span<UInt8> {
  /// The first byte.
  package var first: UInt8? { isEmpty ? nil : self[0] }

  /// The bytes, copied.
  package var copy: Bytes {
    var bytes = Bytes()
    bytes.append(self)
    return bytes
  }

  /// The text of these bytes; ill-formed sequences become U+FFFD.
  package var string: String {
    unsafe withUnsafeBufferPointer { bytes in unsafe String(decoding: bytes, as: UTF8.self) }
  }

  /// The offset of the first such byte at or after `start`.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0)
    // The C library looks at 32 bytes at once. What it is given lies between `start` and the end.
    return unsafe withUnsafeBufferPointer { bytes in
      guard start < bytes.count, let base = unsafe UnsafeRawPointer(bytes.baseAddress) else { return nil }
      return unsafe memchr(base + start, Int32(byte), bytes.count - start).map { unsafe UnsafeRawPointer($0) - base }
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes at `offset` are exactly `other`.
  package func has(_ other: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, other.count <= count - offset else { return false }
    var index = 0
    while index + 8 <= other.count {
      if word(at: offset + index) != other.word(at: index) { return false }
      index += 8
    }
    while index < other.count {
      if self[offset + index] != other[index] { return false }
      index += 1
    }
    return true
  }

  /// The offset of the first occurrence of `needle` at or after `start`.
  package func firstOffset(of needle: Span<UInt8>, from start: Int = 0) -> Int? {
    guard let first = needle.first else { return nil }
    var at = start
    while let found = firstOffset(of: first, from: at) {
      if has(needle, at: found) { return found }
      at = found + 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The eight bytes at an offset as one number, the first byte lowest. All patterns of bits are numbers, and the span
  /// checks the offset.
  @inlinable @inline(__always)
  package func word(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Four bytes as one number, in the order of this machine.
  @inlinable @inline(__always)
  package func halfWord(at offset: Int) -> UInt32 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }

  /// Sixteen bytes as two such numbers.
  @inlinable @inline(__always)
  package func words(at offset: Int) -> SIMD2<UInt64> {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
  }
}

extension UInt64 {
  /// The highest bit of each of the eight bytes that is zero. Only the lowest such bit is certain: who looks for the first
  /// byte that differs nowhere from another needs no more.
  @inlinable @inline(__always)
  package var zeroBytes: UInt64 { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 }
}

extension UInt8 {
  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  @inlinable public var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// `0` to `9`.
  @inlinable public var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// `a` to `z`, `A` to `Z`.
  @inlinable public var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// Whether the byte continues a code point that an earlier byte began.
  @inlinable public var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
