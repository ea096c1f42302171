import Diagnostics
import Text

/// Lines that all begin with the sign of a list and have no blank behind it, `-one` or `1.one`, or with the letter that Word
/// takes for a bullet: they run together in one paragraph.
enum GluedBullets {
  /// Whether a line of the HTML, but for the first of a paragraph, begins so.
  static func mayBe(in html: Bytes) -> Bool {
    var at = 0
    while let feed = html.firstOffset(of: 0x0A, from: at) {
      at = feed + 1
      guard at + 2 < html.count else { return false }
      switch html[at] {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        if Words.letterLength(html, at + 1) > 0, !html[at + 1].isASCIIDigit { return true }
        if html.has(noBreak, at: at + 1) { return true }
      case UInt8(ascii: "o"): if html[at + 1] == 0x09 { return true }
      // Every numbered list has a second line.
      case UInt8(ascii: "2"):
        if html[at + 1] == UInt8(ascii: "."), html.has(noBreak, at: at + 2) || Words.letterLength(html, at + 2) > 0 {
          return true
        }
      default: break
      }
      if CountedLines.mayBe(html, at: at) { return true }
    }
    return false
  }

  /// What is to be said of the lines of a paragraph.
  static func find(in lines: [VisibleText.Piece], of text: VisibleText) -> Diagnostic? {
    guard lines.count > 1, let first = lines.first, let sign = sign(of: first.text) else { return nil }
    let signs = lines.map { self.sign(of: $0.text) }
    let start = number(of: sign)
    let isList = signs.enumerated().allSatisfy { place, other in
      start.map { number(of: other) == $0 + place } ?? (other == sign)
    }
    // Speech begins with a dash, too, and each line of it ends as sentences do.
    let isSpeech = start == nil && lines.allSatisfy { $0.text.last.map { ".?!".utf8.contains($0) } ?? false }
    guard isList, !isSpeech, let place = text.exactPlace(of: sign, in: first, at: 0) else { return nil }
    let meant = sign.last == UInt8(ascii: ".") ? Array(sign).string : "-"
    return Diagnostic(
      .typedBullets, "these lines are no list, and run together", at: text.source.location(place),
      help: "put a blank behind the sign of each: `\(meant) `", mend: list(of: lines, in: text))
  }

  private static func list(of lines: [VisibleText.Piece], in text: VisibleText) -> Mend? {
    var edits: [TextEdit] = []
    for piece in lines {
      guard let sign = sign(of: piece.text), let place = text.exactPlace(of: sign, in: piece, at: 0) else { return nil }
      edits.append(parting(sign, at: place, in: text.source))
    }
    return Mend("put a blank behind each sign", edits, isSafe: false)
  }

  /// What makes the sign of a list of one that has no blank behind it.
  private static func parting(_ sign: Bytes, at place: Range<Int>, in source: SourceFile) -> TextEdit {
    switch sign.last {
    case 0xA0: source.edit(place.upperBound - 2..<place.upperBound, " ".utf8)
    case 0x09: source.edit(place, "- ".utf8)
    default: source.edit(place.upperBound..<place.upperBound, " ".utf8)
    }
  }

  /// The sign with which a line begins, right before a letter.
  private static func sign(of line: Bytes) -> Bytes? {
    guard let first = line.first else { return nil }
    let length: Int
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): length = 1
    case UInt8(ascii: "o"): length = line.has("o\t".utf8, at: 0) ? 2 : 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix(while: \.isASCIIDigit).count
      length = digits < 3 && digits < line.count && line[digits] == UInt8(ascii: ".") ? digits + 1 : 0
    default: length = 0
    }
    guard length > 0, length < line.count else { return nil }
    // A blank at which no line breaks, as some keyboards have it beside the other.
    if line.has(noBreak, at: length), length + 2 < line.count { return Array(line[..<(length + 2)]) }
    guard Words.letterLength(line, length) > 0, !line[length].isASCIIDigit else { return nil }
    return Array(line[..<length])
  }

  private static let noBreak = Bytes("\u{A0}".utf8)

  private static func number(of sign: Bytes?) -> Int? {
    sign.map { $0.last == 0xA0 ? Array($0.dropLast(2)) : $0 }.flatMap {
      $0.last == UInt8(ascii: ".") ? Int(Array($0.dropLast()).string) : nil
    }
  }
}
