/// An encoding of older Windows programs, which has letters and signs where others have control characters.
public struct WindowsEncoding: Sendable {
  /// Of Western Europe: Windows-1252.
  public static let western = WindowsEncoding([
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil, 0x017D,
    nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, nil,
    0x017E, 0x0178,
  ])

  /// Of Central Europe: Windows-1250, up to 0xBF.
  public static let central = WindowsEncoding([
    0x20AC, nil, 0x201A, nil, 0x201E, 0x2026, 0x2020, 0x2021, nil, 0x2030, 0x0160, 0x2039, 0x015A, 0x0164, 0x017D,
    0x0179, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, nil, 0x2122, 0x0161, 0x203A, 0x015B, 0x0165,
    0x017E, 0x017A, 0xA0, 0x02C7, 0x02D8, 0x0141, 0xA4, 0x0104, 0xA6, 0xA7, 0xA8, 0xA9, 0x015E, 0xAB, 0xAC, 0xAD, 0xAE,
    0x017B, 0xB0, 0xB1, 0x02DB, 0x0142, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0x0105, 0x015F, 0xBB, 0x013D, 0x02DD, 0x013E,
    0x017C,
  ])

  /// From 0x80 on.
  private let characters: [UInt32?]
  private let bytes: [UInt32: UInt8]

  /// - Parameter characters: From 0x80 on, as the Encoding Standard has them.
  private init(_ characters: [UInt32?]) {
    self.characters = characters
    bytes = characters.enumerated().reduce(into: [:]) { bytes, one in
      if let character = one.element { bytes[character] = UInt8(0x80 + one.offset) }
    }
  }

  /// The character of a byte; `nil` where the table has none.
  public func character(of byte: UInt8) -> Unicode.Scalar? {
    let place = Int(byte) - 0x80
    return characters.indices.contains(place) ? characters[place].flatMap(Unicode.Scalar.init) : nil
  }

  /// The byte of a character, by its number; `nil` for one that the table has not.
  public func byte(of character: UInt32) -> UInt8? { bytes[character] }
}
