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
    guard rest >= 0 else { return nil }
    return start + digits + Bytes(repeating: UInt8(ascii: "x"), count: rest) + end
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
    guard text.firstOffset(of: Bytes(start.prefix(2))) != nil else { return nil }
    var parts: [Part] = []
    var copied = 0
    var at = 0
    func keep(to end: Int) { if end > copied { parts.append(.text(Array(text[copied..<end]))) } }
    while let found = text.firstOffset(of: Bytes(start.prefix(2)), from: at) {
      at = found + 3
      if text.has(nothing, at: found) {
        keep(to: found)
        copied = at
      } else if text.has(start, at: found), let close = text.firstOffset(of: end, from: found) {
        let digits = text[(found + 3)..<close].prefix { $0.isASCIIDigit }
        guard let number = Int(Array(digits).string) else { continue }
        keep(to: found)
        parts.append(.tag(number))
        (copied, at) = (close + 3, close + 3)
      }
    }
    keep(to: text.count)
    return parts
  }
}
