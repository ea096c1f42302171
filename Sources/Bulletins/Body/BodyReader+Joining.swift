import Markdown

extension BodyReader {
  /// Joins the paragraphs of a text that a page break has cut.
  mutating func joinParagraphs(_ root: MarkdownNode) {
    var pairs: [[Int]] = []
    var next = root.firstChild
    while let paragraph = next {
      for _ in 0..<PageBreak.pieces(of: paragraph) {
        guard let following = paragraph.next else { break }
        pairs.append([paragraph.lines.upperBound, following.lines.lowerBound])
        paragraph.join(following)
      }
      next = paragraph.next
    }
    inspection.counts.joins = pairs.count
    if !pairs.isEmpty { inspection.observations.insert(.joinedAcrossPageBreak(pairs), at: 0) }
  }
}
