import Diagnostics
import Markdown
import Text

/// A paragraph that became a heading, since a rule or a line of equals signs stands right below it.
enum AccidentalHeading {
  static func find(_ heading: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    // Other headings begin with their sign.
    let first = heading.lines.lowerBound
    guard !source.bytes[source.range(ofLine: first)].contains(UInt8(ascii: "#")) else { return nil }
    let text = heading.text.trimmed
    let count = text.utf8.count { $0 == 0x0A } + 1
    guard isSentence(text) || count > 1 || goesOn(behind: heading, onLine: first + count + 1) else { return nil }
    let underline = source.range(ofLine: first + count)
    let start = source.bytes[underline].firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") }
    guard let start else { return nil }
    // Whoever draws a line as long as the words above it means a heading.
    if count == 1, abs(underline.upperBound - start - text.count) < 3 { return nil }
    // A line of equals signs makes no rule, and two hyphens do not, either.
    let isRule = source.bytes[start..<underline.upperBound].prefix { $0 == UInt8(ascii: "-") }.count >= 3
    let blank = source.edit(underline.lowerBound..<underline.lowerBound, source.lineEnd)
    return Diagnostic(
      .accidentalHeading, "this line makes a heading of the paragraph above",
      at: source.location(start..<underline.upperBound),
      help: "put a blank line before it", "remove it, if no rule is meant",
      mend: isRule && start == underline.lowerBound
        ? Mend("put a blank line before the rule", [blank], isSafe: true) : nil)
  }

  /// Whether the next line begins in small letters, as the rest of a sentence does.
  private static func goesOn(behind heading: MarkdownNode, onLine line: Int) -> Bool {
    guard let next = heading.next, next.kind == .paragraph, next.lines.lowerBound == line, let first = next.firstChild,
      first.kind == .text,
      heading.text.utf8.contains(0x20)
    else { return false }
    return first.withLiteral { $0.copy.isSmallLetter(at: 0) }
  }

  private static func isSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    let words = text.split { $0 == " " || $0 == "\n" }.count
    switch last {
    case ".", ":", ";", ",": return words > 3
    case "?", "!", "”", "…", "。": return words > 11
    default: return words > 15
    }
  }
}

extension DiagnosticKind {
  static let accidentalHeading = DiagnosticKind(
    "accidental-heading", .warning,
    "A line of hyphens or equals signs right below a paragraph makes a heading of it. With a blank line between, hyphens are a rule."
  )
}
