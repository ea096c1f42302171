extension Array where Element == UInt8 {
  /// Appends text so that HTML and XML read it as text, in elements and in quoted attributes alike.
  ///
  /// Runs without special characters are copied whole.
  public mutating func append(escaping text: some Collection<UInt8>) {
    let copied: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
    if copied == nil { appendEscaped(Array(text)) }
  }

  private mutating func appendEscaped(_ text: some RandomAccessCollection<UInt8>) {
    var copied = text.startIndex
    for at in text.indices {
      guard let entity = entity(for: text[at]) else { continue }
      append(contentsOf: text[copied..<at])
      append(contentsOf: entity)
      copied = text.index(after: at)
    }
    append(contentsOf: text[copied...])
  }
}

@inline(__always)
private func entity(for byte: UInt8) -> StaticBytes? {
  // One comparison rules out every letter, digit above 9 and non-ASCII byte.
  if byte > 0x3E { return nil }
  switch byte {
  case UInt8(ascii: "&"): return StaticBytes("&amp;")
  case UInt8(ascii: "<"): return StaticBytes("&lt;")
  case UInt8(ascii: ">"): return StaticBytes("&gt;")
  case UInt8(ascii: "\""): return StaticBytes("&#34;")
  case UInt8(ascii: "'"): return StaticBytes("&#39;")
  default: return nil
  }
}

/// The bytes of a literal, without an allocation.
struct StaticBytes: Sequence {
  let text: StaticString

  init(_ text: StaticString) { self.text = text }

  func makeIterator() -> UnsafeBufferPointer<UInt8>.Iterator {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).makeIterator()
  }

  func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R? {
    try body(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
