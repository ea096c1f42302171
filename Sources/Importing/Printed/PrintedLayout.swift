import Bulletins

/// What the lines of a printed document are: masthead, title, authors, abstract, headings, paragraphs, notes.
struct PrintedLayout {
  private let paragraphs: [PrintedParagraph]
  /// The size of most letters.
  private var bodySize: Int
  private var words: PrintedWords
  private(set) var doubts: [String] = []

  init(_ lines: [PrintedLine]) {
    var paragraphs: [PrintedParagraph] = []
    for line in lines {
      // Below the number line stand the editors, in letters like its own.
      if let last = paragraphs.last, !PrintedLayout.isNumberLine(last.text), last.goesOn(with: line) {
        paragraphs[paragraphs.count - 1].add(line)
      } else {
        paragraphs.append(PrintedParagraph(line))
      }
    }
    self.paragraphs = paragraphs
    words = PrintedWords(lines)
    bodySize = PrintedLayout.usualSize(in: lines)
  }

  /// The size of most letters.
  private static func usualSize(in lines: some Sequence<PrintedLine>) -> Int {
    var letters: [Int: Int] = [:]
    for line in lines { letters[line.size, default: 0] += line.text.count }
    return letters.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// The document as Markdown.
  var markdown: String {
    mutating get {
      var blocks: [String] = []
      var rest = paragraphs[...]
      if let number = numberLine() {
        blocks += masthead(at: number)
        rest = paragraphs[(number + 1)...]
      } else {
        doubts.append("no line with a number was found: write title and date as front matter")
      }
      let title = titlePlace(in: rest)
      if let title {
        for paragraph in rest[..<title] { blocks.append(words.markdown(of: paragraph)) }
        if blocks.count > 1 { blocks.append("---") }
        blocks.append("## " + PrintedLayout.plain(paragraphs[title].text))
        rest = rest[(title + 1)...]
        // A masthead of many editors has more letters than a short text.
        bodySize = max(bodySize, PrintedLayout.usualSize(in: rest.flatMap(\.lines)))
      }
      blocks += body(rest)
      noteDoubts()
      return blocks.joined(separator: "\n\n") + "\n"
    }
  }

  /// The paragraph with the number line, which may begin with the series: `BULLETIN • No. 2 (42) • June 15, 2023`.
  private func numberLine() -> Int? {
    paragraphs.indices.prefix(8).first { PrintedLayout.isNumberLine(paragraphs[$0].text) }
  }

  private static func isNumberLine(_ text: String) -> Bool {
    parts(of: text).prefix(2).contains { NumberLines.begin($0) }
  }

  private mutating func masthead(at place: Int) -> [String] {
    var parts = PrintedLayout.parts(of: paragraphs[place].text)
    var series = place > 0 ? PrintedLayout.plain(paragraphs[place - 1].text) : ""
    if let first = parts.first, !NumberLines.begin(first) {
      for above in paragraphs[..<place] {
        doubts.append("left out above the masthead: “\(PrintedLayout.plain(above.text))”")
      }
      series = first
      parts.removeFirst()
    } else if place > 1 {
      for above in paragraphs[..<(place - 1)] {
        doubts.append("left out above the masthead: “\(PrintedLayout.plain(above.text))”")
      }
    }
    for part in parts where part.hasPrefix("ISSN") {
      doubts.append("left out: “\(part)”, which is written in site.yaml")
    }
    parts.removeAll { $0.hasPrefix("ISSN") }
    if series.isEmpty { doubts.append("the series has no name above the number line") }
    return ["# " + (series.isEmpty ? "BULLETIN" : series), parts.joined(separator: " • ")]
  }

  /// The paragraph in the largest letters, near the start.
  private func titlePlace(in rest: ArraySlice<PrintedParagraph>) -> Int? {
    let near = rest.indices.prefix(8)
    guard let place = near.max(by: { (paragraphs[$0].size, $1) < (paragraphs[$1].size, $0) }),
      paragraphs[place].size > bodySize
    else { return nil }
    return place
  }

  private mutating func body(_ paragraphs: ArraySlice<PrintedParagraph>) -> [String] {
    var blocks: [String] = []
    var notes: [String] = []
    var rest = paragraphs
    // Small print at the end: notes, and what the paper says of itself.
    var small: [PrintedParagraph] = []
    while let last = rest.last, last.size < bodySize {
      small.insert(last, at: 0)
      rest.removeLast()
    }
    var table = PrintedTable()
    for paragraph in rest {
      if table.take(paragraph) { continue }
      end(&table, &blocks)
      if let note = note(paragraph) {
        notes.append(note)
      } else if paragraph.isBold, paragraph.size >= bodySize, paragraph.text.count < 120, paragraph.text.last != "." {
        blocks.append("### " + PrintedLayout.plain(paragraph.text))
      } else {
        blocks.append(words.markdown(of: paragraph))
      }
    }
    end(&table, &blocks)
    for paragraph in small {
      if let note = note(paragraph) {
        notes.append(note)
      } else {
        doubts.append("small print at the end, left out: “\(PrintedLayout.plain(paragraph.text))”")
      }
    }
    return blocks + notes
  }

  /// Writes a table that has come to its end.
  private mutating func end(_ table: inout PrintedTable, _ blocks: inout [String]) {
    guard let markdown = table.markdown else { return }
    blocks.append(markdown)
    doubts.append("a table, of which nobody knows the head: “\(table.rows[0].joined(separator: " "))”")
    table = PrintedTable()
  }

  /// A note, where the text has its mark: `1. The commission calls …` in small letters.
  private mutating func note(_ paragraph: PrintedParagraph) -> String? {
    guard paragraph.size < bodySize else { return nil }
    let text = PrintedLayout.plain(paragraph.text)
    let digits = text.prefix { $0.isNumber }
    guard !digits.isEmpty, self.paragraphs.contains(where: { $0.text.contains("[^\(digits)]") }) else { return nil }
    let whole = words.markdown(of: paragraph)
    let rest = whole.drop { $0.isNumber || $0 == "\\" || $0 == "." || $0 == ")" || $0 == " " }
    return "[^\(digits)]: \(rest)"
  }

  private mutating func noteDoubts() {
    let joined = words.joined
    if !joined.isEmpty {
      let more = joined.count > 12 ? " and \(joined.count - 12) more" : ""
      doubts.append("words that were divided at line ends: \(joined.prefix(12).joined(separator: ", "))\(more)")
    }
  }

  private static func parts(of text: String) -> [String] {
    text.split { "•·|".contains($0) }.map { plain(String($0)) }.filter { !$0.isEmpty }
  }

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
