import Diagnostics
import Text

/// Two tildes that were to strike words out, and are printed.
enum StrayTildes {
  /// Whether HTML has some.
  static func mayBe(in html: Bytes) -> Bool { html.firstOffset(of: tildes) != nil }

  static func find(in text: VisibleText) -> [Diagnostic] {
    PrintedSign.all(UInt8(ascii: "~"), in: text).compactMap { signs in
      guard let sign = stray(of: signs),
        let place = text.place(of: tildes, in: sign.piece, at: sign.offset)
      else { return nil }
      return Diagnostic(
        .strayTildes, "these signs strike nothing out, and are printed", at: text.source.location(place),
        help: "write `~~` before the words and behind them: `~~words~~`")
    }
  }

  /// The first that opens, or ends what another run of tildes opened: behind a word alone, they draw it out (`今日は~~`).
  private static func stray(of signs: [PrintedSign]) -> PrintedSign? {
    var isOpen = false
    for sign in signs {
      if sign.count == 2, sign.opens || sign.endsWord && isOpen { return sign }
      isOpen = isOpen || sign.opens
    }
    return nil
  }

  private static let tildes = Bytes("~~".utf8)
}

extension DiagnosticKind {
  static let strayTildes = DiagnosticKind(
    "stray-tildes", .warning,
    "Two tildes are printed as they are: they are never closed, or have a blank on the wrong side. Behind a backslash they are meant to be seen."
  )
}
