import Text

/// A part of a printed date that means something: commas, stops and blanks do not.
public enum DateToken: Equatable, Sendable {
  /// A number, and with how many digits it is written.
  case number(Int, digits: Int)
  /// Letters, in lower case.
  case word(String)
  /// A hyphen, a dash, a tilde, a slash, an ampersand or a middle dot.
  case joint

  /// The parts of a text; `nil` where something stands in it that no date has.
  public static func all(in text: String) -> [DateToken]? {
    let bytes = Array(text.utf8)
    var tokens: [DateToken] = []
    tokens.reserveCapacity(6)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte.isASCIIDigit {
        let end = bytes[at...].firstIndex { !$0.isASCIIDigit } ?? bytes.count
        guard end - at <= 4 else { return nil }
        tokens.append(.number(bytes[at..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits: end - at))
        at = end
      } else if let length = separator(bytes, at) {
        at += length
      } else if let length = joint(bytes, at) {
        tokens.append(.joint)
        at += length
      } else {
        let end = endOfWord(bytes, at)
        guard end > at else { return nil }
        tokens.append(.word(Array(bytes[at..<end]).string.lowercased()))
        at = end
      }
    }
    return tokens
  }

  private static func endOfWord(_ bytes: Bytes, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at].isASCIILetter || bytes[at] >= 0x80, separator(bytes, at) == nil,
      joint(bytes, at) == nil
    {
      at += 1
    }
    return at
  }

  /// The length of what only separates: a blank, a comma, a stop, the sign of a degree.
  private static func separator(_ bytes: Bytes, _ at: Int) -> Int? {
    switch bytes[at] {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: "."): 1
    case 0xC2 where at + 1 < bytes.count && (bytes[at + 1] == 0xA0 || bytes[at + 1] == 0xB0): 2
    default: nil
    }
  }

  /// The length of what stands between two months or years.
  private static func joint(_ bytes: Bytes, _ at: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "~"): 1
    // The dashes from U+2010 to U+2015, the minus sign, the wave dash, the middle dot of Japanese.
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && (0x90...0x95).contains(bytes[at + 2]): 3
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x88 && bytes[at + 2] == 0x92: 3
    case 0xE3 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x9C: 3
    case 0xE3 where at + 2 < bytes.count && bytes[at + 1] == 0x83 && bytes[at + 2] == 0xBB: 3
    // The tilde of full width, which many keyboards give for the wave dash.
    case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBD && bytes[at + 2] == 0x9E: 3
    default: nil
    }
  }
}
