import Diagnostics
import Markdown
import Text

/// The bold words that open a paragraph: `**Iran.** Neither side …`.
struct RunIn {
  /// The words without the full stop or colon that ends them.
  let text: String
  private let paragraph: MarkdownNode

  /// `nil` when nothing but punctuation is bold.
  init?(_ paragraph: MarkdownNode, source: SourceFile, options: MarkdownOptions) {
    guard let strong = paragraph.firstChild else { return nil }
    self.paragraph = paragraph
    var printed = strong.text
    if options.smartPunctuation, let unchanged = source.textWithoutSmartPunctuation(of: paragraph) {
      // Only punctuation differs, so that the same number of words opens the paragraph as printed.
      let words = printed.split(whereSeparator: \.isWhitespace).count
      printed = unchanged.split(whereSeparator: \.isWhitespace).prefix(words).joined(separator: " ")
    }
    text = RunIn.withoutStop(printed.plain)
    if text.isEmpty { return nil }
  }

  /// Drops one full stop or colon at the end; question and exclamation marks are part of a heading.
  static func withoutStop(_ text: String) -> String {
    text.utf8.last == UInt8(ascii: ".") || text.utf8.last == UInt8(ascii: ":")
      ? String(Substring(text.utf8.dropLast())).trimmed : text
  }

  /// Takes the bold words out of their paragraph; the result is their HTML, a full stop behind them included.
  func detachHeading(_ document: borrowing MarkdownDocument) -> Bytes {
    guard let strong = paragraph.firstChild, let content = strong.detachContentAsDocument() else { return [] }
    defer { content.remove() }
    var html = document.inlineHTML(of: content)
    while let first = paragraph.firstChild, first.kind == .softBreak || first.kind == .lineBreak { first.remove() }
    guard let first = paragraph.firstChild, first.kind == .text else { return html }
    first.dropFirst(
      first.withLiteral { rest in
        var length = 0
        // `**Iran**. Neither …`: the stop belongs to the heading.
        if let stop = rest.first, stop == UInt8(ascii: ".") || stop == UInt8(ascii: ":"), html.last != UInt8(ascii: ".")
        {
          html.append(stop)
          length = 1
        }
        while length < rest.count, rest[length].isASCIISpace { length += 1 }
        if length == rest.count || rest[length] < 0x80 { return length }
        let spaces = rest.extracting(length...).string.prefix(while: \.isWhitespace)
        return length + spaces.utf8.count
      })
    return html
  }
}
