import Languages
import Text

/// A line under the series' name that was meant as a number line, where only its beginning is wrong: a masthead with a
/// misprint must be an error at its place, and not a text of which nobody knows the number.
extension NumberLine {
  /// Reads a number line, be it one with a mistake at its beginning; `nil` for other texts.
  static func read(_ text: String) -> NumberLine? {
    let text = text.plain
    guard begins(text) else { return withWrongNumber(text) ?? withoutSign(text) }
    return isSentence(text) ? nil : NumberLine(text)
  }

  /// Whether a text is a number line, be it one with a mistake at its beginning.
  static func opens(_ text: String) -> Bool {
    let text = text.plain
    return begins(text) ? !isSentence(text) : (withWrongNumber(text) ?? withoutSign(text)) != nil
  }

  /// Whether number and date are there, so that nothing else can be meant.
  var isCertain: Bool { number.value != nil && date.value != nil }

  /// “No. 1 priority of the port is rope.”: a sign, a number, and then words instead of what a number line has.
  private static func isSentence(_ text: String) -> Bool {
    guard !hasParts(text), !text.utf8.contains("©".utf8), let line = NumberLine(text),
      line.number.value == nil
    else { return false }
    let words = text.utf8.split(separator: 0x20)
    let hasYear = words.contains { $0.prefix(while: \.isASCIIDigit).count == 4 }
    return !hasYear || words.count > 7 && text.utf8.last.map { ".!?".utf8.contains($0) } ?? false
  }

  /// `No. l (51) • …`: a number sign, and no digit behind it.
  private static func withWrongNumber(_ text: String) -> NumberLine? {
    guard let sign = sign(opening: text) else { return nil }
    let rest = text.utf8.dropFirst(sign.utf8.count).drop { $0 == UInt8(ascii: ".") || $0 == 0x20 }
    let number = rest.prefix { $0 != 0x20 && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ",") }
    let hasParts = hasParts(text) || text.utf8.contains("©".utf8)
    guard hasParts || isMistakenForDigits(number), !number.isEmpty || hasParts,
      var line = NumberLine("\(sign) 1 \(Substring(rest.dropFirst(number.count)))")
    else { return nil }
    let printed = String(Substring(number))
    let digits = digits(for: printed)
    line.number = .wrong(
      .malformedNumber, printed.isEmpty ? "no number stands behind the number sign" : "“\(printed)” is no number",
      culprit: printed.isEmpty ? sign : printed,
      help: digits.map { "did you mean `\($0)`?" } ?? "write one number, or two that ascend: `23`, `45–46`, `4/5`")
    return line
  }

  /// `Mo. 23 (99) • February 11, 2010 • © PISM`: all that a number line has, but for the sign.
  private static func withoutSign(_ text: String) -> NumberLine? {
    let parts = parts(of: text[...])
    guard parts.count > 2, parts.contains(where: { $0.utf8.starts(with: "©".utf8) }),
      let sign = Language.default.numberSigns.first, PublicationDate.read(parts[0]).isUnreadable,
      var line = NumberLine("\(sign) 1 • \(parts.dropFirst().joined(separator: " • "))"), line.date.value != nil
    else { return nil }
    line.number = .wrong(
      .missingNumberLine, "no number sign and number stand before the date", culprit: parts[0],
      help: "begin the line as in `No. 23 (99) • February 11, 2010 • © Publisher`")
    return line
  }

  /// The number sign at the beginning of a text, with something else than a letter behind it.
  private static func sign(opening text: String) -> String? {
    signs.first { sign in
      let (word, rest) = (text.utf8.prefix(sign.utf8.count), text.utf8.dropFirst(sign.utf8.count))
      return word.elementsEqual(sign.utf8) { $0 == $1 || $0.isASCIILetter && $0 | 0x20 == $1 }
        && rest.first.map { $0 == UInt8(ascii: ".") || $0 == 0x20 } ?? false
    }
  }

  /// The number signs of all languages, the longer ones first.
  private static let signs = Set(Language.all.flatMap(\.numberSigns)).sorted { ($1.count, $0) < ($0.count, $1) }

  /// The letters that look like digits in print, with these.
  private static let lookAlikes: [UInt8: UInt8] = [
    UInt8(ascii: "l"): UInt8(ascii: "1"), UInt8(ascii: "I"): UInt8(ascii: "1"), UInt8(ascii: "i"): UInt8(ascii: "1"),
    UInt8(ascii: "O"): UInt8(ascii: "0"), UInt8(ascii: "o"): UInt8(ascii: "0"),
  ]

  private static func isMistakenForDigits(_ word: some Sequence<UInt8>) -> Bool {
    word.allSatisfy { lookAlikes[$0] != nil || $0.isASCIIDigit }
  }

  /// The number that a word was meant to be, where letters stand for digits in it.
  private static func digits(for word: String) -> String? {
    guard !word.isEmpty, isMistakenForDigits(word.utf8) else { return nil }
    let digits = word.utf8.map { lookAlikes[$0] ?? $0 }
    return digits.first == UInt8(ascii: "0") ? nil : digits.string
  }
}

extension Result where Success == PublicationDate, Failure == PublicationDate.Problem {
  /// Whether the text has nothing of a date.
  fileprivate var isUnreadable: Bool { if case .failure(.unreadable) = self { true } else { false } }
}
