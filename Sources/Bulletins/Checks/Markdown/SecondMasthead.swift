import Diagnostics
import Languages
import Markdown
import Text

/// The masthead of another issue in a text: two issues were put into one file, and would be published as one.
enum SecondMasthead {
  static func find(_ heading: MarkdownNode, in source: SourceFile, _ language: Language) -> Diagnostic? {
    guard heading.kind == .heading(1), let line = heading.next, line.kind == .paragraph else { return nil }
    let text = line.text
    // A number's sign, a separator and a year.
    guard language.masthead.number.match(text.utf8[...]) != nil, NumberLine.hasParts(text),
      text.utf8.split(whereSeparator: { !$0.isASCIIDigit }).contains(where: { $0.count == 4 })
    else { return nil }
    return Diagnostic(
      .secondMasthead, "another issue begins here, and is published as a part of this one",
      at: source.location(source.range(ofLine: line.lines.lowerBound)), help: "give it a file of its own")
  }
}

extension DiagnosticKind {
  static let secondMasthead = DiagnosticKind(
    "second-masthead", .warning,
    "A heading with a number line below it stands in the middle of a file: a second issue, which is published, and cited, as a part of the first. Each issue is a file."
  )
}
