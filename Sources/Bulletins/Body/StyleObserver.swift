import Languages
import Markdown
import Text

/// Looks for what print or typing may have left in a text.
struct StyleObserver {
  private(set) var observations: [Observation] = []
  private let smartPunctuation: Bool
  private let language: Language
  private var straightLines: [Int] = []
  private var hasTypographicQuotes = false
  /// The paragraph that is looked at.
  private var text = Bytes()

  init(smartPunctuation: Bool, _ language: Language) {
    self.smartPunctuation = smartPunctuation
    self.language = language
  }

  /// Looks through the paragraphs and texts of a tree before anything is changed in it.
  mutating func observe(paragraphs: [MarkdownNode], texts: [MarkdownNode]) {
    for paragraph in paragraphs { observeSentences(paragraph) }
    if !smartPunctuation { for text in texts { observeQuotes(text) } }
    if hasTypographicQuotes, !straightLines.isEmpty {
      let marks = language.typesetting.quotes.outer
      observations.append(.straightQuotes(lines: straightLines, marks: [marks.open, marks.close]))
    }
  }

  /// Whether a sentence of a file may begin in lower case: whether anything else than white space and a capital letter, a
  /// digit or a quotation mark, or a letter of the same word, follows a full stop. Most files need no closer look.
  static func mayBeginInLowerCase(_ source: Bytes) -> Bool {
    let text = source.span
    var at = 0
    while let stop = text.firstOffset(of: UInt8(ascii: "."), from: at) {
      at = stop + 1
      var next = at
      while next < text.count, text[next].isASCIISpace { next += 1 }
      guard next < text.count else { return false }
      let byte = text[next]
      let isCapital = byte.isASCIIDigit || byte.isASCIILetter && byte & 0x20 == 0
      let isMark = byte == 0xE2 && next + 1 < text.count && text[next + 1] == 0x80
      let isSameWord = next == at && byte.isASCIILetter
      if !isCapital, !isMark, !isSameWord { return true }
    }
    return false
  }

  /// Whether straight quotation marks may stand in the text of a file, or character references that may be some.
  static func mayHaveStraightQuotes(_ source: Bytes) -> Bool {
    source.firstOffset(of: UInt8(ascii: "\"")) != nil || source.firstOffset(of: UInt8(ascii: "&")) != nil
  }

  private mutating func observeQuotes(_ node: MarkdownNode) {
    let isStraight = node.withLiteral { hasStraightQuote($0) && !isTag($0) }
    hasTypographicQuotes = hasTypographicQuotes || node.withLiteral(hasTypographicQuote)
    let line = isStraight ? node.lines.lowerBound : 0
    if isStraight, straightLines.last != line { straightLines.append(line) }
  }

  /// Whether a straight mark stands in a text but for those of inches: `5" wide`.
  private func hasStraightQuote(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while let mark = text.firstOffset(of: UInt8(ascii: "\""), from: at) {
      if mark == 0 || !text[mark - 1].isASCIIDigit { return true }
      at = mark + 1
    }
    return false
  }

  /// Whether a text is a tag of HTML, which is shown as it is: its quotation marks are none.
  private func isTag(_ text: Span<UInt8>) -> Bool {
    text.count > 2 && text[0] == UInt8(ascii: "<") && text[text.count - 1] == UInt8(ascii: ">")
  }

  /// “ ” „ are E2 80 9C to E2 80 9E, « » are C2 AB and C2 BB.
  private func hasTypographicQuote(_ text: Span<UInt8>) -> Bool {
    var at = 0
    while let lead = text.firstOffset(of: 0xC2, from: at) {
      if lead + 1 < text.count, text[lead + 1] == 0xAB || text[lead + 1] == 0xBB { return true }
      at = lead + 1
    }
    at = 0
    while let lead = text.firstOffset(of: 0xE2, from: at) {
      if lead + 2 < text.count, text[lead + 1] == 0x80, (0x9C...0x9E).contains(text[lead + 2]) { return true }
      at = lead + 1
    }
    return false
  }

  /// A full stop after a whole word, a space, and a lower-case letter.
  private mutating func observeSentences(_ paragraph: MarkdownNode) {
    readText(of: paragraph)
    var at = 0
    var (line, counted) = (paragraph.lines.lowerBound, 0)
    while let stop = text.firstOffset(of: UInt8(ascii: "."), from: at) {
      at = stop + 1
      guard at + 1 < text.count, text[at].isASCIISpace, isLowerCase(text, at + 1), endsWord(text, stop) else {
        continue
      }
      let words = text[(at + 1)...].split(maxSplits: 5, whereSeparator: \.isASCIISpace).prefix(5)
      if let first = words.first, isSmallName(first) { continue }
      let sentence = words.map { Array($0).string }.joined(separator: " ")
      line += text[counted...at].count { $0 == 0x0A }
      counted = at + 1
      observations.append(.lowerCaseSentence(line: line, text: sentence))
    }
  }

  /// The text without markup, but for a mark that shows where code begins.
  private mutating func readText(of paragraph: MarkdownNode) {
    text.removeAll(keepingCapacity: true)
    paragraph.walk { node, _ in
      switch node.kind {
      case .text: node.withLiteral { text.append($0) }
      case .code:
        text.append(UInt8(ascii: "`"))
        node.withLiteral { text.append($0) }
      case .lineBreak, .softBreak: text.append(0x0A)
      default: break
      }
    }
  }

  /// Whether a word begins in lower case wherever it stands: an address, a name with a capital, a digit or an underscore
  /// in it, an abbreviation, the letter of a paragraph, or one of the short words that open family names.
  private func isSmallName(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.prefix { $0.isASCIILetter || $0 >= 0x80 }
    // The stop at the end of the sentence is no part of an address; a letter is one of the name: `pH`.
    let inside = word.last.map { $0.isASCIILetter || $0.isASCIIDigit } ?? false ? word : word.dropLast()
    if inside.contains(where: { $0.isASCIIDigit || "_@/.".utf8.contains($0) || $0.isASCIILetter && $0 & 0x20 == 0 }) {
      return true
    }
    // `odst. 2 písm. a)`, `Bull. civ. I`
    if letters.count == 1 && word.dropFirst().first == UInt8(ascii: ")") { return true }
    if letters.count < 5, letters.count + 1 == word.count, word.last == UInt8(ascii: ".") { return true }
    return StyleObserver.nameParticles.contains(Array(letters).string)
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
    let length = word.count { !$0.isUTF8Continuation }
    return letters && length >= 4
      && (length > language.typesetting.longestAbbreviation || !isAbbreviation(Array(word).string.lowercased()))
  }

  private func isAbbreviation(_ word: String) -> Bool {
    language.typesetting.abbreviations.contains(word) || language.names.honorifics.contains(word)
  }

  /// The short words before family names, in whatever language: people take them along.
  private static let nameParticles = Set(
    """
    von vom zu zum van den der ter ten de del della di da dos das du des la le af av al el bin ibn ben d l ad ap y
    """.split(separator: " ").map(String.init))
}
