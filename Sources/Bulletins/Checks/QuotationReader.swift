import Text

/// Follows quotations from paragraph to paragraph. One that goes over several is opened anew by each, or not at all, and
/// closed by the last.
struct QuotationReader {
  /// A mark without its other one.
  struct Problem {
    enum Kind { case unclosed, unopened, wrongEnd }

    let paragraph: Int
    let range: Range<Int>
    let kind: Kind
  }

  /// A quotation that stands in no other one.
  struct Quotation {
    let paragraph: Int
    /// Where it is opened.
    let range: Range<Int>
    let marks: [QuotationMark]
  }

  private struct Open {
    let paragraph: Int
    let range: Range<Int>
    let sign: QuotationMark
    /// The last paragraph that went on with it.
    var last: Int
  }

  private(set) var problems: [Problem] = []
  private(set) var outer: [Quotation] = []
  private var open: [Open] = []

  /// The quotations of a text; one that a heading ends is never closed.
  static func read(_ all: [Prose]) -> QuotationReader {
    var reader = QuotationReader()
    for (index, prose) in all.enumerated() {
      if prose.isHeading { reader.end() }
      // A mark that stands alone adorns a quotation set in from the text.
      if !prose.words.isEmpty { reader.read(prose, at: index) }
      if prose.isHeading { reader.end() }
    }
    reader.end()
    return reader
  }

  private mutating func read(_ prose: Prose, at paragraph: Int) {
    var end = 0
    for at in prose.signs where at >= end {
      guard let (mark, length) = QuotationMark.at(at, in: prose.text) else { continue }
      end = at + length
      take(mark, prose.text, at..<end, paragraph)
    }
  }

  /// Nothing that is open now is closed any more.
  private mutating func end() {
    for quotation in open {
      problems.append(Problem(paragraph: quotation.paragraph, range: quotation.range, kind: .unclosed))
    }
    open = []
  }

  private mutating func take(_ mark: QuotationMark, _ text: Bytes, _ range: Range<Int>, _ paragraph: Int) {
    // Nothing but what was opened tells which of two is the second, where no blanks part words.
    let isSecond = mark == .straight && open.last.map { $0.sign == .straight && $0.paragraph == paragraph } ?? false
    let beginsWord = beginsWord(text, range) && !(isSecond && isBehindHan(text, range))
    let isStart = text[..<range.lowerBound].allSatisfy(\.isASCIISpace)
    if isStart, let last = open.last, last.last == paragraph - 1, last.sign.opens(like: mark) {
      open[open.count - 1].last = paragraph
      return
    }
    if let last = open.last, last.sign.isClosed(by: mark, beginsWord: beginsWord) {
      open.removeLast()
      if open.isEmpty {
        outer.append(Quotation(paragraph: last.paragraph, range: last.range, marks: [last.sign, mark]))
      }
    } else if let last = open.last, last.sign == .sixes, mark == .sixes, !beginsWord {
      open.removeLast()
      problems.append(Problem(paragraph: paragraph, range: range, kind: .wrongEnd))
    } else if mark.mayOpen, beginsWord || mark.onlyOpens || mark == .left && isApart(text, range) {
      open.append(Open(paragraph: paragraph, range: range, sign: mark, last: paragraph))
    } else if mark.mayClose, range.lowerBound == 0 || !text[range.lowerBound - 1].isASCIIDigit {
      // Behind a figure, it may be inches.
      problems.append(Problem(paragraph: paragraph, range: range, kind: .unopened))
    }
  }

  /// Whether blanks stand on both sides of a mark: `« here »`.
  private func isApart(_ text: Bytes, _ range: Range<Int>) -> Bool {
    (range.lowerBound == 0 || text[range.lowerBound - 1].isASCIISpace)
      && range.upperBound < text.count && text[range.upperBound].isASCIISpace
  }

  /// Whether a mark stands before a word, and none before it.
  private func beginsWord(_ text: Bytes, _ range: Range<Int>) -> Bool {
    guard range.upperBound < text.count, !text[range.upperBound].isASCIISpace else { return false }
    guard range.lowerBound > 0 else { return true }
    // Nothing parts words in Chinese and Japanese, and their own stops stand before quotations.
    if isBehindHan(text, range) {
      return text[range] != Bytes("”".utf8)[...]
    }
    return !isStop(text[range.lowerBound - 1])
      && Words.letterLength(text, lastCharacter(text, range.lowerBound)) == 0
  }

  private func isStop(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case ".", ",", ";", ":", "!", "?", ")": true
    default: false
    }
  }

  /// Whether a letter or a stop of Chinese or Japanese stands before a mark.
  private func isBehindHan(_ text: Bytes, _ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && (0xE3...0xEF).contains(text[lastCharacter(text, range.lowerBound)])
  }

  private func lastCharacter(_ text: Bytes, _ end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start].isUTF8Continuation { start -= 1 }
    return start
  }
}
