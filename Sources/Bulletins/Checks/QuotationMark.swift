import Text

/// A quotation mark. Single ones are not looked at: they are apostrophes more often.
enum QuotationMark {
  /// „ and the two commas of a typewriter.
  case low
  /// “, which opens in English and closes in German.
  case sixes
  /// ”, which closes, and opens in Swedish.
  case nines
  /// « and »: which of them opens is for each language to say.
  case left, right
  /// ", which closes what it opened; as an inch mark it does neither.
  case straight
  /// 「 and 『, which only open, and 」 and 』, which only close.
  case corner, cornerEnd, whiteCorner, whiteCornerEnd

  /// The mark at a place, and how many bytes it has.
  static func at(_ at: Int, in text: Bytes) -> (QuotationMark, Int)? {
    switch text[at] {
    case UInt8(ascii: "\""): return (.straight, 1)
    case UInt8(ascii: ",") where text.has(",,".utf8, at: at) && (at == 0 || text[at - 1].isASCIISpace): return (.low, 2)
    case 0xC2 where text.has([0xAB], at: at + 1): return (.left, 2)
    case 0xC2 where text.has([0xBB], at: at + 1): return (.right, 2)
    case 0xE3 where text.has([0x80], at: at + 1) && at + 2 < text.count:
      switch text[at + 2] {
      case 0x8C: return (.corner, 3)
      case 0x8D: return (.cornerEnd, 3)
      case 0x8E: return (.whiteCorner, 3)
      case 0x8F: return (.whiteCornerEnd, 3)
      default: return nil
      }
    case 0xE2 where text.has([0x80], at: at + 1) && at + 2 < text.count:
      switch text[at + 2] {
      case 0x9C: return (.sixes, 3)
      case 0x9D: return (.nines, 3)
      case 0x9E: return (.low, 3)
      default: return nil
      }
    default: return nil
    }
  }

  var mayOpen: Bool { self != .cornerEnd && self != .whiteCornerEnd }
  var onlyOpens: Bool { self == .low || self == .corner || self == .whiteCorner }
  /// Whether one alone is wrong where it opens nothing: a straight one may be an inch mark.
  var mayClose: Bool { self != .straight && !onlyOpens }

  /// Whether another mark opens a quotation anew in the next paragraph.
  func opens(like other: QuotationMark) -> Bool {
    // Spanish repeats the closing mark there.
    self == other || (self == .low && other == .sixes) || (self == .left && other == .right)
  }

  /// Whether another mark closes what this one opened.
  func isClosed(by mark: QuotationMark, beginsWord: Bool) -> Bool {
    switch self {
    case .low: mark == .nines || (mark == .sixes && !beginsWord) || (mark == .straight && !beginsWord)
    case .sixes: mark == .nines || (mark == .straight && !beginsWord)
    case .nines: mark == .nines
    case .left: mark == .right
    case .right: mark == .left || (mark == .right && !beginsWord)
    case .corner: mark == .cornerEnd
    case .whiteCorner: mark == .whiteCornerEnd
    case .cornerEnd, .whiteCornerEnd: false
    case .straight: (mark == .straight && !beginsWord) || mark == .nines
    }
  }
}
