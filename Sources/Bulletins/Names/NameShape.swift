import Languages
import Text

/// What a name looks like: capital letters, brackets, words.
enum NameShape {
  /// Whether a text is a name with nothing missing: two words or more, of which the first and the last begin with a capital
  /// letter, or two letters of a script that writes names in one word.
  static func isWholeName(_ text: String, _ known: NameWords) -> Bool {
    let name = withoutBrackets(text)
    let words = name.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard let first = words.first, let last = words.last, !NameAddition.isAddition(text, known) else { return false }
    if words.count == 1 { return isIdeographic(first) && first.unicodeScalars.count > 1 }
    return beginsAsName(first) && beginsAsName(last)
  }

  /// The two halves of a text in whose middle a bracket ends, where both are whole names.
  static func textBehindBracket(_ text: String, _ known: NameWords) -> (before: String, after: String)? {
    // Most names have no bracket, and nothing behind it.
    guard text.has(ascii: ")") else { return nil }
    var depth = 0
    for index in text.utf8.indices {
      if text.utf8[index] == UInt8(ascii: "(") { depth += 1 }
      guard text.utf8[index] == UInt8(ascii: ")") else { continue }
      depth -= 1
      let behind = text.utf8.index(after: index)
      let (before, after) = (String(text[..<behind]), String(text[behind...]).trimmed)
      if depth == 0, isWholeName(before, known), isWholeName(after, known) { return (before, after) }
    }
    return nil
  }

  /// Whether a text has no blank in it.
  static func isWord(_ text: String) -> Bool { !text.utf8.contains(0x20) }

  /// Whether a word begins with a capital letter, or with one of a script that has none.
  static func beginsAsName(_ word: some StringProtocol) -> Bool {
    word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == false
  }

  /// Whether a name is written in Han characters, kana or Hangul: the family name stands first then.
  static func isIdeographic(_ word: some StringProtocol) -> Bool {
    // From U+3000 on, before what is written from right to left in presentation forms.
    word.utf8.first.map { (0xE3...0xED).contains($0) || $0 == 0xF0 } ?? false
  }

  /// The text that stands outside of brackets.
  static func withoutBrackets(_ text: String) -> String {
    guard text.has(ascii: "(") else { return text }
    var depth = 0
    var kept = Bytes()
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth == 0 { kept.append(byte) }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    return kept.string
  }
}
