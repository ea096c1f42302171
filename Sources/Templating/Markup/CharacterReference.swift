import Text

/// Characters of HTML by name or number, as browsers read them: `&eacute;`, `&#233;`, and old names without a semicolon.
enum CharacterReference {
  /// Text with the characters that are meant.
  static func decoded(_ text: Bytes) -> Bytes {
    guard var mark = text.firstOffset(of: UInt8(ascii: "&")) else { return text }
    var result = Bytes()
    var at = 0
    while true {
      result += text[at..<mark]
      if let (characters, end) = character(in: text, behind: mark) {
        result += characters
        at = end
      } else {
        result.append(text[mark])
        at = mark + 1
      }
      guard let next = text.firstOffset(of: UInt8(ascii: "&"), from: at) else { break }
      mark = next
    }
    return result + text[at...]
  }

  /// What the reference behind an ampersand means, and where it ends; `nil` where there is none.
  private static func character(in text: Bytes, behind mark: Int) -> (characters: Bytes, end: Int)? {
    let start = mark + 1
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: "#") { return numbered(text, from: start + 1) }
    var end = start
    while end < text.count, end - start < NamedCharacters.longest, isName(text[end]) { end += 1 }
    if end < text.count, text[end] == UInt8(ascii: ";"), let found = NamedCharacters.all[Array(text[start...end])] {
      return (found, end + 1)
    }
    // The longest name that is known without a semicolon.
    while end - start > 1 {
      if let found = NamedCharacters.all[Array(text[start..<end])] { return (found, end) }
      end -= 1
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  private static func numbered(_ text: Bytes, from start: Int) -> (characters: Bytes, end: Int)? {
    let isHex = start < text.count && text[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var end = first
    var code: UInt32 = 0
    while end < text.count, let digit = Unicode.Scalar(text[end]).hexDigit, isHex || digit < 10 {
      code = min(0x11_0000, code * (isHex ? 16 : 10) + digit)
      end += 1
    }
    guard end > first else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
    return (Bytes(character(code).utf8), end)
  }

  /// The character of a number; numbers that are no characters mean what they meant to old browsers.
  private static func character(_ code: UInt32) -> String {
    if code == 0 { return "\u{FFFD}" }
    if code == 0x0D { return "\r" }
    if (0x80...0x9F).contains(code), let old = Unicode.Scalar(windows[Int(code - 0x80)]) { return String(old) }
    guard let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
    let isControl = (0x01...0x08).contains(code) || code == 0x0B || (0x0E...0x1F).contains(code) || code == 0x7F
    let isNoCharacter = (0xFDD0...0xFDEF).contains(code) || code & 0xFFFE == 0xFFFE
    return isControl || isNoCharacter ? "" : String(scalar)
  }

  /// What the numbers from 128 on are in Windows-1252.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}

extension Unicode.Scalar {
  fileprivate var hexDigit: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
