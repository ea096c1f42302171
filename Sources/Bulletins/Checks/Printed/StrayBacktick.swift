import Diagnostics
import Text

/// A backtick that was to begin program text, and is printed, since no other follows.
enum StrayBacktick {
  /// Whether HTML has one.
  static func mayBe(in html: Bytes) -> Bool { html.firstOffset(of: UInt8(ascii: "`")) != nil }

  static func find(in text: VisibleText) -> [Diagnostic] {
    PrintedSign.all(UInt8(ascii: "`"), in: text).compactMap { signs in
      guard signs.count == 1, let sign = signs.first, sign.count == 1, sign.opens, !isQuotation(sign),
        let place = text.place(of: [UInt8(ascii: "`")], in: sign.piece, at: sign.offset)
      else { return nil }
      return Diagnostic(
        .strayBacktick, "this opens program text, and nothing closes it", at: text.source.location(place),
        help: "write another backtick where it ends, or take this one away")
    }
  }

  /// Whether it is the quotation mark of a typewriter: ` before the words, and ' behind them.
  private static func isQuotation(_ sign: PrintedSign) -> Bool {
    let rest = Array(sign.piece.text[sign.offset...])
    return ["'", "’", "´"].contains { rest.firstOffset(of: Bytes($0.utf8)) != nil }
  }
}

extension DiagnosticKind {
  static let strayBacktick = DiagnosticKind(
    "stray-backtick", .warning,
    "A backtick is printed as it is: it opens program text, and no other closes it. Behind a backslash it is meant to be seen."
  )
}
