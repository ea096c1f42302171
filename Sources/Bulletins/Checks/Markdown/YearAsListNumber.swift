import Diagnostics
import Languages
import Markdown
import Text

/// A sentence that became the item of a list, since it begins with a year and a full stop.
enum YearAsListNumber {
  static func find(_ list: MarkdownNode, in source: SourceFile, _ language: Language) -> Diagnostic? {
    guard let number = list.firstNumber else { return nil }
    guard (1000...2999).contains(number) else { return DayAsListNumber.find(list, number, in: source, language) }
    let line = source.range(ofLine: list.lines.lowerBound)
    let digits = Bytes(String(number).utf8)
    let end = source.bytes.firstOffset(of: digits, from: line.lowerBound).map { $0 + digits.count } ?? line.upperBound
    let stop = end < line.upperBound && source.bytes[end] == UInt8(ascii: ")") ? ")" : "."
    // Several years that follow each other may be a chronicle, and meant as a list.
    let isAlone = list.children.count == 1
    return Diagnostic(
      .yearAsListNumber, "this is published as item \(number) of a list",
      at: source.location(of: String(number), onLine: list.lines.lowerBound),
      help: "write `\(number)\\\(stop)`, if it is a sentence",
      mend: isAlone && end < line.upperBound
        ? Mend("put a backslash before the stop", [source.edit(end..<end, "\\".utf8)], isSafe: true) : nil)
  }
}

extension DiagnosticKind {
  static let yearAsListNumber = DiagnosticKind(
    "year-as-list-number", .warning,
    "A paragraph that begins with a year and a full stop is published as a list that begins with this number. A backslash before the full stop makes it a sentence: `1986\\. A great year.`"
  )
}
