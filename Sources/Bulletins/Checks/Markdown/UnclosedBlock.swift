import Diagnostics
import Markdown
import Text

/// Code or a comment that begins and never ends, so that the rest of the file is part of it.
enum UnclosedBlock {
  /// Looks at the blocks of code and of HTML that lie in no list and no quotation, which would end them.
  static func find(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard block.parent?.parent == nil else { return nil }
    return block.kind == .codeBlock ? code(block, in: source) : html(block, in: source)
  }

  private static func code(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard block.isFenced else { return nil }
    let first = trimmed(block.lines.lowerBound, in: source)
    // What was made of another engine's tag has no such line.
    guard let sign = source.bytes[first].first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let count = source.bytes[first].prefix { $0 == sign }.count
    let last = source.bytes[trimmed(block.lines.upperBound, in: source)]
    let isClosed = last.count >= count && last.allSatisfy { $0 == sign }
    if isClosed, block.lines.count > 1 { return nil }
    return Diagnostic(
      .unclosedBlock, "the program text that begins here never ends", at: source.location(first),
      help: "write `\(Array(source.bytes[first].prefix(count)).string)` on a line of its own behind its last line")
  }

  private static func html(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard let element = elements.first(where: { element in block.withLiteral { element.isOpen(in: $0) } }) else {
      return nil
    }
    return Diagnostic(
      .unclosedBlock, element.words, at: source.location(of: element.opening, onLine: block.lines.lowerBound),
      help: "write `\(element.closing)` where it ends")
  }

  /// What ends a block of HTML only where it is closed.
  private struct Element {
    let opening: String
    let closing: String
    let words: String
    /// Whether the beginning is one only where no letter follows: `<preface>` is another element than `<pre>`.
    let isName: Bool

    func isOpen(in html: Span<UInt8>) -> Bool {
      let length = opening.utf8.count
      guard html.has(opening.utf8.span, at: 0) else { return false }
      if isName, html.count > length, html[length] != UInt8(ascii: ">"), !html[length].isASCIISpace { return false }
      return !html.string.lowercased().contains(closing)
    }
  }

  private static let elements = [
    Element(
      opening: "<!--", closing: "-->", words: "the comment that begins here never ends, and no reader sees the rest",
      isName: false),
    Element(opening: "<pre", closing: "</pre>", words: "the `pre` that begins here never ends", isName: true),
  ]

  private static func trimmed(_ line: Int, in source: SourceFile) -> Range<Int> {
    let range = source.range(ofLine: line)
    guard let start = source.bytes[range].firstIndex(where: { !$0.isASCIISpace }),
      let end = source.bytes[range].lastIndex(where: { !$0.isASCIISpace })
    else { return range.lowerBound..<range.lowerBound }
    return start..<end + 1
  }
}

extension DiagnosticKind {
  static let unclosedBlock = DiagnosticKind(
    "unclosed-block", .warning,
    "A block of code (three backticks), a comment (`<!--`) or a `<pre>` is never closed: the rest of the file is part of it, as program text, or seen by nobody."
  )
}
