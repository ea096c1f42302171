import Diagnostics
import Languages
import Markdown
import Text

/// A sentence that became the item of a list, since it begins with a day and its full stop: `17. května`.
enum DayAsListNumber {
  static func find(_ list: MarkdownNode, _ number: Int, in source: SourceFile, _ language: Language) -> Diagnostic? {
    // Several days may be a calendar, and meant as a list.
    guard (1...31).contains(number), list.firstChild?.next == nil,
      let text = list.firstChild?.firstChild, text.kind == .paragraph
    else { return nil }
    let words = text.text
    let month = Substring(words.utf8.prefix { $0.isASCIILetter || $0 >= 0x80 })
    // Where the month has a capital, only a language that writes days so can mean one: `1. May I ask …`.
    guard !month.isEmpty, language.dates.isMonth(String(month)),
      language.dates.hasStopBehindDay || month.unicodeScalars.first?.properties.isLowercase == true
    else { return nil }
    let line = source.range(ofLine: list.lines.lowerBound)
    let digits = Bytes(String(number).utf8)
    guard let start = source.bytes.firstOffset(of: digits, from: line.lowerBound),
      case let stop = start + digits.count, stop < line.upperBound, source.bytes[stop] == UInt8(ascii: ".")
    else { return nil }
    return Diagnostic(
      .dayAsListNumber, "this day is published as item \(number) of a list", at: source.location(start..<stop + 1),
      help: "write `\(number)\\.`, if it is a sentence",
      mend: Mend("put a backslash before the stop", [source.edit(stop..<stop, "\\".utf8)], isSafe: true))
  }
}

extension DiagnosticKind {
  static let dayAsListNumber = DiagnosticKind(
    "day-as-list-number", .warning,
    "A paragraph that begins with a day and the name of a month is published as a list that begins with this number. A backslash before the full stop makes it a sentence: `17\\. května`."
  )
}
