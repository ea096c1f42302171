import Markdown
import Text

/// Where the articles of a file begin, where it holds more than one: each with a second-level heading and a byline.
struct ArticleSplit {
  /// The file once for each article, with the blocks of the others blanked out, so that what stays keeps its place. Notes
  /// and the addresses of links stand in all of them.
  let articles: [Bytes]

  /// `nil` where the file holds one article.
  ///
  /// - Parameters:
  ///   - blocks: What stands below the masthead, before anything was taken out of it.
  ///   - markdown: What they were parsed from.
  init?(of blocks: ArraySlice<MarkdownNode>, _ markdown: Bytes, in reader: ArticleHeadReader) {
    // Most files have one such heading, or hardly more.
    let headings = blocks.indices.filter { blocks[$0].kind == .heading(2) }
    guard let lead = headings.first, headings.count > 1, reader.isByline(below: lead, blocks) else { return nil }
    let starts = headings.dropFirst().filter { reader.isSurelyByline(below: $0, blocks) }
    if starts.isEmpty { return nil }
    let bounds = [blocks.startIndex] + starts + [blocks.endIndex]
    let first = blocks[blocks.startIndex].lines.lowerBound
    articles = bounds.indices.dropLast().map { place in
      let start = place == 0 ? first : blocks[bounds[place]].lines.lowerBound
      let end = bounds[place + 1] == blocks.endIndex ? .max : blocks[bounds[place + 1]].lines.lowerBound
      var text = SourceLines(markdown)
      text.blankNotes(ofOthersThan: start..<end)
      text.blank(1..<first)
      for index in blocks.indices where index < bounds[place] || index >= bounds[place + 1] {
        text.blank(blocks[index].lines.lowerBound..<blocks[index].lines.upperBound + 1)
      }
      return text.bytes
    }
  }
}

/// A text of which lines can be blanked out; they count from 1.
private struct SourceLines {
  private(set) var bytes: Bytes
  private let lines: [Range<Int>]

  init(_ bytes: Bytes) {
    self.bytes = bytes
    lines = sourceLines(of: bytes, in: 0..<bytes.count)
  }

  mutating func blank(_ range: Range<Int>) {
    for line in range where lines.indices.contains(line - 1) {
      for at in lines[line - 1] { bytes[at] = 0x20 }
    }
  }

  /// Blanks the notes outside of some lines but those that these refer to without having them: two articles may count
  /// their notes from one, and share some.
  mutating func blankNotes(ofOthersThan own: Range<Int>) {
    guard bytes.firstOffset(of: Bytes("[^".utf8)) != nil else { return }
    let labels = lines.indices.map { label(of: lines[$0]) }
    let here = Set(labels.indices.filter { own.contains($0 + 1) }.compactMap { labels[$0] })
    for index in labels.indices where !own.contains(index + 1) {
      guard let label = labels[index], here.contains(label) || !isReferred(to: label, in: own) else { continue }
      var end = index + 1
      while end < lines.count, labels[end] == nil, !bytes.isBlank(lines[end]) { end += 1 }
      blank(index + 1..<end + 1)
    }
  }

  private func isReferred(to label: Bytes, in own: Range<Int>) -> Bool {
    let mark = Bytes("[^".utf8) + label + Bytes("]".utf8)
    guard let at = bytes.firstOffset(of: mark, from: lines[own.lowerBound - 1].lowerBound) else { return false }
    return own.upperBound > lines.count || at < lines[own.upperBound - 1].lowerBound
  }

  /// The label of the note that a line defines.
  private func label(of line: Range<Int>) -> Bytes? {
    guard line.count > 4, bytes.has("[^".utf8, at: line.lowerBound) else { return nil }
    let label = bytes[line].dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    return bytes.has("]:".utf8, at: label.endIndex) ? Array(label) : nil
  }
}
