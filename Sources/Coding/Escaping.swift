/// What HTML and XML read as text, in elements and in quoted attributes alike.
public enum Escaping {
  /// The most bytes that are made of one.
  public static let widest = 5

  /// Writes text so that HTML and XML read it as text; the result is how many bytes that took.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - memory: Room for `widest` bytes for each byte of the text, and for sixteen more.
  public static func write(_ text: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutablePointer<UInt8>) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var (at, written) = (0, 0)
    while at < text.count {
      // Sixteen bytes at a time, as long as nothing is special in them.
      while at + 16 <= text.count {
        let bytes = UnsafeRawPointer(base + at).loadUnaligned(as: SIMD2<UInt64>.self)
        let found = specials(bytes)
        if found[0] | found[1] != 0 { break }
        UnsafeMutableRawPointer(memory + written).storeBytes(of: bytes, as: SIMD2<UInt64>.self)
        at += 16
        written += 16
      }
      if at == text.count { break }
      if at + 8 <= text.count {
        let bytes = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
        // All eight are copied, and those from the first special one on are written over: moving a word costs less than
        // counting its bytes.
        UnsafeMutableRawPointer(memory + written).storeBytes(of: bytes, as: UInt64.self)
        let found = specials(UInt64(littleEndian: bytes))
        let plain = found == 0 ? 8 : found.trailingZeroBitCount / 8
        at += plain
        written += plain
        if found == 0 { continue }
      } else if !isSpecial(base[at]) {
        memory[written] = base[at]
        at += 1
        written += 1
        continue
      }
      let (entity, length) = entity(for: base[at])
      UnsafeMutableRawPointer(memory + written).storeBytes(of: entity.littleEndian, as: UInt64.self)
      at += 1
      written += length
    }
    return written
  }

  /// The place of the first byte at or after `start` that must be escaped, or the end.
  ///
  /// Eight bytes are looked at in one step: in running text, one byte in a hundred is special.
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
  static func specials(_ bytes: UInt64) -> UInt64 {
    // `&` and `'` differ in the lowest bit, `<` and `>` in the one above it.
    zeroes((bytes | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
      | zeroes((bytes | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
      | zeroes(bytes ^ 0x2222_2222_2222_2222)
  }

  /// The same for twice as many bytes.
  private static func specials(_ bytes: SIMD2<UInt64>) -> SIMD2<UInt64> {
    zeroes((bytes | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
      | zeroes((bytes | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
      | zeroes(bytes ^ 0x2222_2222_2222_2222)
  }

  private static func zeroes(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
    (words &- 0x0101_0101_0101_0101) & ~words & 0x8080_8080_8080_8080
  }

  /// The highest bit of each byte that is zero; only the lowest such bit is certain, which is enough.
  static func zeroes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
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
    var word: UInt64 = 0
    for place in 0..<text.utf8CodeUnitCount { word |= UInt64(text.utf8Start[place]) << (8 * place) }
    return (word, text.utf8CodeUnitCount)
  }
}

extension Array where Element == UInt8 {
  /// Appends text so that HTML and XML read it as text.
  public mutating func append(escaping text: some Collection<UInt8>) {
    let copied: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
    if copied == nil { Array(text).withUnsafeBufferPointer { appendEscaped($0) } }
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    // Most texts have nothing to escape in them.
    guard Escaping.firstSpecial(in: text, from: 0) < text.count else { return append(contentsOf: text) }
    append(
      contentsOf: Array(unsafeUninitializedCapacity: Escaping.widest * text.count + 16) { memory, count in
        if let start = memory.baseAddress { count = Escaping.write(text, to: start) }
      })
  }
}
