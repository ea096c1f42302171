import Text

/// The marks that stand for tags while a text is Markdown: characters of no meaning, of which no text has any, around a
/// number.
enum TagMark {
  /// U+E000.
  static let start: Bytes = [0xEE, 0x80, 0x80]
  /// U+E001.
  private static let end: Bytes = [0xEE, 0x80, 0x81]
  /// U+E002, which stands for nothing.
  private static let nothing: Bytes = [0xEE, 0x80, 0x82]

  /// A mark of a length; `nil` where the length has no room for one.
  static func bytes(of number: Int, length: Int) -> Bytes? {
    let digits = Bytes(String(number).utf8)
    let rest = length - start.count - digits.count - end.count
    guard rest >= 0 else { return short(number, length) }
    return start + digits + Bytes(repeating: UInt8(ascii: "x"), count: rest) + end
  }

  /// A mark that is one character with what fills it up: U+E100 and those after it, or U+F0000.
  private static func short(_ number: Int, _ length: Int) -> Bytes? {
    guard number < mostShort, length >= 3 else { return nil }
    let first: UInt32 = length == 4 ? 0xF0000 : 0xE100
    guard let scalar = Unicode.Scalar(first + UInt32(number)) else { return nil }
    let mark = Bytes(String(Character(scalar)).utf8)
    let rest = length - mark.count
    // Of 3 bytes each, and of 2 where that does not come out even.
    let pads = rest % 3 == 0 ? 0 : rest % 3 == 2 ? 1 : 2
    guard rest >= pads * pad.count else { return nil }
    return mark + (0..<pads).flatMap { _ in pad } + (0..<(rest - pads * pad.count) / 3).flatMap { _ in nothing }
  }

  /// So many marks may be short ones.
  private static let mostShort = 0xE00
  /// U+0091, which means nothing.
  private static let pad: Bytes = [0xC2, 0x91]

  /// The number of the short mark that begins at a byte, and where it ends.
  private static func short(in text: Bytes, at start: Int) -> (number: Int, end: Int)? {
    guard start < text.count else { return nil }
    let length = text[start] == 0xEE ? 3 : text[start] == 0xF3 ? 4 : 0
    guard length > 0, start + length <= text.count,
      let scalar = Array(text[start..<start + length]).string.unicodeScalars.first
    else { return nil }
    let value = Int(scalar.value)
    if length == 4 {
      return (0xF0000..<0xF0000 + mostShort).contains(value) ? (value - 0xF0000, start + 4) : nil
    }
    guard (0xE100..<0xE100 + mostShort).contains(value) else { return nil }
    var end = start + 3
    while text.has(pad, at: end) { end += pad.count }
    while text.has(nothing, at: end) { end += nothing.count }
    return (value - 0xE100, end)
  }

  /// The mark of a tag that stays until the HTML is finished.
  static func kept(_ number: Int) -> String { (bytes(of: number, length: number < mostShort ? 3 : 24) ?? []).string }

  /// Whether a text has characters of which marks are made.
  static func mayBe(in text: Bytes) -> Bool {
    text.firstOffset(of: 0xEE as UInt8) != nil || text.firstOffset(of: 0xF3 as UInt8) != nil
  }

  /// Whether a text has marks before any tag got one: characters of some private use.
  static func isUsed(in text: Bytes) -> Bool {
    mayBe(in: text) && text.indices.contains { at in text[at] >= 0xEE && mark(in: text, at: at) != nil }
      || text.firstOffset(of: start) != nil
  }

  /// The number of the mark that begins at a byte, and where it ends.
  static func mark(in text: Bytes, at start: Int) -> (number: Int, end: Int)? {
    guard text.has(TagMark.start, at: start) else { return short(in: text, at: start) }
    guard let close = text.firstOffset(of: end, from: start) else { return nil }
    let digits = text[(start + 3)..<close].prefix { $0.isASCIIDigit }
    return Int(Array(digits).string).map { ($0, close + 3) }
  }

  /// Bytes that print nothing: no blanks, of which some would begin a paragraph or a block of code.
  static func filler(_ length: Int) -> Bytes {
    var bytes = Bytes()
    for _ in 0..<length / nothing.count { bytes += nothing }
    // A tab behind the words of a line, or alone on it, is no more than a blank.
    return bytes + Bytes(repeating: 0x09, count: length - bytes.count)
  }

  /// A part of a text with marks.
  enum Part: Equatable {
    case text(Bytes)
    case tag(Int)
  }

  /// The parts of a text; `nil` where it has no mark.
  static func parts(of text: Bytes) -> [Part]? {
    guard mayBe(in: text) else { return nil }
    var parts: [Part] = []
    var copied = 0
    var at = 0
    func keep(to end: Int) { if end > copied { parts.append(.text(Array(text[copied..<end]))) } }
    while let found = text[at...].firstIndex(where: { $0 == 0xEE || $0 == 0xF3 }) {
      at = found + 1
      if text.has(nothing, at: found) {
        keep(to: found)
        copied = found + nothing.count
        at = copied
      } else if let (number, close) = mark(in: text, at: found) {
        keep(to: found)
        parts.append(.tag(number))
        (copied, at) = (close, close)
      }
    }
    if parts.isEmpty, copied == 0 { return nil }
    keep(to: text.count)
    return parts
  }
}
