import Diagnostics
import Markdown
import Text

/// The words of a paragraph or a heading as a reader sees them: no code, no addresses, no markup.
struct Prose {
  /// The words, with line feeds where the source has them, and `opaque` for each thing that is none.
  let text: Bytes
  /// Where its words stand.
  let words: [Range<Int>]
  /// Where its signs begin: all that is no blank, letter or digit of ASCII.
  let signs: [Int]
  /// The lines of the source on which it stands.
  let lines: ClosedRange<Int>
  /// The level of a heading; `nil` for a paragraph.
  let level: Int?
  /// Whether it is a heading, behind which nothing goes on.
  var isHeading: Bool { level != nil }

  /// What stands for code, an image, an address or raw HTML: a control character, which no text has.
  static let opaque: UInt8 = 0x1A

  /// The paragraphs, headings and cells of a tree, in their order.
  static func all(in root: MarkdownNode) -> [Prose] {
    var all: [Prose] = []
    root.walk { node, _ in
      if node.kind == .paragraph || node.isHeading {
        all.append(Prose(node, onLines: node.lines))
      } else if node.kind == .table {
        all += cells(of: node)
      }
    }
    return all
  }

  private static func cells(of table: MarkdownNode) -> [Prose] {
    table.children.enumerated().flatMap { row, node in
      // Below the head stands the line of dashes.
      let line = table.lines.lowerBound + row + (row > 0 ? 1 : 0)
      return node.children.map { Prose($0, onLines: line...line) }
    }
  }

  /// A text that stands in front matter or in a header line.
  ///
  /// - Parameter lines: The lines of the source on which it stands.
  init(_ text: String, onLines lines: ClosedRange<Int>) {
    self.text = Bytes(text.utf8)
    let words = Words(self.text)
    (self.words, signs) = (words.ranges, words.signs)
    self.lines = lines
    level = nil
  }

  private init(_ block: MarkdownNode, onLines lines: ClosedRange<Int>) {
    var text = Bytes()
    block.walk { node, _ in
      switch node.kind {
      case .text where Prose.isWords(node):
        node.withLiteral { text.append($0) }
      case .text, .code, .image, .htmlInline: text.append(Prose.opaque)
      // That it has no words is said of it, and not of what stands beside it.
      case .link where node.firstChild == nil: text.append(Prose.opaque)
      case .lineBreak, .softBreak: text.append(0x0A)
      default: break
      }
    }
    self.text = text
    let words = Words(text)
    (self.words, signs) = (words.ranges, words.signs)
    self.lines = lines
    level = if case .heading(let level) = block.kind { level } else { nil }
  }

  /// Whether a reader takes a piece of text for words.
  private static func isWords(_ text: MarkdownNode) -> Bool {
    switch text.parent?.kind {
    case .image: false
    case .link: !text.showsAddress && !isHTML(text)
    default: !isHTML(text)
    }
  }

  /// Whether a piece of text is raw HTML that is shown as text: a reader takes it for no words.
  private static func isHTML(_ node: MarkdownNode) -> Bool {
    node.withLiteral { text in
      text.count > 2 && text[0] == UInt8(ascii: "<") && text[text.count - 1] == UInt8(ascii: ">")
    }
  }

  /// The bytes of its lines in the file.
  func wholeLines(in source: SourceFile) -> Range<Int> {
    source.range(ofLine: lines.lowerBound).lowerBound..<source.range(ofLine: lines.upperBound).upperBound
  }

  /// Where a part of it stands in the file; where it is written in another way there, the line.
  func location(of part: Range<Int>, in source: SourceFile) -> Location { source.location(range(of: part, in: source)) }

  /// The bytes of the file that a part of it was read from; `nil` where the file may have the same bytes elsewhere, as in
  /// code, or has them in another form.
  func exactRange(of part: Range<Int>, in source: SourceFile) -> Range<Int>? {
    let lines = wholeLines(in: source)
    // Most paragraphs have no marks from there to their end.
    let rest = text.span.extracting(part.lowerBound...)
    if rest.count <= lines.count, source.bytes.span.has(rest, at: lines.upperBound - rest.count) {
      let start = lines.upperBound - rest.count
      return start..<start + part.count
    }
    let words = Array(text[part])
    let (here, there) = (text.offsets(of: words), Array(source.bytes[lines]).offsets(of: words))
    guard here.count == there.count, let place = here.firstIndex(of: part.lowerBound) else { return nil }
    let start = lines.lowerBound + there[place]
    return start..<start + words.count
  }

  /// The bytes of the file that a part of it was read from; where it is written in another way there, the line.
  func range(of part: Range<Int>, in source: SourceFile) -> Range<Int> {
    let line = min(lines.lowerBound + text[..<part.lowerBound].count { $0 == 0x0A }, lines.upperBound)
    let start = text[..<part.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let words = Array(text[part])
    // The same words may stand on the line before: as often as they do here, they are passed over there.
    let before = Array(text[start..<part.lowerBound]).offsets(of: words).count
    let whole = source.range(ofLine: line)
    // A part may go over the end of its line, and others stand before it there.
    let end = min(source.range(ofLine: lines.upperBound).upperBound, whole.upperBound + 2 * words.count + 1_024)
    let found = Array(source.bytes[whole.lowerBound..<max(end, whole.upperBound)]).offsets(of: words)
    guard found.indices.contains(before), whole.lowerBound + found[before] <= whole.upperBound else {
      return onlyPlace(of: words, in: source) ?? whole
    }
    return whole.lowerBound + found[before]..<whole.lowerBound + found[before] + words.count
  }
}

extension Prose {
  /// Where words stand that are nowhere else on the lines: front matter can fold several into one.
  private func onlyPlace(of words: Bytes, in source: SourceFile) -> Range<Int>? {
    let whole = wholeLines(in: source)
    let places = lines.count > 1 ? Array(source.bytes[whole]).offsets(of: words) : []
    return places.count == 1 ? whole.lowerBound + places[0]..<whole.lowerBound + places[0] + words.count : nil
  }
}

extension Array where Element == UInt8 {
  /// Where each occurrence of other bytes begins.
  fileprivate func offsets(of needle: Bytes) -> [Int] {
    if needle.isEmpty { return [] }
    var offsets: [Int] = []
    var at = 0
    while let found = firstOffset(of: needle, from: at) {
      offsets.append(found)
      at = found + needle.count
    }
    return offsets
  }
}
