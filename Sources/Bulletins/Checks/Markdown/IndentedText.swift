import Diagnostics
import Markdown
import Text

/// A paragraph that became program text, since it is indented as in a letter.
enum IndentedText {
  static func find(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard !block.isFenced, block.withLiteral(isProse) else { return nil }
    let line = source.range(ofLine: block.lines.lowerBound)
    let start = source.bytes[line].firstIndex { !$0.isASCIISpace } ?? line.lowerBound
    return Diagnostic(
      .indentedText, "the blanks before this paragraph make it program text",
      at: source.location(start..<line.upperBound),
      help: "begin it at the margin", mend: margin(of: block, in: source))
  }

  /// Takes the blanks before each line away, where nothing else stands before it, such as the mark of a quotation.
  private static func margin(of block: MarkdownNode, in source: SourceFile) -> Mend? {
    guard block.parent?.parent == nil else { return nil }
    let edits = block.lines.compactMap { line -> TextEdit? in
      let range = source.range(ofLine: line)
      let start = source.bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.upperBound
      return start < range.upperBound && start > range.lowerBound ? source.edit(range.lowerBound..<start, []) : nil
    }
    return Mend("begin it at the margin", edits, isSafe: true)
  }

  /// Whether a text reads as a sentence: several words, a capital or a quotation mark at its start, a stop at its end, and
  /// no signs of programs.
  private static func isProse(_ text: Span<UInt8>) -> Bool {
    let words = text.string.trimmed
    guard let first = words.first, first.isUppercase || "“„«\"‘–—".contains(first) || first.isLetter && !first.isASCII,
      let last = words.unicodeScalars.last, [".", "!", "?", "…", "”", ":", ",", "»", "\"", "。"].contains(last)
    else { return false }
    let count = words.split { $0 == " " || $0 == "\n" }.count
    let hasSigns =
      words.utf8.contains { "{}=<>\\_|`$".utf8.contains($0) } || words.contains("()") || words.contains("//")
    return count > 3 && !hasSigns
  }
}

extension DiagnosticKind {
  static let indentedText = DiagnosticKind(
    "indented-text", .warning,
    "A paragraph that is indented by a tab or four blanks is published as program text. Begin it at the margin; code stands between lines of three backticks."
  )
}
