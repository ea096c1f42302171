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
    text.hasSuffix(".") || text.hasSuffix(":") ? String(text.dropLast()).trimmed : text
  }

  /// Takes the bold words out of their paragraph; the result is their HTML, a full stop behind them included.
  func detachHeading(_ document: borrowing MarkdownDocument) -> Bytes {
    guard let strong = paragraph.firstChild, let content = strong.detachContentAsDocument() else { return [] }
    defer { content.remove() }
    var html = document.inlineHTML(of: content)
    while let first = paragraph.firstChild, first.kind == .softBreak || first.kind == .lineBreak { first.remove() }
    guard let first = paragraph.firstChild, first.kind == .text else { return html }
    var rest = first.literal[...]
    // `**Iran**. Neither …`: the stop belongs to the heading.
    if let stop = rest.first, stop == "." || stop == ":", html.last != UInt8(ascii: ".") {
      html.append(contentsOf: String(stop).utf8)
      rest = rest.dropFirst()
    }
    first.setLiteral(String(rest.drop(while: \.isWhitespace)))
    return html
  }
}
