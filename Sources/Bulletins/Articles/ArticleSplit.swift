import Diagnostics
import Markdown
import Text

/// Where the articles of a file begin, where it holds more than one: each with a second-level heading and a byline.
struct ArticleSplit {
  private let text: SourceLines
  /// The text without its blocks: notes, and the addresses of links.
  private let frame: Bytes
  /// The lines of each block.
  private let blocks: [Range<Int>]
  /// Which of them each article has.
  private let parts: [Range<Int>]
  private let notes: ArticleNotes?

  /// `nil` where the file holds one article.
  ///
  /// - Parameters:
  ///   - blocks: What stands below the masthead, before anything was taken out of it.
  ///   - markdown: What they were parsed from.
  init?(of blocks: ArraySlice<MarkdownNode>, _ markdown: Bytes, in reader: ArticleHeadReader) {
    // Most files have one such heading, or hardly more.
    let headings = blocks.indices.filter { blocks[$0].kind == .heading(2) }
    guard let lead = headings.first, headings.count > 1, reader.isByline(below: lead, blocks) else { return nil }
    let starts = headings.dropFirst().filter {
      // A sentence that a rule made a heading is no title, whoever signs below it.
      reader.isSurelyByline(below: $0, blocks) && AccidentalHeading.find(blocks[$0], in: reader.source) == nil
    }
    if starts.isEmpty { return nil }
    let bounds = [0] + starts.map { $0 - blocks.startIndex } + [blocks.count]
    parts = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    let text = SourceLines(markdown)
    let lines = blocks.map { $0.lines.lowerBound..<$0.lines.upperBound + 1 }
    var frame = markdown
    text.blank(1..<lines[0].lowerBound, in: &frame)
    for block in lines { text.blank(block, in: &frame) }
    (self.text, self.frame, self.blocks) = (text, frame, lines)
    notes = ArticleNotes(of: text)
  }

  /// How many articles there are.
  var count: Int { parts.count }

  /// Each article is read with the lines of all, so that what stands in it keeps its place: what all of them come to, in
  /// bytes, is hundreds of articles of a short file, and dozens of one that has as many pages as a book.
  private static let mostBytes = 96 << 20

  /// That there are too many, at the heading with which these begin.
  func surplus(in source: SourceFile) -> Diagnostic? {
    guard count * text.bytes.count > ArticleSplit.mostBytes else { return nil }
    let first = parts[ArticleSplit.mostBytes / text.bytes.count].lowerBound
    return Diagnostic(
      .tooManyArticles, "the file has \(count) articles, too many for its length",
      at: source.location(text.range(ofLine: blocks[first].lowerBound)),
      help: "give each article, or some of them together, a file of their own")
  }

  /// The file with the blocks of the other articles blanked out. Notes and the addresses of links stand in all of them.
  func markdown(of place: Int) -> Bytes {
    let own = parts[place]
    var markdown = frame
    for block in blocks[own] { text.restore(block, in: &markdown) }
    // A line may be one of two blocks.
    if let before = blocks[..<own.lowerBound].last { text.blank(before, in: &markdown) }
    if let after = blocks[own.upperBound...].first { text.blank(after, in: &markdown) }
    let end = own.upperBound == blocks.count ? text.count + 1 : blocks[own.upperBound].lowerBound
    notes?.blank(ofOthersThan: blocks[own.lowerBound].lowerBound..<end, in: &markdown, text)
    return markdown
  }
}

extension DiagnosticKind {
  static let tooManyArticles = DiagnosticKind(
    "too-many-articles", .error,
    "A file holds hundreds of articles, each with a heading and a line of authors. It is hardly one issue: give each article a file of its own."
  )
}

/// The lines of a text; they count from 1.
private struct SourceLines {
  let bytes: Bytes
  private let lines: [Range<Int>]

  init(_ bytes: Bytes) {
    self.bytes = bytes
    lines = sourceLines(of: bytes, in: 0..<bytes.count)
  }

  var count: Int { lines.count }

  func range(ofLine line: Int) -> Range<Int> { lines.indices.contains(line - 1) ? lines[line - 1] : 0..<0 }

  func blank(_ range: Range<Int>, in text: inout Bytes) {
    for line in range {
      for at in self.range(ofLine: line) { text[at] = 0x20 }
    }
  }

  /// Puts lines back as they were.
  func restore(_ range: Range<Int>, in text: inout Bytes) {
    for line in range {
      for at in self.range(ofLine: line) { text[at] = bytes[at] }
    }
  }
}

/// The notes of a file that holds several articles: two may count theirs from one, and share some.
private struct ArticleNotes {
  /// The label that each line defines, if it does.
  private let labels: [Bytes?]

  /// `nil` where there are none, as in most.
  init?(of text: SourceLines) {
    guard text.bytes.firstOffset(of: Bytes("[^".utf8)) != nil else { return nil }
    labels = (0..<text.count).map { ArticleNotes.label(of: text.range(ofLine: $0 + 1), in: text.bytes) }
  }

  /// Blanks the notes outside of some lines but those that these refer to without having them.
  func blank(ofOthersThan own: Range<Int>, in markdown: inout Bytes, _ text: SourceLines) {
    let here = Set(labels.indices.filter { own.contains($0 + 1) }.compactMap { labels[$0] })
    let meant = ArticleNotes.labelsMeant(in: text, own)
    for index in labels.indices where !own.contains(index + 1) {
      guard let label = labels[index], here.contains(label) || !meant.contains(label) else { continue }
      var end = index + 1
      while end < labels.count, labels[end] == nil, !text.bytes.isBlank(text.range(ofLine: end + 1)) { end += 1 }
      text.blank(index + 1..<end + 1, in: &markdown)
    }
  }

  /// The labels that some lines refer to.
  private static func labelsMeant(in text: SourceLines, _ lines: Range<Int>) -> Set<Bytes> {
    let (start, end) = (
      text.range(ofLine: lines.lowerBound).lowerBound, text.range(ofLine: lines.upperBound - 1).upperBound
    )
    var labels: Set<Bytes> = []
    var at = start
    while let open = text.bytes.firstOffset(of: Bytes("[^".utf8), from: at), open < end {
      at = open + 2
      guard let close = text.bytes.firstOffset(of: UInt8(ascii: "]"), from: at), close < end else { break }
      labels.insert(Bytes(text.bytes[at..<close]))
    }
    return labels
  }

  private static func label(of line: Range<Int>, in bytes: Bytes) -> Bytes? {
    guard line.count > 4, bytes.has("[^".utf8, at: line.lowerBound) else { return nil }
    let label = bytes[line].dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
    return bytes.has("]:".utf8, at: label.endIndex) ? Array(label) : nil
  }
}
