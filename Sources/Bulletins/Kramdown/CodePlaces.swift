import Text

/// Whether places of a text lie in code, asked for from its start to its end.
struct CodePlaces {
  private let text: Bytes
  private let lines: [Range<Int>]
  private let isFenced: [Bool]
  private var line = 0
  /// The code of the line that was last asked for.
  private var spans: (line: Int, ranges: [Range<Int>])?

  init(in text: Bytes) {
    self.text = text
    lines = sourceLines(of: text, in: 0..<text.count)
    isFenced = CodeLines.fenced(text, lines)
  }

  /// Whether a place, which is not before the last one, lies between fences or between backticks.
  mutating func has(_ place: Int) -> Bool {
    while line + 1 < lines.count, lines[line + 1].lowerBound <= place { line += 1 }
    guard lines.indices.contains(line) else { return false }
    if isFenced[line] { return true }
    if spans?.line != line { spans = (line, CodeLines.spans(text, in: lines[line])) }
    return spans?.ranges.contains { $0.contains(place) } ?? false
  }
}
