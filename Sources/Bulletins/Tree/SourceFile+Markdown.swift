import Diagnostics
import Markdown

extension SourceFile {
  /// Where a text stands on one of several lines; the first line as a whole when it is written in another way there.
  func range(of text: String, inLines lines: ClosedRange<Int>) -> Range<Int> {
    let range = range(ofLine: lines.lowerBound).lowerBound..<range(ofLine: lines.upperBound).upperBound
    guard let at = offset(of: text, in: range) else { return self.range(ofLine: lines.lowerBound) }
    return at..<at + text.utf8.count
  }

  /// The place of a text on one of several lines.
  func location(of text: String, inLines lines: ClosedRange<Int>) -> Location {
    location(range(of: text, inLines: lines))
  }

  /// The place of a text on a line; the whole line when it is written in another way there.
  func location(of text: String, onLine line: Int) -> Location { location(of: text, inLines: line...line) }

  /// The text of a block as it is printed, line by line.
  func printedText(of node: MarkdownNode, _ options: MarkdownOptions) -> String {
    options.smartPunctuation ? textWithoutSmartPunctuation(of: node) ?? node.text : node.text
  }

  /// The text of a block as it is printed, where the tree has typographic marks that smart punctuation put there;
  /// `nil` when it has none.
  func textWithoutSmartPunctuation(of node: MarkdownNode) -> String? {
    guard node.text.unicodeScalars.contains(where: { "“”‘’–—…„‚«»‹›「」『』".unicodeScalars.contains($0) }) else {
      return nil
    }
    let lines = node.lines
    let range = range(ofLine: lines.lowerBound).lowerBound..<range(ofLine: lines.upperBound).upperBound
    let document = MarkdownDocument(bytes[range])
    return document.root.text
  }
}
