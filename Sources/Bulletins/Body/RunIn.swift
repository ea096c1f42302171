import Diagnostics
import Markdown
import Text

/// The bold words that open a paragraph and end in a stop: `**Iran.** Neither side …`.
struct RunIn {
  /// The words without the full stop or colon that ends them.
  let text: String
  private let paragraph: MarkdownNode

  /// `nil` when nothing but punctuation is bold.
  init?(_ paragraph: MarkdownNode, source: SourceFile, options: MarkdownOptions) {
    guard let strong = paragraph.firstChild else { return nil }
    self.paragraph = paragraph
    var printed = strong.text
    if options.smartPunctuation, let unchanged = source.textWithoutSmartPunctuation(of: paragraph) {
      // Only punctuation differs, so that the same number of words opens the paragraph as printed.
      let words = printed.split(whereSeparator: \.isWhitespace).count
      printed = unchanged.split(whereSeparator: \.isWhitespace).prefix(words).joined(separator: " ")
    }
    let stop = RunIn.stopBehind(strong)?.stop ?? ""
    text = RunIn.withoutStop((printed + (stop == "?" || stop == "!" ? stop : "")).plain)
    if text.isEmpty { return nil }
  }

  /// Drops one full stop or colon at the end; question and exclamation marks are part of a heading.
  static func withoutStop(_ text: String) -> String {
    guard let last = text.unicodeScalars.last, [".", ":", "。", "：", "．", "۔"].contains(last) else { return text }
    return String(text.unicodeScalars.dropLast()).trimmed
  }

  /// Whether bold words end in a stop, or have one right behind them: without it they are emphasis in a sentence.
  static func hasStop(_ strong: MarkdownNode) -> Bool {
    if let last = strong.lastChild, last.kind == .text,
      last.withLiteral({ $0.count > 0 && $0[$0.count - 1] == UInt8(ascii: ".") })
    {
      return !endsInAbbreviation(strong)
    }
    let text = strong.text.unicodeScalars.reversed().drop { $0.properties.isWhitespace || closing.contains($0) }
    return text.first.map { stops.contains($0) } ?? false || stopBehind(strong) != nil
  }

  /// Whether the full stop is that of an abbreviation in a sentence that goes on: `**The U.S.** sent two ships.`
  private static func endsInAbbreviation(_ strong: MarkdownNode) -> Bool {
    guard let next = strong.next, next.kind == .text,
      next.withLiteral({ $0.count > 1 && $0[0] == 0x20 && $0.copy.isSmallLetter(at: 1) })
    else { return false }
    let word = strong.text.utf8.suffix(12).split(separator: 0x20).last
    return word.map { $0.dropLast().contains(UInt8(ascii: ".")) } ?? false
  }

  private static let closing: Set<Unicode.Scalar> = ["”", "“", "\"", "’", "'", "»", "«", ")", "]", "」", "』"]
  private static let stops: Set<Unicode.Scalar> = [".", ":", "?", "!", "…", "。", "：", "．", "？", "！", "؟", "۔", "।"]

  /// A stop right behind bold words, with how many bytes lead up to its end: `**Iran**. Neither …`, and with the blank that
  /// some languages put before a colon. A stop inside of a word, as in `**example**.org`, is none.
  static func stopBehind(_ strong: MarkdownNode) -> (stop: String, length: Int)? {
    guard let next = strong.next, next.kind == .text else { return nil }
    return next.withLiteral { text in
      guard let first = text.first, first < 0x80 ? !first.isASCIILetter && !first.isASCIIDigit : true else {
        return nil
      }
      // As a rule, a blank and a word follow.
      let word = (0..<text.count).first { text[$0] != 0x20 }
      if let word, text[word].isASCIILetter || text[word].isASCIIDigit { return nil }
      let start = text.extracting(0..<Swift.min(text.count, 16)).string
      let blanks = start.unicodeScalars.prefix { $0.properties.isWhitespace }
      let rest = start.unicodeScalars.dropFirst(blanks.count)
      guard let stop = rest.first, stops.contains(stop), stop != "…" else { return nil }
      if !blanks.isEmpty, stop != ":", stop != "?", stop != "!" { return nil }
      let behind = rest.dropFirst().first
      guard !stop.isASCII || behind == nil || behind?.properties.isWhitespace == true else { return nil }
      return (String(stop), String(String.UnicodeScalarView(blanks)).utf8.count + String(stop).utf8.count)
    }
  }

  /// Takes the bold words out of their paragraph; the result is their HTML, a stop behind them included.
  func detachHeading(_ document: borrowing MarkdownDocument) -> Bytes {
    guard let strong = paragraph.firstChild else { return [] }
    let behind = RunIn.stopBehind(strong)
    guard let content = strong.detachContentAsDocument() else { return [] }
    defer { content.remove() }
    var html = document.inlineHTML(of: content)
    while let first = paragraph.firstChild, first.kind == .softBreak || first.kind == .lineBreak { first.remove() }
    guard let first = paragraph.firstChild, first.kind == .text else { return html }
    first.dropFirst(
      first.withLiteral { rest in
        var length = 0
        // `**Iran**. Neither …`: the stop belongs to the heading.
        if let behind {
          length = behind.length
          html.append(rest.extracting(0..<length))
        }
        while length < rest.count, rest[length].isASCIISpace { length += 1 }
        if length == rest.count || rest[length] < 0x80 { return length }
        let spaces = rest.extracting(length...).string.prefix(while: \.isWhitespace)
        return length + spaces.utf8.count
      })
    return html
  }
}

/// The run-in headings of a text: bold words that open paragraphs again and again are who speaks in a conversation.
enum RunIns {
  /// The headings among blocks; `nil` for each block that has none.
  static func among(_ blocks: [MarkdownNode], source: SourceFile, options: MarkdownOptions) -> [RunIn?] {
    let all = blocks.map { block in
      block.kind == .paragraph && block.isRunIn ? RunIn(block, source: source, options: options) : nil
    }
    // Most texts have a few, of which none can stand there so often.
    guard all.count(where: { $0 != nil }) > mostOfOneName else { return all }
    var counts: [String: Int] = [:]
    for runIn in all { if let runIn { counts[runIn.text.lowercased(), default: 0] += 1 } }
    return all.map { runIn in
      runIn.flatMap { counts[$0.text.lowercased(), default: 0] > mostOfOneName ? nil : $0 }
    }
  }

  private static let mostOfOneName = 2
}
