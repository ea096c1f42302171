/// What HTML and XML read as text, in elements and in quoted attributes alike.
public enum Escaping {
  /// Calls `copy` with each run of bytes that can stay, and `replace` with each entity between them.
  @inlinable
  public static func escape(
    _ text: UnsafeBufferPointer<UInt8>, copy: (UnsafeBufferPointer<UInt8>) -> Void, replace: (StaticString) -> Void
  ) {
    var copied = 0
    while true {
      let at = firstSpecial(in: text, from: copied)
      if at > copied { copy(UnsafeBufferPointer(rebasing: text[copied..<at])) }
      guard at < text.count else { return }
      replace(entity(for: text[at]))
      copied = at + 1
    }
  }

  /// The place of the first byte at or after `start` that must be escaped, or the end.
  ///
  /// Eight bytes are looked at in one step: in running text, one byte in a hundred is special.
  @inlinable
  static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var at = start
    while at + 8 <= text.count {
      let bytes = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let found = specials(bytes)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < text.count, !isSpecial(base[at]) { at += 1 }
    return at
  }

  /// The highest bit of each of eight bytes that must be escaped; only the lowest such bit is certain.
  @inlinable
  static func specials(_ bytes: UInt64) -> UInt64 {
    // `&` and `'` differ in the lowest bit, `<` and `>` in the one above it.
    zeroes((bytes | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
      | zeroes((bytes | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
      | zeroes(bytes ^ 0x2222_2222_2222_2222)
  }

  /// The highest bit of each byte that is zero; only the lowest such bit is certain, which is enough.
  @inlinable
  static func zeroes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inlinable
  static func isSpecial(_ byte: UInt8) -> Bool { byte | 0x01 == 0x27 || byte | 0x02 == 0x3E || byte == 0x22 }

  @inlinable
  static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&#34;"
    default: "&#39;"
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends text so that HTML and XML read it as text; runs without special characters are copied whole.
  public mutating func append(escaping text: some Collection<UInt8>) {
    let copied: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
    if copied == nil { Array(text).withUnsafeBufferPointer { appendEscaped($0) } }
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    while true {
      let at = Escaping.firstSpecial(in: text, from: copied)
      append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<at]))
      guard at < text.count else { return }
      let entity = Escaping.entity(for: text[at])
      append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      copied = at + 1
    }
  }
}
