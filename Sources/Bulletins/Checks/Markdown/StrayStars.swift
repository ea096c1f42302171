import Diagnostics
import Text

/// Stars that were to make words bold, and are printed.
enum StrayStars {
  static func find(in text: VisibleText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var lastLine = 0
    for piece in text.pieces where piece.line != lastLine {
      guard let offset = offset(in: piece.text), let place = text.place(of: stars, in: piece, at: offset) else {
        continue
      }
      lastLine = piece.line
      found.append(
        Diagnostic(
          .strayStars, "these stars make nothing bold, and are printed", at: text.source.location(place),
          help: "write two before the words and two behind, with blanks outside of them: `**Words.** More`"))
    }
    return found
  }

  /// Two stars beside a word. Three and more stand for letters that nobody is to read, and stars between letters or digits
  /// mean something else.
  private static func offset(in text: Bytes) -> Int? {
    var at = 0
    while let start = text.firstOffset(of: UInt8(ascii: "*"), from: at) {
      let end = text[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? text.count
      at = end
      guard end - start == 2 else { continue }
      let before = start > 0 ? text[start - 1] : 0x20
      let after = end < text.count ? text[end] : 0x20
      if before.isASCIISpace, after.isASCIISpace { continue }
      if isOfWord(before), isOfWord(after) { continue }
      return start
    }
    return nil
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }

  private static let stars = Bytes("**".utf8)
}

extension DiagnosticKind {
  static let strayStars = DiagnosticKind(
    "stray-stars", .warning,
    "Two stars are printed as they are: they are never closed, or have a blank or a letter on the wrong side. A run-in heading that is lost in this way loses its topic, too. Behind a backslash, `\\*`, stars are meant to be seen."
  )
}
