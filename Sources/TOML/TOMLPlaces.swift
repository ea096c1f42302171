import CTOML
import Text

/// Finds the byte of a place that is told by line and column.
struct TOMLPlaces {
  private let bytes: Bytes
  private let part: Range<Int>
  private let lineStarts: [Int]
  /// Of long lines, where each so many columns end, so that a list on one line is not counted through for each value.
  private let longLines: [Int: [Int]]

  /// The places of a part of a file.
  init(_ bytes: Bytes, in part: Range<Int>) {
    self.bytes = bytes
    self.part = part
    var starts = [part.lowerBound]
    for at in part where bytes[at] == 0x0A { starts.append(at + 1) }
    lineStarts = starts
    var long: [Int: [Int]] = [:]
    for (line, start) in starts.enumerated() {
      let end = line + 1 < starts.count ? starts[line + 1] : part.upperBound
      if end - start > 4 * TOMLPlaces.columns { long[line] = TOMLPlaces.milestones(of: bytes, in: start..<end) }
    }
    longLines = long
  }

  private static let columns = 1_000

  private static func milestones(of bytes: Bytes, in line: Range<Int>) -> [Int] {
    var (milestones, column) = ([line.lowerBound], 0)
    for at in line where !bytes[at].isUTF8Continuation {
      if column > 0, column % columns == 0 { milestones.append(at) }
      column += 1
    }
    return milestones
  }

  /// The offset in the file of a place; its start where there is none.
  func offset(_ place: ctoml_place) -> Int {
    let line = min(max(Int(place.line), 1), lineStarts.count) - 1
    var at = lineStarts[line]
    var column = 1
    if let milestones = longLines[line] {
      let passed = min(max(Int(place.column) - 1, 0) / TOMLPlaces.columns, milestones.count - 1)
      (at, column) = (milestones[passed], passed * TOMLPlaces.columns + 1)
    }
    while column < Int(place.column), at < part.upperBound, bytes[at] != 0x0A {
      at += 1
      while at < part.upperBound, bytes[at] & 0xC0 == 0x80 { at += 1 }
      column += 1
    }
    return at
  }

  /// What lies between two places, without blanks and line ends at either side.
  func range(_ start: ctoml_place, _ end: ctoml_place) -> Range<Int> {
    var (first, last) = (offset(start), offset(end))
    while first < last, bytes[last - 1].isASCIISpace { last -= 1 }
    while first < last, bytes[first].isASCIISpace { first += 1 }
    return first..<max(first, last)
  }

  /// The inside of what stands in quotation marks, of which each side has one or three.
  func withoutQuotationMarks(_ range: Range<Int>) -> Range<Int> {
    let mark = range.isEmpty ? 0 : bytes[range.lowerBound]
    let isLong = range.count >= 6 && bytes[range].prefix(3).allSatisfy { $0 == mark }
    let count = isLong ? 3 : 1
    return range.count >= 2 * count ? range.lowerBound + count..<range.upperBound - count : range
  }

  /// The characters in a range.
  func text(_ range: Range<Int>) -> String { Bytes(bytes[range]).string }
}
