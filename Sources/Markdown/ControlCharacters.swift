import Text

/// The characters that HTML forbids, also as references: control characters but for white space, and U+FFFE and U+FFFF.
enum ControlCharacters {
  /// Whether a source may have some, as they are or as references. Nearly none has.
  static func may(beIn source: Span<UInt8>) -> Bool {
    // What begins with the byte 0xEF may be U+FFFE.
    if source.hasControl || source.firstOffset(of: 0xEF) != nil { return true }
    var at = 0
    while let reference = source.firstOffset(of: UInt8(ascii: "&"), from: at) {
      at = reference + 1
      if at < source.count, source[at] == UInt8(ascii: "#") { return true }
    }
    // The control characters of Latin-1 begin with this byte, as do signs that many texts have.
    at = 0
    while let lead = source.firstOffset(of: 0xC2, from: at) {
      at = lead + 1
      if at < source.count, source[at] < 0xA0 { return true }
    }
    return false
  }

  /// HTML without them.
  ///
  /// A form feed, which HTML allows and XML does not, becomes a space: a feed that left it out would join what it parts,
  /// and `javascript` with its colon. A reference to U+FFFE or U+FFFF is for the parser one byte that is no UTF-8, and
  /// becomes U+FFFD.
  static func removed(from html: Bytes) -> Bytes {
    var legal = Bytes()
    legal.reserveCapacity(html.count)
    var at = 0
    while at < html.count {
      let length = length(html, at)
      if length == 0 {
        switch html[at] {
        case 0x0C: legal.append(0x20)
        case 0xFE, 0xFF: legal += [0xEF, 0xBF, 0xBD]
        default: legal.append(html[at])
        }
      } else if html[at] == 0xC2, let meant = WindowsEncoding.western.character(of: html[at + 1]) {
        // As the HTML standard reads `&#150;`, and as whoever typed the character saw it.
        legal += UTF8.encode(meant).map(Array.init) ?? []
      }
      at += max(1, length)
    }
    return legal
  }

  /// How many bytes the forbidden character takes that stands at a place; none, where it is another.
  private static func length(_ html: Bytes, _ at: Int) -> Int {
    switch html[at] {
    case 0x09, 0x0A, 0x0C, 0x0D: 0
    case 0..<0x20, 0x7F: 1
    case 0xC2: at + 1 < html.count && html[at + 1] < 0xA0 ? 2 : 0
    case 0xEF: at + 2 < html.count && html[at + 1] == 0xBF && html[at + 2] >= 0xBE ? 3 : 0
    default: 0
    }
  }
}
