import Text

/// Which lines of a Markdown text lie between fences of code, and which parts of a line between backticks.
enum CodeLines {
  /// Whether each line is code between fences, or a fence.
  static func fenced(_ text: Bytes, _ lines: [Range<Int>]) -> [Bool] {
    var fence: (mark: UInt8, count: Int)?
    return lines.map { line in
      let words = text[line].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      guard let mark = words.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return fence != nil }
      let count = words.prefix { $0 == mark }.count
      let rest = words.dropFirst(count)
      if let open = fence {
        if mark == open.mark, count >= open.count, rest.allSatisfy(\.isASCIISpace) { fence = nil }
        return true
      }
      guard count >= 3, mark == UInt8(ascii: "~") || !rest.contains(mark) else { return false }
      fence = (mark, count)
      return true
    }
  }

  /// The parts of a line between equally many backticks.
  static func spans(_ text: Bytes, in line: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = line.lowerBound
    while let open = text[at..<line.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      at = open + text[open..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      runs.append(open..<at)
    }
    // For each run, the next one of its length.
    var next = [Int?](repeating: nil, count: runs.count)
    var last: [Int: Int] = [:]
    for index in runs.indices.reversed() { next[index] = last.updateValue(index, forKey: runs[index].count) }
    var spans: [Range<Int>] = []
    var index = 0
    while index < runs.count {
      guard let close = next[index] else {
        index += 1
        continue
      }
      spans.append(runs[index].lowerBound..<runs[close].upperBound)
      index = close + 1
    }
    return spans
  }
}
