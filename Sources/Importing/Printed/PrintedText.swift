import Bulletins

/// A text that was printed or typed elsewhere, as paragraphs of Markdown, and the masthead in it.
enum PrintedText {
  /// The text with its masthead as Markdown has it: the series as first heading, the number line, the editors, a rule, the
  /// title; and whether there is one.
  static func withMasthead(_ markdown: String) -> (text: String, hasMasthead: Bool) {
    var paragraphs = paragraphs(of: markdown)
    guard let number = paragraphs.prefix(6).firstIndex(where: { isNumberLine($0) }) else { return (markdown, false) }
    if number > 0, !paragraphs[number - 1].hasPrefix("#") {
      paragraphs[number - 1] = "# " + plain(paragraphs[number - 1])
    }
    // What stands above the series is of the paper, and not of the text.
    if number > 1 { paragraphs.removeFirst(number - 1) }
    let line = min(number, 1)
    paragraphs[line] = plain(paragraphs[line])
    if let title = paragraphs[(line + 1)...].firstIndex(where: { $0.hasPrefix("#") }) {
      let hasRule = paragraphs[(line + 1)..<title].contains(where: isRule)
      if !hasRule { paragraphs.insert("---", at: title) }
      let heading = title + (hasRule ? 0 : 1)
      paragraphs[heading] = "## " + String(paragraphs[heading].drop { $0 == "#" || $0 == " " })
    }
    return (paragraphs.joined(separator: "\n\n") + "\n", true)
  }

  /// What blank lines part.
  static func paragraphs(of markdown: String) -> [String] {
    var found: [String] = []
    var lines: [Substring] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
      if line.allSatisfy(\.isWhitespace) {
        if !lines.isEmpty { found.append(lines.joined(separator: "\n")) }
        lines = []
      } else {
        lines.append(line)
      }
    }
    return found
  }

  private static func isNumberLine(_ paragraph: String) -> Bool { NumberLines.begin(plain(paragraph)) }

  private static func isRule(_ paragraph: String) -> Bool {
    paragraph.utf8.count >= 3 && paragraph.allSatisfy { $0 == "-" || $0 == "*" }
  }

  /// The words of a line without the marks around all of them.
  private static func plain(_ text: String) -> String {
    var words = text[...]
    while let first = words.first, first == "*" || first == "#" || first == " " { words.removeFirst() }
    while let last = words.last, last == "*" || last == " " { words.removeLast() }
    return String(words)
  }
}
