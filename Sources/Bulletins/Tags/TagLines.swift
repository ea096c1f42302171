import Text

/// The lines of a text that have nothing but tags in them. Their engine takes them away before anybody looks for
/// paragraphs: what prints nothing is a blank line, and what is defined below may stand directly under it.
struct TagLines {
  /// The lines that become blank.
  private(set) var blank: [Range<Int>] = []
  /// Addresses of links by reference that stand directly below such a line.
  private(set) var definitions = Bytes()

  init(of meanings: [(range: Range<Int>, meaning: TagMeaning)], in text: Bytes) {
    if meanings.isEmpty { return }
    let lines = sourceLines(of: text, in: 0..<text.count)
    let isCode = CodeLines.fenced(text, lines)
    var next = 0
    // Whether the line before has nothing but tags.
    var isBelow = false
    for (line, isCode) in zip(lines, isCode) {
      while next < meanings.count, meanings[next].range.upperBound <= line.lowerBound { next += 1 }
      let here = meanings[next...].prefix { $0.range.lowerBound < line.upperBound }
      if isCode || line.isEmpty {
        isBelow = false
      } else if here.isEmpty {
        guard isBelow, IncludedText.isDefinition(text[line]) else {
          isBelow = false
          continue
        }
        definitions += text[line] + [0x0A]
        blank.append(line)
      } else {
        isBelow = TagLines.holds(text, line, nothingBut: here)
        let isSilent = here.allSatisfy { $0.meaning == .nothing }
        // Deeper, it may be code, in which tags are shown.
        if isBelow, isSilent, text[line].prefix(while: { $0 == 0x20 }).count < 4 { blank.append(line) }
      }
    }
  }

  private static func holds(
    _ text: Bytes, _ line: Range<Int>, nothingBut tags: ArraySlice<(range: Range<Int>, meaning: TagMeaning)>
  ) -> Bool {
    var at = line.lowerBound
    for tag in tags {
      if at < tag.range.lowerBound, !text[at..<tag.range.lowerBound].allSatisfy(\.isASCIISpace) { return false }
      at = max(at, tag.range.upperBound)
    }
    return at >= line.upperBound || text[at..<line.upperBound].allSatisfy(\.isASCIISpace)
  }
}
