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

  /// The language that the number sign belongs to; `nil` where several have it, and the other words tell nothing.
  let language: Language?
  var number: Field<IssueNumber> = .missing
  var cumulative: Field<IssueNumber> = .missing
  var date: Field<PublicationDate> = .missing
  var publisher: String?
  /// What stands between separators and is none of these.
  private(set) var unread: [String] = []

  /// `nil` when the text does not begin as a number line does.
  init?(_ text: String) {
    let text = text.plain
    guard let (languages, rest) = Language.withNumberSign(of: text) else { return nil }
    language = languages.count == 1 ? languages[0] : languages.best(for: rest)
    let parts = NumberLine.parts(of: rest)
    readNumbers(parts[0])
    for part in parts.dropFirst() where !part.isEmpty {
      if part.utf8.starts(with: "©".utf8) || part.utf8.starts(with: "(c)".utf8) || part.utf8.starts(with: "(C)".utf8) {
        publisher = NumberLine.publisher(part)
      } else if case .missing = date {
        readDate(part)
      } else {
        unread.append(part)
      }
    }
  }

  static func parts(of text: Substring) -> [String] {
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

  /// Whether a text begins with a number sign and a digit.
  static func begins(_ text: String) -> Bool { Language.withNumberSign(of: text.plain) != nil }

  private mutating func readNumbers(_ text: String) {
    let bracket = text.utf8.firstIndex(of: UInt8(ascii: "("))
    number = NumberLine.number(String(text[..<(bracket ?? text.endIndex)]).trimmed, what: "number")
    guard let bracket else { return }
    let inside = text[text.utf8.index(after: bracket)...]
    guard let close = inside.utf8.firstIndex(of: UInt8(ascii: ")")) else {
      cumulative = .wrong(
        .malformedNumber, "the cumulative number is never closed", culprit: String(text[bracket...]),
        help: "write it in brackets after the number: `No. 23 (99)`")
      return
    }
    cumulative = NumberLine.number(String(inside[..<close]), what: "cumulative number")
    let rest = inside[inside.utf8.index(after: close)...].drop { $0 == "," || $0 == " " || $0 == "." }
    if !rest.isEmpty { unread.append(String(rest)) }
  }

  static func number(_ text: String, what: String) -> Field<IssueNumber> {
    if let number = IssueNumber(text) { return .read(number) }
    return .wrong(
      .malformedNumber, "“\(text.trimmed)” is no \(what)", culprit: text.trimmed,
      help: "write one number, or two that ascend: `23`, `45–46`, `4/5`")
  }

  private mutating func readDate(_ text: String) {
    switch PublicationDate.read(text, in: language) {
    case .success(let value): date = .read(value)
    case .failure(let problem): date = NumberLine.wrongDate(text, problem)
    }
  }

  static func wrongDate<Value>(_ text: String, _ problem: PublicationDate.Problem) -> Field<Value> {
    switch problem {
    case .impossible(let why):
      .wrong(.impossibleDate, why, culprit: text, help: "write the date as printed, or set `date:` in front matter")
    case .unknownMonth(let month):
      .wrong(
        .unreadableDate, "no known month is called “\(month)”", culprit: month,
        help: AnyLanguage.nearestMonth(to: month).map { "did you mean “\($0)”?" }
          ?? "write the month in full, in \(AnyLanguage.names)")
    case .unreadable:
      .wrong(
        .unreadableDate, "“\(text)” is no date", culprit: text,
        help: "write it as \(AnyLanguage.dateExamples.joined(separator: ", ")) or `2010-02-11`")
    }
  }

  private static func publisher(_ part: String) -> String? {
    var words = part.drop { $0 != "©" && $0 != ")" }.dropFirst().split(separator: " ")[...]
    if let year = words.first, year.allSatisfy({ $0.isNumber || $0 == "–" || $0 == "-" || $0 == "," }) {
      words = words.dropFirst()
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension DiagnosticKind {
  static let malformedNumber = DiagnosticKind(
    "malformed-number", .error,
    "A number must be one number or two that ascend: `23`, `45–46`, `4/5`. The cumulative number stands in brackets behind it."
  )
  static let impossibleDate = DiagnosticKind(
    "impossible-date", .error, "The calendar has no such day. Correct it, or set `date:` in front matter.")
  static let unreadableDate = DiagnosticKind(
    "unreadable-date", .error,
    "The date has none of the forms \(AnyLanguage.dateExamples.joined(separator: ", ")), `2010-02-11`, or its month's name is unknown."
  )
}
