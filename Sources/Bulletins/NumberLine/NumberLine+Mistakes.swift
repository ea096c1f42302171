import Languages
import Text

/// A line under the series' name that was meant as a number line, where only its beginning is wrong: a masthead with a
/// misprint must be an error at its place, and not a text of which nobody knows the number.
extension NumberLine {
  /// Reads a number line, be it one with a mistake at its beginning; `nil` for other texts.
  ///
  /// - Parameter clues: What else the masthead tells of its language.
  static func read(
    _ text: String, in languages: KnownLanguages, clues: LanguageClues = LanguageClues()
  ) -> NumberLine? {
    let text = text.plain.withPlainMarks
    if let line = NumberLine(text, in: languages, clues: clues) { return line.isSentence(text) ? nil : line }
    return withWrongNumber(text, in: languages, clues) ?? withoutSign(text, in: languages, clues)
  }

  /// Whether a text is a number line, be it one with a mistake at its beginning.
  static func opens(_ text: String, in languages: KnownLanguages) -> Bool { read(text, in: languages) != nil }

  /// Whether number and date are there, or what stands in the date's place before a publisher, so that nothing else can
  /// be meant.
  var isCertain: Bool {
    let hasNumber = number.value != nil || volume != nil || special != nil
    return hasNumber && (date.value != nil || dateText != nil && publisher != nil)
  }

  /// “No. 1 priority of the port is rope.”: a sign, a number, and then words instead of what a number line has.
  private func isSentence(_ text: String) -> Bool {
    guard number.value == nil, !NumberLine.hasParts(text), !text.unicodeScalars.contains("©") else { return false }
    let words = text.utf8.split(separator: 0x20)
    let hasYear = words.contains { $0.prefix(while: \.isASCIIDigit).count == 4 }
    return !hasYear || words.count > 7 && text.utf8.last.map { ".!?".utf8.contains($0) } ?? false
  }

  /// `No. l (51) • …`: a number sign, and no digit behind it.
  private static func withWrongNumber(
    _ text: String, in languages: KnownLanguages, _ clues: LanguageClues
  ) -> NumberLine? {
    guard let (sign, rest) = sign(opening: text, in: languages) else { return nil }
    let number = rest.prefix { $0 != 0x20 && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ",") }
    let hasParts = hasParts(text) || text.unicodeScalars.contains("©")
    guard hasParts || isMistakenForDigits(number), !number.isEmpty || hasParts,
      var line = NumberLine("\(sign) 1 \(Substring(rest.dropFirst(number.count)))", in: languages, clues: clues)
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
  private static func withoutSign(
    _ text: String, in languages: KnownLanguages, _ clues: LanguageClues
  ) -> NumberLine? {
    let parts = parts(of: text)
    guard parts.count > 2, parts.contains(where: { $0.utf8.starts(with: "©".utf8) }),
      PublicationDate.read(parts[0], of: languages).isUnreadable
    else { return nil }
    var line = NumberLine(parts, nil, in: languages, clues)
    if line.date.value == nil { return nil }
    line.number = .wrong(
      .missingNumberLine, "no number sign and number stand before the date", culprit: parts[0],
      help: "begin the line as in `No. 23 (99) • February 11, 2010 • © Publisher`")
    return line
  }

  /// The number sign at the beginning of a text, with something else than a letter behind it, and what stands there.
  private static func sign(
    opening text: String, in languages: KnownLanguages
  ) -> (sign: String, rest: Substring.UTF8View)? {
    func match(_ some: [Language]) -> Signs.Match? {
      some.lazy.compactMap { $0.masthead.number.match(text[...].utf8) }.first
    }
    guard let rest = (match(languages.own) ?? match(languages.others))?.rest else { return nil }
    let printed = text[..<rest.startIndex]
    guard let last = printed.utf8.last, !last.isASCIILetter else { return nil }
    return (String(printed.prefix { $0 != "." && $0 != " " && $0 != ":" }), rest)
  }

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
