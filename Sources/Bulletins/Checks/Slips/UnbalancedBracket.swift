import Diagnostics
import Text

/// A bracket that is opened and never closed, or closed and never opened.
enum UnbalancedBracket {
  static func find(_ check: ProofText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var open: [(prose: Prose, at: Int)] = []
    // A face whose mouth may have closed a bracket, and may not.
    var faces = 0
    func report(_ prose: Prose, _ at: Int, _ message: String) {
      found.append(
        check.finding(
          .unbalancedBracket, message, Words.around(at, in: prose.text), of: prose,
          help: "write the other one, or take this one away"))
    }
    func close() {
      for (prose, at) in open { report(prose, at, "this bracket is never closed") }
      open = []
      faces = 0
    }
    for prose in check.prose {
      if prose.isHeading { close() }
      for at in prose.signs where isBracket(prose.text, at) {
        switch narrow(prose.text, at) {
        case UInt8(ascii: "("), UInt8(ascii: "["):
          if !isSmiley(prose.text, at) { open.append((prose, at)) }
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          // An interval may be open on one side: `[0, 1)`.
          let opened = open.popLast()
          let isClosing = opened != nil
          if let opened, !isSmiley(prose.text, at), opened.prose.lines == prose.lines,
            isOtherKind(opened.prose.text, opened.at, prose.text, at)
          {
            report(prose, at, "this bracket closes one of another kind")
          }
          if isSmiley(prose.text, at) {
            if isClosing { faces += 1 }
          } else if !isClosing, faces > 0 {
            faces -= 1
          } else if !isClosing, !isListMark(prose.text, at) {
            report(prose, at, "this bracket was never opened")
          }
        default: break
        }
      }
      if prose.isHeading { close() }
    }
    close()
    return found
  }

  /// Whether a round bracket is closed by a square one, or the reverse, with a word or several between: `[0, 1)` is an
  /// interval.
  private static func isOtherKind(_ first: Bytes, _ start: Int, _ second: Bytes, _ end: Int) -> Bool {
    let isRound = (narrow(first, start) == UInt8(ascii: "("), narrow(second, end) == UInt8(ascii: ")"))
    guard isRound.0 != isRound.1, start < end, end <= first.count else { return false }
    // `[green)`
    let inside = first[(start + 1)..<min(end, start + 200)]
    if inside.count > 3, inside.allSatisfy({ $0.isASCIILetter && $0 & 0x20 != 0 }) { return true }
    // What is said in brackets is short; to look through all of it for each bracket takes the square of its length.
    return first[start..<min(end, start + 200)].split(separator: 0x20).count { word in
      word.count > 1 && word.allSatisfy { $0.isASCIILetter || $0 >= 0x80 || !$0.isASCIIDigit && $0 < 0x41 }
    } > 1
  }

  private static func isBracket(_ text: Bytes, _ at: Int) -> Bool {
    switch text[at] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    case 0xEF: isWide(text, at)
    default: false
    }
  }

  /// Whether a bracket stands at a place that has the width of a Chinese character.
  private static func isWide(_ text: Bytes, _ at: Int) -> Bool {
    at + 2 < text.count && text[at + 1] == 0xBC && (text[at + 2] == 0x88 || text[at + 2] == 0x89)
  }

  /// The bracket at a place as ASCII has it.
  private static func narrow(_ text: Bytes, _ at: Int) -> UInt8 {
    text[at] == 0xEF ? text[at + 2] == 0x88 ? UInt8(ascii: "(") : UInt8(ascii: ")") : text[at]
  }

  /// `1)`, `a)`, `б)` or `iv)` at the start of a word, as lists in running text have it; where nothing parts words, behind
  /// any letter or sign.
  private static func isListMark(_ text: Bytes, _ at: Int) -> Bool {
    var start = max(0, at - 8)
    while start < at, text[start].isUTF8Continuation { start += 1 }
    var before = Array(text[start..<at]).string.unicodeScalars[...]
    if before.last == "." { before.removeLast() }
    guard let last = before.last, !("(" == last || last.properties.isWhitespace) else { return true }
    // The mark of a note: `*)`.
    if last == "*" { return true }
    let digits = before.reversed().prefix { ("0"..."9").contains($0) }.count
    if digits > 0 { return digits < 3 && !isOfWord(before.dropLast(digits).last) }
    let letters = before.reversed().prefix { isOfWord($0) }
    let isNumeral = letters.count <= 4 && letters.allSatisfy { "ivxIVX".unicodeScalars.contains($0) }
    return letters.count == 1 || isNumeral && !letters.isEmpty
  }

  /// Whether a sign is a letter of a script that parts words.
  private static func isOfWord(_ sign: Unicode.Scalar?) -> Bool {
    guard let sign else { return false }
    return sign.properties.isAlphabetic && !sign.properties.isIdeographic && !(0x3040...0x30FF).contains(sign.value)
      || ("0"..."9").contains(sign)
  }

  private static func isSmiley(_ text: Bytes, _ at: Int) -> Bool {
    guard at > 0 else { return false }
    let eyes: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "=")]
    let last = text[at - 1]
    // A bracket that follows a colon at once, with a blank before the colon, is a face.
    if eyes.contains(last) { return at == 1 || text[at - 2].isASCIISpace || text[at] == UInt8(ascii: ")") }
    return last == UInt8(ascii: "-") && at > 1 && eyes.contains(text[at - 2])
  }
}

extension Words {
  /// A sign with the letters behind it, or before it where it stands at the end of a word; of what has no blank for long,
  /// the part about the sign.
  static func around(_ at: Int, in text: Bytes) -> Range<Int> {
    func isPart(_ byte: UInt8) -> Bool { !byte.isASCIISpace && byte != Prose.opaque }
    let reach = 60
    let last = min(at + reach, text.count)
    var end = text[at..<last].firstIndex { !isPart($0) } ?? last
    while end < text.count, text[end].isUTF8Continuation { end += 1 }
    var start = at
    // Where nothing parts words, a word would be half the sentence.
    let isAmongWideLetters = at > 2 && text[at - 1].isUTF8Continuation && (0xE3...0xEF).contains(text[at - 3])
    while !isAmongWideLetters, start > 0, at - start < reach, isPart(text[start - 1]) { start -= 1 }
    while start < at, text[start].isUTF8Continuation { start += 1 }
    return start..<max(end, at + 1)
  }
}

extension DiagnosticKind {
  static let unbalancedBracket = DiagnosticKind(
    "unbalanced-bracket", .advice,
    "A bracket in the text is opened and not closed before the next heading, or closed and never opened. Marks of lists, such as `a)`, are passed over."
  )
}
