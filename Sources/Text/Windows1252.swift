/// The encoding of older Windows programs, which has letters and signs where others have control characters.
public enum Windows1252 {
  /// The character of a byte from 0x80 to 0x9F; `nil` where the encoding has none.
  public static func character(of byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80, byte < 0xA0 else { return nil }
    return characters[Int(byte) - 0x80].flatMap(Unicode.Scalar.init)
  }

  /// The byte from 0x80 to 0x9F of a character, by its number; `nil` for one that has none.
  public static func byte(of character: UInt32) -> UInt8? { bytes[character] }

  private static let bytes: [UInt32: UInt8] = characters.enumerated().reduce(into: [:]) { bytes, one in
    if let character = one.element { bytes[character] = UInt8(0x80 + one.offset) }
  }

  /// From 0x80 on, as the Encoding Standard has them.
  private static let characters: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017D,
    nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, nil,
    0x017E, 0x0178,
  ]
}
