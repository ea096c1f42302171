/// Writes printed lines as Markdown: words that were divided at the ends of lines put together, bold and italic words
/// marked, signs that would mean something escaped.
struct PrintedWords {
  /// The words that have a hyphen inside of a line, in small letters.
  private let hyphenated: Set<String>
  /// The words that were put together.
  private(set) var joined: [String] = []

  init(_ lines: [PrintedLine]) {
    hyphenated = Set(
      lines.flatMap { $0.text.split(separator: " ").dropLast() }.filter { $0.contains("-") }.map {
        $0.lowercased().filter { $0.isLetter || $0 == "-" }
      })
  }

  /// A paragraph as Markdown.
  mutating func markdown(of paragraph: PrintedParagraph) -> String {
    var runs: [PrintedLine.Run] = []
    for line in paragraph.lines {
      for (place, run) in line.runs.enumerated() {
        var run = run
        if place == 0, let last = runs.popLast() {
          let (before, behind) = joint(last.text, run.text)
          runs.append(PrintedLine.Run(text: before, isBold: last.isBold, isItalic: last.isItalic))
          run.text = behind
        }
        if let last = runs.last, last.isBold == run.isBold, last.isItalic == run.isItalic {
          runs[runs.count - 1].text += run.text
        } else {
          runs.append(run)
        }
      }
    }
    let text = runs.map { PrintedWords.marked($0) }.joined()
    return PrintedWords.escapingStart(text.split(separator: " ").joined(separator: " "))
  }

  /// How the end of a line and the start of the next are put together.
  private mutating func joint(_ end: String, _ start: String) -> (String, String) {
    let end = String(end.reversed().drop(while: \.isWhitespace).reversed())
    guard let mark = end.last, mark == "-" || mark == "‐" || mark == "\u{AD}", start.first?.isLowercase == true else {
      return (end + " ", start)
    }
    let before = end.dropLast().split(separator: " ").last ?? ""
    let behind = start.prefix { $0.isLetter }
    guard before.last?.isLetter == true else { return (end, start) }
    let hyphen = "\(before)-\(behind)".lowercased().filter { $0.isLetter || $0 == "-" }
    if mark != "\u{AD}", hyphenated.contains(hyphen) { return (end, start) }
    joined.append("\(before)\(behind)")
    return (String(end.dropLast()), start)
  }

  /// A run with the marks of its face around its words, blanks outside.
  private static func marked(_ run: PrintedLine.Run) -> String {
    let words = run.text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let mark = (run.isBold ? "**" : "") + (run.isItalic ? "*" : "")
    if words.isEmpty { return run.text }
    let before = run.text.first?.isWhitespace == true ? " " : ""
    let behind = run.text.last?.isWhitespace == true ? " " : ""
    return before + mark + escaped(String(words)) + String(mark.reversed()) + behind
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      let isNote = character == "[" && rest.first == "^"
      if "*_`<\\".contains(character) || character == "[" && !isNote { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// Signs at the start of a paragraph that would make a list or a heading of it.
  private static func escapingStart(_ text: String) -> String {
    for bullet in ["• ", "▪ ", "◦ "] where text.hasPrefix(bullet) { return "- " + text.dropFirst(bullet.count) }
    if let first = text.first, "#>+-".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isNumber }
    if !digits.isEmpty, text.dropFirst(digits.count).hasPrefix(". ") {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }
}
