import Diagnostics
import Markdown

extension MastheadReader {
  /// What is to be said of a masthead that is longer than any: its names would be read for minutes.
  func excess(from first: MarkdownNode, to last: MarkdownNode) -> Diagnostic? {
    let start = source.range(ofLine: first.lines.lowerBound)
    // The parser gives some blocks a line before those above them: then the size is none.
    let size = source.range(ofLine: last.lines.upperBound).upperBound - start.lowerBound
    guard size > NameList.most else { return nil }
    return TooMuchMarkup.finding("a masthead of \(size >> 10) kilobytes", at: source.location(start))
  }
}
