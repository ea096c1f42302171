import Diagnostics
import Text

/// A quotation that is opened and never closed, or closed and never opened, in the marks of any language.
enum UnbalancedQuotation {
  static func find(_ check: ProofText) -> [Diagnostic] {
    var reader = QuotationReader()
    for (index, prose) in check.prose.enumerated() {
      if prose.isHeading { reader.end() }
      reader.read(prose, at: index)
      if prose.isHeading { reader.end() }
    }
    reader.end()
    return reader.problems.map { problem in
      let prose = check.prose[problem.paragraph]
      return check.finding(
        .unbalancedQuotation, problem.isOpening ? "this quotation is never closed" : "this quotation was never opened",
        Words.around(problem.range.lowerBound, in: prose.text), of: prose,
        help: "write the other mark, or take this one away")
    }
  }
}

/// Follows quotations from paragraph to paragraph. One that goes over several is opened anew by each, or not at all, and
/// closed by the last.
private struct QuotationReader {
  struct Problem {
    let paragraph: Int
    let range: Range<Int>
    let isOpening: Bool
  }

  private struct Open {
    let paragraph: Int
    let range: Range<Int>
    let sign: QuotationMark
    /// The last paragraph that went on with it.
    var last: Int
  }

  private(set) var problems: [Problem] = []
  private var open: [Open] = []

  mutating func read(_ prose: Prose, at paragraph: Int) {
    var end = 0
    for at in prose.signs where at >= end {
      guard let (mark, length) = QuotationMark.at(at, in: prose.text) else { continue }
      end = at + length
      take(mark, prose.text, at..<end, paragraph)
    }
  }

  /// Nothing that is open now is closed any more.
  mutating func end() {
    for quotation in open {
      problems.append(Problem(paragraph: quotation.paragraph, range: quotation.range, isOpening: true))
    }
    open = []
  }

  private mutating func take(_ mark: QuotationMark, _ text: Bytes, _ range: Range<Int>, _ paragraph: Int) {
    let beginsWord = beginsWord(text, range)
    let isStart = text[..<range.lowerBound].allSatisfy(\.isASCIISpace)
    if isStart, let last = open.last, last.last == paragraph - 1, last.sign.opens(like: mark) {
      open[open.count - 1].last = paragraph
      return
    }
    if let last = open.last, last.sign.isClosed(by: mark, beginsWord: beginsWord) {
      open.removeLast()
    } else if mark.mayOpen, beginsWord || mark.onlyOpens || mark == .left && isApart(text, range) {
      open.append(Open(paragraph: paragraph, range: range, sign: mark, last: paragraph))
    } else if mark.mayClose, range.lowerBound == 0 || !text[range.lowerBound - 1].isASCIIDigit {
      // Behind a figure, it may be inches.
      problems.append(Problem(paragraph: paragraph, range: range, isOpening: false))
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
    if (0xE3...0xEF).contains(text[lastCharacter(text, range.lowerBound)]) {
      return text[range] != Bytes("”".utf8)[...]
    }
    return Words.letterLength(text, lastCharacter(text, range.lowerBound)) == 0
      && !".,;:!?)".utf8.contains(text[range.lowerBound - 1])
  }

  private func lastCharacter(_ text: Bytes, _ end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start].isUTF8Continuation { start -= 1 }
    return start
  }
}

/// A quotation mark. Single ones are not looked at: they are apostrophes more often.
private enum QuotationMark {
  /// „ and the two commas of a typewriter.
  case low
  /// “, which opens in English and closes in German.
  case sixes
  /// ”, which closes, and opens in Swedish.
  case nines
  /// « and »: which of them opens is for each language to say.
  case left, right
  /// ", which closes what it opened; as an inch mark it does neither.
  case straight
  /// 「 and 『, which only open, and 」 and 』, which only close.
  case corner, cornerEnd, whiteCorner, whiteCornerEnd

  /// The mark at a place, and how many bytes it has.
  static func at(_ at: Int, in text: Bytes) -> (QuotationMark, Int)? {
    switch text[at] {
    case UInt8(ascii: "\""): return (.straight, 1)
    case UInt8(ascii: ",") where text.has(",,".utf8, at: at) && (at == 0 || text[at - 1].isASCIISpace): return (.low, 2)
    case 0xC2 where text.has([0xAB], at: at + 1): return (.left, 2)
    case 0xC2 where text.has([0xBB], at: at + 1): return (.right, 2)
    case 0xE3 where text.has([0x80], at: at + 1) && at + 2 < text.count:
      switch text[at + 2] {
      case 0x8C: return (.corner, 3)
      case 0x8D: return (.cornerEnd, 3)
      case 0x8E: return (.whiteCorner, 3)
      case 0x8F: return (.whiteCornerEnd, 3)
      default: return nil
      }
    case 0xE2 where text.has([0x80], at: at + 1) && at + 2 < text.count:
      switch text[at + 2] {
      case 0x9C: return (.sixes, 3)
      case 0x9D: return (.nines, 3)
      case 0x9E: return (.low, 3)
      default: return nil
      }
    default: return nil
    }
  }

  var mayOpen: Bool { self != .cornerEnd && self != .whiteCornerEnd }
  var onlyOpens: Bool { self == .low || self == .corner || self == .whiteCorner }
  /// Whether one alone is wrong where it opens nothing: a straight one may be an inch mark.
  var mayClose: Bool { self != .straight && !onlyOpens }

  /// Whether another mark opens a quotation anew in the next paragraph.
  func opens(like other: QuotationMark) -> Bool {
    // Spanish repeats the closing mark there.
    self == other || (self == .low && other == .sixes) || (self == .left && other == .right)
  }

  /// Whether another mark closes what this one opened.
  func isClosed(by mark: QuotationMark, beginsWord: Bool) -> Bool {
    switch self {
    case .low: mark == .nines || (mark == .sixes && !beginsWord) || (mark == .straight && !beginsWord)
    case .sixes: mark == .nines || (mark == .straight && !beginsWord)
    case .nines: mark == .nines
    case .left: mark == .right
    case .right: mark == .left || (mark == .right && !beginsWord)
    case .corner: mark == .cornerEnd
    case .whiteCorner: mark == .whiteCornerEnd
    case .cornerEnd, .whiteCornerEnd: false
    case .straight: (mark == .straight && !beginsWord) || mark == .nines
    }
  }
}

extension DiagnosticKind {
  static let unbalancedQuotation = DiagnosticKind(
    "unbalanced-quotation", .advice,
    "A quotation is opened and not closed before the next heading, or closed and never opened. One that goes over several paragraphs may be opened anew by each of them."
  )
}
