import Text

/// Text that XML can hold.
enum XMLText {
  /// The text with others in the place of characters that no XML file may contain, escaped or not: U+FFFD for most control
  /// characters, U+FFFE and U+FFFF, and a space for a form feed. None goes without one: an address that it makes harmless,
  /// such as `java`, U+0001, `script:`, must not come together.
  static func legal(_ text: Bytes) -> Bytes {
    func illegalLength(_ at: Int) -> Int {
      let byte = text[at]
      if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
      return byte == 0xEF && at + 2 < text.count && text[at + 1] == 0xBF && text[at + 2] >= 0xBE ? 3 : 0
    }
    guard text.span.hasControl || text.firstOffset(of: 0xEF) != nil,
      text.indices.contains(where: { illegalLength($0) > 0 })
    else { return text }
    var legal = Bytes()
    var at = 0
    while at < text.count {
      let length = illegalLength(at)
      if length == 0 {
        legal.append(text[at])
      } else if text[at] == 0x0C {
        legal.append(0x20)
      } else {
        legal += [0xEF, 0xBF, 0xBD]
      }
      at += max(1, length)
    }
    return legal
  }
}
