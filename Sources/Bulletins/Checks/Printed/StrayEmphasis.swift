import Diagnostics
import Text

/// Signs that were to make words italic, and are printed, since nothing closes them.
enum StrayEmphasis {
  /// Whether HTML has a sign beside a word, but for stars, which are looked for anyhow.
  static func mayBe(in html: Bytes) -> Bool {
    var at = 0
    while let line = html.firstOffset(of: UInt8(ascii: "_"), from: at) {
      // One of them, or two that were to make words bold.
      at = line + (html.has("__".utf8, at: line) ? 2 : 1)
      if line > 0, at < html.count, html[at].isASCIILetter || html[at] >= 0x80,
        " \n>(".utf8.contains(html[line - 1])
      {
        return true
      }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    // Where there is code, signs are parts of names.
    if text.hasCode { return [] }
    return italic(UInt8(ascii: "*"), in: text) + italic(UInt8(ascii: "_"), in: text) + bold(in: text)
  }

  /// Two lines before words that nothing closes, `The __third boats`; stars that were to make words bold are told elsewhere.
  private static func bold(in text: VisibleText) -> [Diagnostic] {
    PrintedSign.all(UInt8(ascii: "_"), in: text).compactMap { signs in
      guard let first = signs.first, first.count == 2, first.opens || first.beginsBlock,
        Words.letterLength(first.piece.text, first.offset + 2) > 0
      else { return nil }
      return finding(
        first, Bytes("__".utf8), in: text, "these lines make nothing bold, and are printed",
        help: "write two before the words and two behind, with blanks outside of them: `__Words.__ More`")
    }
  }

  private static func italic(_ sign: UInt8, in text: VisibleText) -> [Diagnostic] {
    let blocks = PrintedSign.all(sign, in: text)
    // Marks of notes stand behind words, and the note begins with one.
    let hasMarks = blocks.contains { $0.contains { $0.closes } }
    return blocks.compactMap { signs in
      guard signs.allSatisfy({ $0.count == 1 && ($0.opens || $0.beginsBlock) && !$0.isInside }), signs.count < 3,
        // A list without blanks, which is told as one.
        signs.count == 1 || !signs.allSatisfy({ $0.offset == 0 && $0.piece.beginsLine }),
        let first = signs.first, first.opens, !(first.beginsBlock && hasMarks), isOfWords(first)
      else { return nil }
      return finding(
        first, [sign], in: text, "this opens italics, and nothing closes them",
        help:
          "write `\([sign].string)` behind the last of the words, without a blank before it, or `\\\([sign].string)` here"
      )
    }
  }

  /// Whether words follow a sign, and not the name of a file, of a class of systems (`*BSD`) or of a part of a program.
  private static func isOfWords(_ sign: PrintedSign) -> Bool {
    let rest = sign.piece.text[(sign.offset + 1)...]
    let word = Array(rest.prefix { !$0.isASCIISpace })
    let letters = word.string.filter { !".,;:!?".contains($0) }
    return rest.count > word.count && letters.count > 1
      && letters.dropFirst().allSatisfy { $0.isLetter && !$0.isUppercase || $0 == "-" || $0 == "'" || $0 == "’" }
  }

  private static func finding(
    _ sign: PrintedSign, _ signs: Bytes, in text: VisibleText, _ message: String, help: String
  ) -> Diagnostic? {
    text.exactPlace(of: signs, in: sign.piece, at: sign.offset).map {
      Diagnostic(.strayEmphasis, message, at: text.source.location($0), help: help)
    }
  }

}

extension DiagnosticKind {
  static let strayEmphasis = DiagnosticKind(
    "stray-emphasis", .advice,
    "A `*` or a `_` is printed as it is: it opens italics, and nothing closes them. Marks of notes and names of programs are passed over, and so are texts with code in them. Behind a backslash, `\\*`, such a sign is meant to be seen."
  )
}
