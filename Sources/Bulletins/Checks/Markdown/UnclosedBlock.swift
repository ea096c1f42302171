import Diagnostics
import Markdown
import Text

/// Code or a comment that begins and never ends, so that the rest of the file is part of it.
enum UnclosedBlock {
  /// Looks at the blocks of code and of HTML that lie in no list and no quotation, which would end them.
  static func find(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    guard block.parent?.parent == nil else { return nil }
    return block.kind == .codeBlock ? code(block, in: source) : comment(block, in: source)
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

  private static func comment(_ block: MarkdownNode, in source: SourceFile) -> Diagnostic? {
    let kinds = [
      (opening: "<!--", closing: "-->", words: "the comment that begins here never ends, and no reader sees the rest"),
      (opening: "<pre", closing: "</pre", words: "the `pre` that begins here never ends"),
    ]
    for (opening, closing, words) in kinds {
      let isOpen = block.withLiteral { html in
        guard html.has(opening.utf8.span, at: 0) else { return false }
        // `<preface>` is another element.
        if opening == "<pre", html.count > 4, html[4] != UInt8(ascii: ">"), !html[4].isASCIISpace { return false }
        return !html.string.lowercased().contains(closing)
      }
      if isOpen {
        return Diagnostic(
          .unclosedBlock, words, at: source.location(of: opening, onLine: block.lines.lowerBound),
          help: "write `\(closing == "-->" ? closing : "</pre>")` where it ends")
      }
    }
    return nil
  }

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
