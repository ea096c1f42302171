import Text

/// The other case of the letters of Europe's Latin alphabets, which nearly all text is made of.
struct LetterCaseTable {
  /// For each code point, the one that it becomes; zero for one that becomes several.
  private let letters: [UInt16]

  static let upper = LetterCaseTable(\.properties.uppercaseMapping)
  static let lower = LetterCaseTable(\.properties.lowercaseMapping)

  private init(_ mapping: (Unicode.Scalar) -> String) {
    letters = (0..<0x250).map { code in
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return 0 }
      let mapped = mapping(scalar).unicodeScalars
      guard mapped.count == 1, let only = mapped.first, only.value > 0, only.value < 0x800 else { return 0 }
      return UInt16(only.value)
    }
  }

  /// The text with each letter in the other case; `nil` where it has letters that the table does not hold.
  func changed(_ text: Bytes) -> Bytes? {
    var result = Bytes()
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let lead = text[at]
      if lead < 0x80 {
        guard letters[Int(lead)] < 0x80 else { return nil }
        result.append(lead == 0 ? 0 : UInt8(letters[Int(lead)]))
        at += 1
        continue
      }
      if lead >= 0xE2, lead < 0xE3, at + 2 < text.count, text[at + 1] == 0x80 {
        // Dashes and quotation marks have no case.
        result += text[at..<at + 3]
        at += 3
        continue
      }
      let code = Int(lead & 0x1F) << 6 | Int(at + 1 < text.count ? text[at + 1] & 0x3F : 0)
      guard lead < 0xE0, code < letters.count, letters[code] >= 0x80 else { return nil }
      result.append(0xC0 | UInt8(letters[code] >> 6))
      result.append(0x80 | UInt8(letters[code] & 0x3F))
      at += 2
    }
    return result
  }
}
