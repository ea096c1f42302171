import Diagnostics
import Markdown

/// A sentence that became the item of a list, since it begins with a year and a full stop.
enum YearAsListNumber {
  static func find(_ list: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard let number = list.firstNumber, (1000...2999).contains(number) else { return nil }
    let line = source.range(ofLine: list.lines.lowerBound)
    return Diagnostic(
      .yearAsListNumber, "this is published as item \(number) of a list",
      at: source.location(of: String(number), onLine: list.lines.lowerBound),
      help:
        "write `\(number)\\\(source.bytes[line].contains(UInt8(ascii: ")")) && !source.bytes[line].contains(UInt8(ascii: ".")) ? ")" : ".")`, if it is a sentence"
    )
  }
}

extension DiagnosticKind {
  static let yearAsListNumber = DiagnosticKind(
    "year-as-list-number", .warning,
    "A paragraph that begins with a year and a full stop is published as a list that begins with this number. A backslash before the full stop makes it a sentence: `1986\\. A great year.`"
  )
}
