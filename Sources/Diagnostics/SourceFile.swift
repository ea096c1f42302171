import Text

/// A text with a name: what diagnostics point into.
public struct SourceFile: Sendable {
  /// The path as its reader knows it: relative to the site, or as given on the command line.
  public let path: String

  /// The contents.
  public let bytes: Bytes

  /// Where each line begins.
  private let lineStarts: [Int]

  /// Of lines that are so long that counting their characters takes time, how many begin before each block of bytes; by
  /// the places of the lines. Nearly no file has one.
  private let longLines: [Int: [Int]]

  /// A text and the name under which messages mention it.
  public init(path: String, bytes: Bytes) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    var at = 0
    while let found = bytes.firstOffset(of: 0x0A, from: at) {
      at = found + 1
      starts.append(at)
    }
    lineStarts = starts
    longLines = SourceFile.longLines(of: bytes, starts)
  }

  private static func longLines(of bytes: Bytes, _ starts: [Int]) -> [Int: [Int]] {
    var lines: [Int: [Int]] = [:]
    // A file that is short as a whole has none.
    if bytes.count < longLine { return lines }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      if end - start < longLine { continue }
      var counts = [0]
      for at in stride(from: start, to: end - block, by: block) {
        counts.append(counts[counts.count - 1] + bytes.span.extracting(at..<at + block).codePointCount)
      }
      lines[index] = counts
    }
    return lines
  }

  private static let longLine = 16 << 10
  private static let block = 4 << 10

  /// Where a byte range lies, with the line around it copied out, so that a message can outlive the file.
  public func location(_ range: Range<Int>) -> Location {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = lineIndex(of: start)
    let lineStart = lineStarts[line]
    var lineEnd = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    let end = min(max(range.upperBound, start), lineEnd)
    if lineEnd > lineStart, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    let mark = lineStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let textStart = min(lineStart + mark, lineEnd)
    let excerpt = excerpt(around: start, in: textStart..<lineEnd)
    return Location(
      path: path,
      range: start..<max(end, start),
      line: line + 1,
      column: column(of: start, inLine: line, from: min(textStart, start)),
      width: max(1, codePoints(in: start..<max(start, min(end, lineEnd)))),
      excerpt: (excerpt.lowerBound > textStart ? "…" : "") + Array(bytes[excerpt]).string
        + (excerpt.upperBound < lineEnd ? "…" : ""),
      excerptColumn: codePoints(in: min(excerpt.lowerBound, start)..<start) + (excerpt.lowerBound > textStart ? 2 : 1))
  }

  /// A line as a message shows it; `line` counts from 1.
  public func location(ofLine line: Int) -> Location { location(range(ofLine: line)) }

  /// The same with the lines above and below, for sources whose lines explain each other.
  public func locationWithLinesAround(_ range: Range<Int>) -> Location {
    var location = location(range)
    let index = location.line - 1
    if index > 0 { location.lineAbove = line(index) }
    if index + 1 < lineStarts.count, lineStarts[index + 1] < bytes.count { location.lineBelow = line(index + 2) }
    return location
  }

  /// The text of a line, cut where it is long.
  private func line(_ number: Int) -> String {
    let range = range(ofLine: number)
    let shown = excerpt(around: range.lowerBound, in: range)
    return Array(bytes[shown]).string.trimmingEnd + (shown.upperBound < range.upperBound ? "…" : "")
  }

  /// The part of a line that is shown: all of it, or what is near a place in a long one.
  private func excerpt(around location: Int, in line: Range<Int>) -> Range<Int> {
    let limit = 100
    guard line.count > limit else { return line }
    var start = max(line.lowerBound, min(location - limit / 3, line.upperBound - limit))
    var end = min(line.upperBound, start + limit)
    while start > line.lowerBound, bytes[start].isUTF8Continuation { start -= 1 }
    while end < line.upperBound, bytes[end].isUTF8Continuation { end += 1 }
    return start..<end
  }

  /// The offset of a text within a range of bytes.
  public func offset(of text: String, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<bytes.count)
    let part = bytes.span.extracting(range)
    return part.firstOffset(of: text.utf8.span).map { range.lowerBound + $0 }
  }

  /// The range of a line's text without its ending; `line` counts from 1, and a line behind the last is the last.
  public func range(ofLine line: Int) -> Range<Int> {
    let index = min(max(line, 1), lineStarts.count) - 1
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    return lineStarts[index]..<end
  }

  /// The place among the lines of the one in which an offset lies.
  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The column of a place whose line's text begins at `textStart`.
  private func column(of place: Int, inLine line: Int, from textStart: Int) -> Int {
    guard let counts = longLines[line] else { return codePoints(in: textStart..<place) + 1 }
    let lineStart = lineStarts[line]
    let block = min((place - lineStart) / SourceFile.block, counts.count - 1)
    let before = codePoints(in: lineStart..<textStart)
    return counts[block] + codePoints(in: lineStart + block * SourceFile.block..<place) - before + 1
  }

  private func codePoints(in range: Range<Int>) -> Int {
    bytes.span.extracting(range).codePointCount
  }
}

extension String {
  /// The text without blanks and line ends behind it.
  fileprivate var trimmingEnd: String {
    String(decoding: utf8.reversed().drop { $0 == 0x20 || $0 == 0x0D }.reversed(), as: UTF8.self)
  }
}
