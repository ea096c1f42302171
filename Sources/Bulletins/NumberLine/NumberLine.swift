import Diagnostics
import Languages
import Text

/// The line under the series' name: `No. 23 (99) • February 11, 2010 • © PISM`.
struct NumberLine {
  /// A field that was read, or what is wrong with it and the text to point at.
  enum Field<Value> {
    case missing
    case read(Value)
    case wrong(DiagnosticKind, String, culprit: String, help: String)

    var value: Value? {
      if case .read(let value) = self { return value }
      return nil
    }
  }

  /// The language that its words are in; `nil` where they tell nothing.
  let language: Language?
  var number: Field<IssueNumber> = .missing
  private(set) var cumulative: Field<IssueNumber> = .missing
  /// The number of the volume, as printed.
  let volume: String?
  /// What is printed in the place of a number.
  let special: String?
  private(set) var date: Field<PublicationDate> = .missing
  /// The date as printed.
  let dateText: String?
  /// The day of the week that is printed, where the date is on another one.
  private(set) var wrongWeekday: String?
  private(set) var publisher: String?
  /// What stands between separators and is none of these.
  private(set) var unread: [String]

  /// `nil` when the text does not begin as a number line does.
  ///
  /// - Parameter clues: What else the masthead tells of its language.
  init?(_ text: String, in languages: KnownLanguages, clues: LanguageClues = LanguageClues()) {
    let text = text.plain.withPlainMarks
    var parts = NumberLine.partsWithDate(NumberLine.parts(of: text), in: languages)
    if NumberLine.numbers(parts, in: languages) == nil { parts = NumberLine.withNumberFirst(parts, in: languages) }
    guard var numbers = NumberLine.numbers(parts, in: languages) else { return nil }
    if numbers.number == nil, numbers.volume != nil {
      parts = NumberLine.withVolumeAndNumber(parts, numbers, in: languages)
      numbers = NumberLine.numbers(parts, in: languages) ?? numbers
    }
    self.init(parts, numbers, in: languages, clues)
  }

  /// A line of several parts, of which the first holds these numbers, or none that can be read.
  init(_ parts: [String], _ numbers: MastheadNumbers?, in languages: KnownLanguages, _ clues: LanguageClues) {
    volume = numbers?.volume
    special = numbers?.special
    unread = [numbers?.unread].compactMap(\.self)
    var dateText: String?
    for part in parts.dropFirst() where !part.isEmpty {
      if part.utf8.starts(with: "©".utf8) || part.utf8.starts(with: "(c)".utf8) || part.utf8.starts(with: "(C)".utf8) {
        publisher = NumberLine.publisher(part)
      } else if dateText == nil {
        dateText = part
      } else {
        unread.append(part)
      }
    }
    self.dateText = dateText
    language = clues.language(of: numbers?.languages ?? [], in: parts[0], date: dateText, among: languages)
    if let dateText {
      date = NumberLine.date(dateText, in: language, of: languages)
      wrongWeekday = date.value.flatMap { NumberLine.wrongWeekday(in: dateText, of: $0, languages) }
    }
    if let numbers, let text = numbers.number {
      number = NumberLine.number(text, year: numbers.year, of: date.value, what: "number")
    }
    if let (text, isClosed) = numbers?.cumulative {
      cumulative =
        isClosed
        ? NumberLine.number(text, what: "cumulative number")
        : .wrong(
          .malformedNumber, "the cumulative number is never closed", culprit: text,
          help: "write it in brackets after the number: `No. 23 (99)`")
    }
  }

  private static func numbers(_ parts: [String], in languages: KnownLanguages) -> MastheadNumbers? {
    guard let numbers = MastheadNumbers.read(parts[0][...], in: languages) else { return nil }
    return numbers.needsSeparator && parts.count == 1 ? nil : numbers
  }

  /// What stands between the separators of a text.
  static func parts(of text: String) -> [String] {
    // All separators but the bar are characters beyond ASCII, so that most bytes need no look at the character.
    var parts: [String] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var at = start
    while at < bytes.endIndex {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "|") || byte >= 0xC2, separates(text.unicodeScalars[at]) else {
        bytes.formIndex(after: &at)
        continue
      }
      parts.append(String(text[start..<at]).trimmed)
      at = text.unicodeScalars.index(after: at)
      start = at
    }
    return parts + [String(text[start...]).trimmed]
  }

  /// Whether a text has several parts.
  static func hasParts(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.indices.contains { at in
      (bytes[at] == UInt8(ascii: "|") || bytes[at] >= 0xC2 && bytes[at] < 0xF0) && separates(text.unicodeScalars[at])
    }
  }

  /// Whether a character stands between the parts of a number line.
  static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "•", "·", "|", "∙", "●", "‧": true
    default: false
    }
  }

  /// Whether a text begins as a number line does.
  static func begins(_ text: String, in languages: KnownLanguages) -> Bool {
    numbers(parts(of: text.plain.withPlainMarks), in: languages) != nil
  }

  /// A number that is written without a sign.
  static func number(
    _ text: String, year: Int? = nil, of date: PublicationDate? = nil, what: String
  ) -> Field<IssueNumber> {
    if let number = IssueNumber(text) {
      return .read(
        date.map { number.withShortYear(of: $0.year) }.map { $0.with(year: year) } ?? number.with(year: year))
    }
    return .wrong(
      .malformedNumber, "“\(text.trimmed)” is no \(what)", culprit: text.trimmed,
      help: "write one number, or two that ascend: `23`, `45–46`, `4/5`")
  }

  private static func publisher(_ part: String) -> String? {
    var words = part.drop { $0 != "©" && $0 != ")" }.dropFirst().split(separator: " ")[...]
    if let year = words.first, year.allSatisfy({ $0.isNumber || $0 == "–" || $0 == "-" || $0 == "," }) {
      words = words.dropFirst()
    }
    let name = words.joined(separator: " ")
    // The stop of the line, and not that of `Inc.`
    let isStop = name.utf8.last == UInt8(ascii: ".") && (words.last?.count ?? 0) > 6 && !name.dropLast().hasSuffix(".")
    return words.isEmpty ? nil : isStop ? String(name.dropLast()) : name
  }
}

extension DiagnosticKind {
  static let malformedNumber = DiagnosticKind(
    "malformed-number", .error,
    "A number must be one number or two that ascend, less than a hundred apart: `23`, `45–46`, `4/5`, `7 & 8`. Letters may stand right behind it (`23S`, but no `O` or `l` that stands for a digit), and its year behind a slash (`5/2024`, `4–5/2024`). The cumulative number stands in brackets behind it."
  )
}
