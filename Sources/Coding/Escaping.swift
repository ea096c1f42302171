import Text

/// What HTML and XML read as text, in elements and in quoted attributes alike.
public enum Escaping {
  /// The most bytes that are made of one.
  public static let widest = 5

  /// The most memory that `write` touches for so many bytes.
  static func room(for count: Int) -> Int { widest * count + 16 }

  /// Writes text so that HTML and XML read it as text; the result is how many bytes that took.
  ///
  /// With pointers, because half of what a page prints passes through here, eight and sixteen bytes at a time. What is
  /// read lies within the text: each step asks first whether so many bytes are left of it. What is written lies within
  /// the room, of which each byte read takes at most five, and of which a step may touch sixteen more.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - memory: Room for `widest` bytes for each byte of the text, and for sixteen more.
  @unsafe
  public static func write(_ text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var (at, written) = (0, 0)
    while at < text.count {
      // Sixteen bytes at a time, as long as nothing is special in them.
      while at + 16 <= text.count {
        let bytes = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: SIMD2<UInt64>.self)
        let found = specials(bytes)
        if found[0] | found[1] != 0 { break }
        unsafe UnsafeMutableRawPointer(memory + written).storeBytes(of: bytes, as: SIMD2<UInt64>.self)
        at += 16
        written += 16
      }
      if at == text.count { break }
      if at + 8 <= text.count {
        let bytes = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
        // All eight are copied, and those from the first special one on are written over: moving a word costs less than
        // counting its bytes.
        unsafe UnsafeMutableRawPointer(memory + written).storeBytes(of: bytes, as: UInt64.self)
        let found = specials(UInt64(littleEndian: bytes))
        let plain = found == 0 ? 8 : found.trailingZeroBitCount / 8
        at += plain
        written += plain
        if found == 0 { continue }
      } else if unsafe !isSpecial(base[at]) {
        unsafe memory[written] = base[at]
        at += 1
        written += 1
        continue
      }
      let (entity, length) = unsafe entity(for: base[at])
      unsafe UnsafeMutableRawPointer(memory + written).storeBytes(of: entity.littleEndian, as: UInt64.self)
      at += 1
      written += length
    }
    return written
  }

  /// The offset of the first byte at or after `start` that must be escaped, or the end.
  ///
  /// Eight bytes are looked at in one step: in running text, one byte in a hundred is special.
  static func firstSpecial(in text: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 8 <= text.count {
      let found = specials(text.word(at: at))
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < text.count, !isSpecial(text[at]) { at += 1 }
    return at
  }

  /// The highest bit of each of eight bytes that must be escaped; only the lowest such bit is certain.
  static func specials(_ bytes: UInt64) -> UInt64 {
    // `&` and `'` differ in the lowest bit, `<` and `>` in the one above it.
    ((bytes | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727).zeroBytes
      | ((bytes | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E).zeroBytes
      | (bytes ^ 0x2222_2222_2222_2222).zeroBytes
  }

  /// The same for twice as many bytes.
  private static func specials(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> {
    zeroes((bytes | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
      | zeroes((bytes | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
      | zeroes(bytes ^ 0x2222_2222_2222_2222)
  }

  /// `zeroBytes` of each of two words.
  private static func zeroes(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    (words &- 0x0101_0101_0101_0101) & ~words & 0x8080_8080_8080_8080
  }

  static func isSpecial(_ byte: UInt8) -> Bool { byte | 0x01 == 0x27 || byte | 0x02 == 0x3E || byte == 0x22 }

  /// What a special byte is written as, the first byte lowest, and how many bytes that are.
  static func entity(for byte: UInt8) -> (word: UInt64, length: Int) {
    switch byte {
    case UInt8(ascii: "&"): word("&amp;")
    case UInt8(ascii: "<"): word("&lt;")
    case UInt8(ascii: ">"): word("&gt;")
    case UInt8(ascii: "\""): word("&#34;")
    default: word("&#39;")
    }
  }

  @inline(__always)
  private static func word(_ text: StaticString) -> (UInt64, Int) {
    text.withUTF8Buffer { bytes in
      var word: UInt64 = 0
      for index in bytes.indices { unsafe word |= UInt64(bytes[index]) << (8 * index) }
      return (word, bytes.count)
    }
  }
}

extension Array where Element == UInt8 {
  /// Appends text so that HTML and XML read it as text.
  public mutating func append(escaping text: some Collection<UInt8>) {
    let copied: Void? = text.withContiguousStorageIfAvailable { append(escaping: unsafe Span(_unsafeElements: $0)) }
    if copied == nil { append(escaping: Array(text).span) }
  }

  /// The same for bytes that lie somewhere in memory.
  package mutating func append(escaping text: Span<UInt8>) {
    // Most texts have nothing to escape in them.
    guard Escaping.firstSpecial(in: text, from: 0) < text.count else { return append(text) }
    let escaped = unsafe text.withUnsafeBufferPointer { text in
      unsafe Bytes(unsafeUninitializedCapacity: Escaping.room(for: text.count)) { memory, count in
        if let start = memory.baseAddress { count = unsafe Escaping.write(text, to: start) }
      }
    }
    append(contentsOf: escaped)
  }
}
