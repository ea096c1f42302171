import Markdown
import Text

/// Looks for what print or typing may have left in a text.
struct StyleObserver {
  private(set) var observations: [Observation] = []
  private let smartPunctuation: Bool
  private var straightLines: [Int] = []
  private var hasTypographicQuotes = false

  init(smartPunctuation: Bool) { self.smartPunctuation = smartPunctuation }

  /// Looks through a tree before anything is changed in it.
  mutating func observe(_ root: MarkdownNode) {
    var paragraphs: [MarkdownNode] = []
    var texts: [MarkdownNode] = []
    root.walk { node, _ in
      if node.kind == .paragraph { paragraphs.append(node) }
      if node.kind == .text { texts.append(node) }
    }
    for paragraph in paragraphs { observeSentences(paragraph) }
    if !smartPunctuation { for text in texts { observeQuotes(text) } }
    if hasTypographicQuotes, !straightLines.isEmpty {
      observations.append(.straightQuotes(lines: straightLines))
    }
  }

  private mutating func observeQuotes(_ node: MarkdownNode) {
    let (isStraight, isTypographic) = node.withLiteral { text in
      var at = 0
      var found = (straight: false, typographic: false)
      while at < text.count {
        if text[at] == UInt8(ascii: "\"") { found.straight = true }
        // “ ” „ are E2 80 9C to E2 80 9E.
        if text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, (0x9C...0x9E).contains(text[at + 2]) {
          found.typographic = true
        }
        at += 1
      }
      return found
    }
    hasTypographicQuotes = hasTypographicQuotes || isTypographic
    let line = isStraight ? node.lines.lowerBound : 0
    if isStraight, straightLines.last != line { straightLines.append(line) }
  }

  /// A full stop after a whole word, a space, and a lower-case letter.
  private mutating func observeSentences(_ paragraph: MarkdownNode) {
    let text = Array(paragraph.text.utf8)
    var at = 0
    while let stop = text[at...].firstIndex(of: UInt8(ascii: ".")) {
      at = stop + 1
      guard at + 1 < text.count, text[at].isASCIISpace, isLowerCase(text, at + 1), endsWord(text, stop) else {
        continue
      }
      let words = text[(at + 1)...].split(maxSplits: 5, whereSeparator: \.isASCIISpace).prefix(5)
      let sentence = words.map { Array($0).string }.joined(separator: " ")
      let line = paragraph.lines.lowerBound + text[...at].count { $0 == 0x0A }
      observations.append(.lowerCaseSentence(line: line, text: sentence))
    }
  }

  private func isLowerCase(_ text: Bytes, _ at: Int) -> Bool {
    if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[at]) { return true }
    guard text[at] >= 0xC3 else { return false }
    let end = text[(at + 1)...].firstIndex { !$0.isUTF8Continuation } ?? text.count
    return Array(text[at..<end]).string.first?.isLowercase == true
  }

  /// Whether a word that is no abbreviation ends at a full stop: four letters or more, no other stop in it.
  private func endsWord(_ text: Bytes, _ stop: Int) -> Bool {
    let start = text[..<stop].lastIndex { $0.isASCIISpace }.map { $0 + 1 } ?? 0
    let word = text[start..<stop]
    let letters = word.allSatisfy { $0.isASCIILetter || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
    return letters && word.count { !$0.isUTF8Continuation } >= 4
      && !StyleObserver.abbreviations.contains(Array(word).string.lowercased())
  }

  private static let abbreviations: Set<String> = ["approx", "resp", "incl", "prof", "godz", "proc"]
}
