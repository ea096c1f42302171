import Diagnostics
import Text

/// A blank before a comma or a full stop: “asked , and”.
enum BlankBeforePunctuation {
  static func find(_ check: ProofText) -> [Diagnostic] {
    let always = check.prose.flatMap { prose in
      places(in: prose, of: commasAndStops, spaced: true).map { (prose, $0) }
    }
    let wide = check.prose.flatMap { prose in wideMarks(in: prose).map { (prose, $0) } }
    let arabic = check.prose.flatMap { prose in arabicMarks(in: prose).map { (prose, $0) } }
    return (always + exceptions(check.prose) + wide + arabic).map { prose, range in
      let sign = Array(prose.text[range].drop(while: \.isASCIISpace))
      let mark = sign.string
      let isGlued =
        sign.count == 1 && range.upperBound < prose.text.count && !prose.text[range.upperBound].isASCIISpace
      // Over the end of a line, the mark of a quotation or a list may stand between the two.
      let isOneLine = !prose.text[range].contains(0x0A)
      return check.finding(
        .blankBeforePunctuation, "a blank stands before “\(mark)”", range, of: prose, help: "write it behind the word",
        mend: isOneLine
          ? .init(
            text: sign + (isGlued ? [0x20] : []),
            summary: isGlued ? "put the blank behind “\(mark)”" : "take the blank before “\(mark)” away") : nil)
    }
  }

  private static let wide = ["。", "、", "，", "；", "！", "？"].map { Bytes($0.utf8) }

  /// Where a blank of ASCII stands between a Han character and a mark that has a width of its own: `关闭 。`.
  private static func wideMarks(in prose: Prose) -> [Range<Int>] {
    let text = prose.text
    return prose.signs.compactMap { at in
      guard text[at] >= 0xE3, at > 3, text[at - 1] == 0x20, wide.contains(where: { text.has($0, at: at) }) else {
        return nil
      }
      let end = text[..<at].lastIndex { $0 != 0x20 } ?? 0
      return text[end] >= 0x80 && endsWord(text, end + 1) ? end + 1..<at + 3 : nil
    }
  }

  /// Where a blank stands between a letter and one of the marks of Arabic: `الميناء ،`.
  private static func arabicMarks(in prose: Prose) -> [Range<Int>] {
    let text = prose.text
    return prose.signs.compactMap { at in
      guard text[at] == 0xD8, at > 2, text[at - 1] == 0x20, arabic.contains(where: { text.has($0, at: at) }) else {
        return nil
      }
      let end = text[..<at].lastIndex { $0 != 0x20 } ?? 0
      return endsWord(text, end + 1) ? end + 1..<at + 2 : nil
    }
  }

  private static let arabic = ["،", "؛", "؟"].map { Bytes($0.utf8) }

  private static func commasAndStops(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") }

  private static func marksSpacedInFrench(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  /// French puts a blank before these marks. Where one has a blank and others have none, it is a slip.
  private static func exceptions(_ all: [Prose]) -> [(Prose, Range<Int>)] {
    let spaced = all.flatMap { prose in
      places(in: prose, of: marksSpacedInFrench, spaced: true).map { (prose, $0) }
    }
    if spaced.isEmpty { return [] }
    let closed = all.reduce(0) { $0 + places(in: $1, of: marksSpacedInFrench, spaced: false).count }
    return closed >= 2 * spaced.count ? spaced : []
  }

  /// Where marks that end a word or a sentence stand, with the word's last letter and the blank, or without.
  private static func places(in prose: Prose, of marks: (UInt8) -> Bool, spaced: Bool) -> [Range<Int>] {
    let text = prose.text
    return prose.signs.compactMap { at -> Range<Int>? in
      guard marks(text[at]), at > 0,
        at + 1 == text.count || text[at + 1].isASCIISpace || isCommaBeforeWord(text, at)
      else { return nil }
      guard spaced else { return endsWord(text, at) ? at - 1..<at + 1 : nil }
      guard text[at - 1].isASCIISpace else { return nil }
      var start = at
      while start > 0, text[start - 1].isASCIISpace { start -= 1 }
      // Dots and marks in a row are an ellipsis, or were meant to be seen.
      guard start > 0, endsWord(text, start), text[start - 1] != UInt8(ascii: ".") else { return nil }
      let next = text[(at + 1)...].first { !$0.isASCIISpace }
      if let next, marks(next) || next == UInt8(ascii: ".") { return nil }
      return start..<at + 1
    }
  }

  /// “asked ,and”: the blank stands on the wrong side. Names of files and programs begin with a full stop, and not with a
  /// comma.
  private static func isCommaBeforeWord(_ text: Bytes, _ at: Int) -> Bool {
    text[at] == UInt8(ascii: ",") && text[at - 1].isASCIISpace && Words.letterLength(text, at + 1) > 0
      && !text[at + 1].isASCIIDigit
  }

  private static func endsWord(_ text: Bytes, _ end: Int) -> Bool {
    let last = text[end - 1]
    return last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: ")")
      || (last >= 0x80 && !text[..<end].suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) && !isNoBreakSpace(text, end))
  }

  /// U+00A0 and U+202F, which are put there on purpose.
  private static func isNoBreakSpace(_ text: Bytes, _ end: Int) -> Bool {
    text[..<end].suffix(2).elementsEqual([0xC2, 0xA0]) || text[..<end].suffix(3).elementsEqual([0xE2, 0x80, 0xAF])
  }
}

extension DiagnosticKind {
  static let blankBeforePunctuation = DiagnosticKind(
    "blank-before-punctuation", .advice,
    "A blank stands before a comma or a full stop, or before another mark that has none elsewhere in the text. French spacing, which is consistent, is passed over."
  )
}
