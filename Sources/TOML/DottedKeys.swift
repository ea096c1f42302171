import Text

/// Keys of many parts, each of which is a table inside the one before it. What walks through tables that stand in each
/// other goes as deep as they do.
enum DottedKeys {
  /// How many parts a key may have.
  static let limit = 32

  /// Where a key with more parts stands, if there is one; also where a text only looks like such a key.
  static func tooMany(in bytes: Bytes, _ range: Range<Int>) -> Int? {
    var dots = 0
    var isAfterBlank = false
    var isAfterDot = false
    for at in range {
      switch bytes[at] {
      case UInt8(ascii: "."):
        // Three dots in a row are no key.
        dots = isAfterDot ? 0 : dots + 1
        (isAfterDot, isAfterBlank) = (true, false)
        if dots >= limit { return at }
      case 0x20, 0x09: isAfterBlank = !isAfterDot
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        // Words with a blank between are text.
        if isAfterBlank { dots = 0 }
        (isAfterDot, isAfterBlank) = (false, false)
      default:
        dots = 0
        (isAfterDot, isAfterBlank) = (false, false)
      }
    }
    return nil
  }
}
