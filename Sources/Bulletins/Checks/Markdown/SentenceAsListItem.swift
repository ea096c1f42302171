import Diagnostics
import Languages
import Markdown
import Text

/// A sentence that became the item of a list, since it begins with a year or a day and a full stop: `1986. A great year.`,
/// `17. května`.
enum SentenceAsListItem {
  static func find(_ list: MarkdownNode, in source: SourceFile, _ language: Language) -> Diagnostic? {
    guard let number = list.firstNumber, let first = list.firstChild else { return nil }
    // Several that follow each other may be a chronicle or a calendar, and meant as a list.
    let isAlone = first.next == nil
    let isYear = (1000...2999).contains(number)
    guard isYear || isAlone && isDay(number, of: first, language) else { return nil }
    let line = source.range(ofLine: list.lines.lowerBound)
    let digits = Bytes(String(number).utf8)
    let end = source.bytes.firstOffset(of: digits, from: line.lowerBound).map { $0 + digits.count } ?? line.upperBound
    let stop = end < line.upperBound && source.bytes[end] == UInt8(ascii: ")") ? ")" : "."
    // `17) May` is no day.
    if !isYear, stop == ")" { return nil }
    return Diagnostic(
      isYear ? .yearAsListNumber : .dayAsListNumber, "this is published as item \(number) of a list",
      at: source.location(of: String(number), onLine: list.lines.lowerBound),
      help: "write `\(number)\\\(stop)`, if it is a sentence",
      mend: isAlone && end < line.upperBound
        ? Mend("put a backslash before the stop", [source.edit(end..<end, "\\".utf8)], isSafe: true) : nil)
  }

  /// Whether an item begins with the name of a month, or its number, of which its own number is a day.
  private static func isDay(_ number: Int, of item: MarkdownNode, _ language: Language) -> Bool {
    guard (1...31).contains(number), let text = item.firstChild else { return false }
    // `12. 5. 2024` is a list in a list.
    if text.kind == .list, text.lines.lowerBound == item.lines.lowerBound, let month = text.firstNumber {
      return (1...12).contains(month)
    }
    guard text.kind == .paragraph else { return false }
    let words = text.text
    let month = Substring(words.utf8.prefix { $0.isASCIILetter || $0 >= 0x80 })
    // Where the month has a capital, only a language that writes days so can mean one: `1. May I ask …`.
    return !month.isEmpty && language.dates.isMonth(String(month))
      && (language.dates.hasStopBehindDay || month.unicodeScalars.first?.properties.isLowercase == true)
  }
}

extension DiagnosticKind {
  static let yearAsListNumber = DiagnosticKind(
    "year-as-list-number", .warning,
    "A paragraph that begins with a year and a full stop is published as a list that begins with this number. A backslash before the full stop makes it a sentence: `1986\\. A great year.`"
  )
  static let dayAsListNumber = DiagnosticKind(
    "day-as-list-number", .warning,
    "A paragraph that begins with a day and a month is published as a list that begins with this number. A backslash before the full stop makes it a sentence: `17\\. května`."
  )
}
