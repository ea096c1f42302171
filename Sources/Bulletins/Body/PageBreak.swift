import Markdown
import Text

/// The scar that a page break leaves in text taken from print: one paragraph in two pieces.
///
/// Of the pairs of paragraphs of which the first has no stop and the second begins in lower case, nearly all are something
/// else: verse, signatures, sources, code, lists of names. So both must be plain prose, the first as long as a line of
/// print, and the second must end as a sentence does.
enum PageBreak {
  /// How many of the blocks after a paragraph are pieces of it.
  static func pieces(of paragraph: MarkdownNode) -> Int {
    guard paragraph.kind == .paragraph, goesOn(paragraph) else { return 0 }
    var count = 0
    var piece = paragraph
    while count < mostPieces, let following = piece.next, isRest(following), isProse(piece), isProse(following) {
      count += 1
      if !goesOn(following) { return endsSentence(following) && isLong(paragraph) ? count : 0 }
      piece = following
    }
    return 0
  }

  /// Whether a paragraph ends in the middle of a sentence: with a letter, or a comma.
  private static func goesOn(_ paragraph: MarkdownNode) -> Bool {
    guard let last = paragraph.lastChild, last.kind == .text else { return false }
    // Most paragraphs end with a stop, which their last byte shows.
    let isSure = last.withLiteral { text in
      text.count > 0 && (text[text.count - 1] == UInt8(ascii: ".") || text[text.count - 1] == UInt8(ascii: "?"))
    }
    guard !isSure, let end = last.literal.unicodeScalars.last else { return false }
    return end.properties.isAlphabetic || end == ","
  }

  /// Whether a paragraph begins in the middle of a sentence: with a word in small letters.
  private static func isRest(_ paragraph: MarkdownNode) -> Bool {
    guard paragraph.kind == .paragraph, let first = paragraph.firstChild,
      first.kind == .text || first.kind == .emphasis && first.next != nil
    else { return false }
    // Most paragraphs begin with a capital letter, which their first byte shows.
    if first.kind == .text, first.withLiteral({ $0.first.map(isCapital) ?? true }) { return false }
    let words = paragraph.text.split(maxSplits: 2) { $0 == " " || $0 == "\n" }
    guard let word = words.first, words.count > 1, word.first?.isLowercase == true else { return false }
    // `eVisa` is a name, and `source:` or `fot.` is no word of a sentence.
    return word.allSatisfy { $0.isLowercase || $0 == "," || $0 == "-" || $0 == "’" || $0 == "'" }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte.isASCIILetter && byte & 0x20 == 0 }

  /// Whether a paragraph holds nothing but words, of which some may be emphasised, and bold ones may open it.
  private static func isProse(_ paragraph: MarkdownNode) -> Bool {
    var next = paragraph.firstChild
    var isFirst = true
    while let node = next {
      switch node.kind {
      case .text, .softBreak, .footnoteReference, .emphasis: break
      case .strong where isFirst && paragraph.isRunIn: break
      default: return false
      }
      isFirst = false
      next = node.next
    }
    return true
  }

  private static func isLong(_ paragraph: MarkdownNode) -> Bool { paragraph.textBytes.count >= shortestLine }

  private static func endsSentence(_ paragraph: MarkdownNode) -> Bool {
    guard let last = paragraph.text.trimmed.last else { return false }
    return endings.contains(last)
  }

  /// No paragraph covers so many pages, and each would be looked at as often as there are pieces before it.
  private static let mostPieces = 20
  /// In bytes.
  private static let shortestLine = 30
  private static let endings: Set<Character> = [".", "!", "?", "…", "”", "\"", "»", ")", "。"]
}
