import Diagnostics
import Text

/// A backtick that was to begin program text, and is printed, since no other follows.
enum StrayBacktick {
  /// Whether HTML has one.
  static func mayBe(in html: Bytes) -> Bool { html.firstOffset(of: UInt8(ascii: "`")) != nil }

  static func find(in text: VisibleText) -> [Diagnostic] {
    PrintedSign.all(UInt8(ascii: "`"), in: text).compactMap { signs in
      guard signs.count == 1, let sign = signs.first, sign.count == 1, sign.opens, !isAyin(sign),
        !isQuotation(sign, in: text),
        let place = text.place(of: [UInt8(ascii: "`")], in: sign.piece, at: sign.offset)
      else { return nil }
      return Diagnostic(
        .strayBacktick, "this opens program text, and nothing closes it", at: text.source.location(place),
        help: "write another backtick where it ends, or take this one away")
    }
  }

  /// Whether it is the quotation mark of a typewriter: ` before the words, and ' behind them, perhaps on a later line.
  private static func isQuotation(_ sign: PrintedSign, in text: VisibleText) -> Bool {
    let rest = Array(sign.piece.text[sign.offset...])
    return ends.contains { rest.firstOffset(of: $0) != nil }
      || text.pieces(behind: sign.index).contains { piece in ends.contains { piece.text.firstOffset(of: $0) != nil } }
  }

  /// Whether it is a letter of a name in Arabic: `Abd al-Rahman.
  private static func isAyin(_ sign: PrintedSign) -> Bool {
    let next = sign.piece.text[(sign.offset + 1)...].prefix(4)
    return Array(next).string.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private static let ends = ["'", "’", "´"].map { Bytes($0.utf8) }
}

extension DiagnosticKind {
  static let strayBacktick = DiagnosticKind(
    "stray-backtick", .warning,
    "A backtick is printed as it is: it opens program text, and no other closes it. Behind a backslash it is meant to be seen."
  )
}
