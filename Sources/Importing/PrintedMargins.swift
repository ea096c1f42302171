/// What stands in the margins of pages and is no text: running heads and page numbers.
struct PrintedMargins {
  /// The lines without them.
  let text: [PrintedLine]
  /// What was taken away but stands on one page only, so that nobody can be sure.
  let doubtful: [String]

  init(_ lines: [PrintedLine]) {
    var pages: [String: Set<Int>] = [:]
    for line in lines where PrintedMargins.isInMargin(line) {
      pages[PrintedMargins.pattern(of: line.text), default: []].insert(line.page)
    }
    var (text, doubtful): ([PrintedLine], [String]) = ([], [])
    let first = lines.map(\.page).min() ?? 1
    for line in lines {
      let pattern = PrintedMargins.pattern(of: line.text)
      let isNumber = pattern.allSatisfy { "#/–-—. |".contains($0) }
      // A first page may begin with the name of the paper, which the masthead is read from.
      guard PrintedMargins.isInMargin(line), line.place > 0.5 || line.page > first || isNumber else {
        text.append(line)
        continue
      }
      if !isNumber, (pages[pattern]?.count ?? 0) < 2, !doubtful.contains(line.text) { doubtful.append(line.text) }
    }
    (self.text, self.doubtful) = (text, doubtful)
  }

  private static func isInMargin(_ line: PrintedLine) -> Bool { line.place < 0.07 || line.place > 0.94 }

  /// A line with a sign for every number, the same on each page.
  private static func pattern(of text: String) -> String {
    var pattern = ""
    for character in text where !(character.isNumber && pattern.last == "#") {
      pattern.append(character.isNumber ? "#" : character)
    }
    return pattern
  }
}
