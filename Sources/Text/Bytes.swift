import Glibc

/// UTF-8 text as it is read and written: everything on the way from a source to a page is bytes.
public typealias Bytes = [UInt8]

extension Array where Element == UInt8 {
  /// The text of these bytes; ill-formed sequences become U+FFFD.
  @inlinable public var string: String { String(decoding: self, as: UTF8.self) }

  /// Appends a text of the program's own.
  package mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether the bytes at `offset` are exactly `other`.
  @inlinable package func has(_ other: some Collection<UInt8>, at offset: Int) -> Bool {
    offset + other.count <= count && self[offset..<offset + other.count].elementsEqual(other)
  }

  /// The offset of the first occurrence of `needle` at or after `start`.
  package func firstOffset(of needle: Bytes, from start: Int = 0) -> Int? {
    guard let first = needle.first else { return nil }
    var at = start
    while let found = firstOffset(of: first, from: at) {
      if has(needle, at: found) { return found }
      at = found + 1
    }
    return nil
  }

  /// The offset of the first such byte at or after `start`.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte at or after `start`.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = UnsafeRawPointer(baseAddress) else { return nil }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
  }
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
