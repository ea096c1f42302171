import Diagnostics
import Text

/// Stars that were to make words bold, and are printed.
enum StrayStars {
  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var lastLine = 0
    let hasNote = text.pieces.contains { $0.beginsLine && $0.text.has(noteMark, at: 0) }
    for piece in text.pieces where piece.line != lastLine {
      if piece.text.contains(UInt8(ascii: "*")), let uneven = uneven(onLine: piece.line, in: text) {
        lastLine = piece.line
        found.append(uneven)
        continue
      }
      guard let offset = paragraphStart(piece) ?? offset(in: piece.text, hasNote: hasNote),
        let place = text.place(of: stars, in: piece, at: offset)
      else {
        continue
      }
      lastLine = piece.line
      found.append(
        Diagnostic(
          .strayStars, "these stars make nothing bold, and are printed", at: text.source.location(place),
          help: "write two before the words and two behind, with blanks outside of them: `**Words.** More`",
          mend: bold(onLine: piece.line, in: text)))
    }
    return found
  }

  /// Words at the start of a paragraph that end in a stop and have not as many stars before them as behind: `*Ferries.**
  /// None`, `***Ferries.** None`.
  private static func uneven(onLine line: Int, in text: VisibleText) -> Diagnostic? {
    let (range, bytes) = (text.source.range(ofLine: line), text.source.bytes)
    let start = bytes[range].firstIndex { $0 != 0x20 } ?? range.upperBound
    let before = bytes[start..<range.upperBound].prefix { $0 == UInt8(ascii: "*") }
    let words = bytes[before.endIndex..<range.upperBound].prefix(100).prefix { $0 != UInt8(ascii: "*") }
    let behind = bytes[words.endIndex..<range.upperBound].prefix { $0 == UInt8(ascii: "*") }
    guard (1...3).contains(before.count), (1...3).contains(behind.count), before.count != behind.count,
      let first = words.first, !first.isASCIISpace, let last = words.last, ".:?!".utf8.contains(last),
      behind.endIndex == range.upperBound || bytes[behind.endIndex].isASCIISpace,
      !bytes[behind.endIndex..<range.upperBound].contains(UInt8(ascii: "*"))
    else { return nil }
    let meant = stars + words + stars
    return Diagnostic(
      .strayStars, "not as many stars stand before these words as behind them",
      at: text.source.location(start..<behind.endIndex), help: "write two before the words and two behind",
      mend: Mend("write two stars on either side", [text.source.edit(start..<behind.endIndex, meant)], isSafe: true))
  }

  /// Puts the blanks between two pairs of stars outside of them, where these are the only ones of their line.
  private static func bold(onLine line: Int, in text: VisibleText) -> Mend? {
    let (range, bytes) = (text.source.range(ofLine: line), text.source.bytes)
    var places: [Int] = []
    var at = range.lowerBound
    while let star = bytes[at..<range.upperBound].firstIndex(where: { $0 == UInt8(ascii: "*") }) {
      let end = bytes[star..<range.upperBound].firstIndex { $0 != UInt8(ascii: "*") } ?? range.upperBound
      guard end - star == 2, star == range.lowerBound || bytes[star - 1] != UInt8(ascii: "\\") else { return nil }
      places.append(star)
      at = end
    }
    guard places.count == 2, !bytes[range].contains(UInt8(ascii: "`")) else { return nil }
    let words = places[0] + 2..<places[1]
    guard let first = bytes[words].firstIndex(where: { !$0.isASCIISpace }),
      let last = bytes[words].lastIndex(where: { !$0.isASCIISpace }),
      words.count > last + 1 - first, places[0] == range.lowerBound || bytes[places[0] - 1].isASCIISpace
    else { return nil }
    var bold = stars + bytes[first...last] + stars
    let next = places[1] + 2
    if next < range.upperBound, isOfWord(bytes[next]) || bytes[next] >= 0x80 { bold.append(0x20) }
    return Mend(
      "put the stars right beside the words", [text.source.edit(places[0]..<next, bold)], isSafe: true)
  }

  /// Two stars at the start of a line that stand before a blank, as others do behind the words: `** Words. ** More`.
  private static func paragraphStart(_ piece: VisibleText.Piece) -> Int? {
    guard piece.beginsLine, piece.text.has("** ".utf8, at: 0),
      let second = piece.text.firstOffset(of: stars, from: 3), piece.text[3..<second].contains(where: isOfWord),
      !piece.text.has("*".utf8, at: second + 2)
    else { return nil }
    return 0
  }

  /// Two stars beside a word. Three and more stand for letters that nobody is to read, and stars between letters or digits
  /// mean something else.
  ///
  /// - Parameter hasNote: Whether the text has a note of which two stars are the mark.
  private static func offset(in text: Bytes, hasNote: Bool) -> Int? {
    var at = 0
    // Two that stand by themselves, and may have others behind the words.
    var opening: Int?
    while let start = text.firstOffset(of: UInt8(ascii: "*"), from: at) {
      let end = text[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? text.count
      at = end
      guard end - start == 2 else { continue }
      let before = start > 0 ? text[start - 1] : 0x20
      let after = end < text.count ? text[end] : 0x20
      if before.isASCIISpace, after.isASCIISpace {
        if let opening, isWords(text[(opening + 2)..<start]) { return opening }
        opening = start
        continue
      }
      if isOfWord(before) && isOfWord(after) || isSign(before, after) { continue }
      if hasNote, !before.isASCIISpace, after.isASCIISpace { continue }
      // A rank, as hotels have it: `5** hotel`.
      let isAlone = start > 1 && text[start - 2].isASCIISpace && text.firstOffset(of: stars, from: end) == nil
      if before.isASCIIDigit, after.isASCIISpace, isAlone { continue }
      return start
    }
    return nil
  }

  /// Whether two stars stand for themselves: in a pattern of paths, `/**` or `**/x`, in quotation marks, or before the
  /// bracket of a note, `**)`.
  private static func isSign(_ before: UInt8, _ after: UInt8) -> Bool {
    let isQuoted = before == after && (before == UInt8(ascii: "'") || before == UInt8(ascii: "\""))
    let isNote = before.isASCIISpace && after == UInt8(ascii: ")")
    return isQuoted || isNote || before == UInt8(ascii: "/") || after == UInt8(ascii: "/")
  }

  /// Whether words stand between two pairs of stars, and no part of a sum.
  private static func isWords(_ text: ArraySlice<UInt8>) -> Bool {
    func isLetter(_ byte: UInt8?) -> Bool { byte.map { $0.isASCIILetter || $0 >= 0x80 } ?? false }
    return isLetter(text.first { !$0.isASCIISpace }) && isLetter(text.last { !$0.isASCIISpace })
      && text.count(where: isLetter) > 2 && !text.contains { "=+<>/^".utf8.contains($0) }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  private static let stars = Bytes("**".utf8)
  private static let noteMark = Bytes("**)".utf8)
}

extension DiagnosticKind {
  static let strayStars = DiagnosticKind(
    "stray-stars", .warning,
    "Two stars are printed as they are: they are never closed, or have a blank or a letter on the wrong side. A run-in heading that is lost in this way loses its topic, too. Behind a backslash, `\\*`, stars are meant to be seen."
  )
}
