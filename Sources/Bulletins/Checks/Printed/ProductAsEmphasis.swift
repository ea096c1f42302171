import Diagnostics
import Text

/// Stars between numbers, of which Markdown makes italics: `2*3*4`.
enum ProductAsEmphasis {
  /// Whether a source has a star between digits.
  static func mayBe(in markdown: Bytes) -> Bool {
    var at = 0
    while let star = markdown.firstOffset(of: UInt8(ascii: "*"), from: at) {
      at = star + 1
      if isBetweenDigits(star, in: markdown) { return true }
    }
    return false
  }

  static func find(in text: VisibleText) -> [Diagnostic] {
    // A line may have many blocks: the cells of a row.
    var line = 0
    return text.blocks.compactMap { pieces in
      var stars: [Int] = []
      for piece in pieces where piece.line != line && !text.isCode(piece.line) {
        line = piece.line
        stars += text.unescaped(Bytes("*".utf8), in: text.source.range(ofLine: line)).filter {
          isBetweenDigits($0, in: text.source.bytes)
        }
      }
      guard stars.count > 1 else { return nil }
      return Diagnostic(
        .productAsEmphasis, "these stars are not printed: what stands between them is italic",
        at: text.source.location(stars[0]..<stars[0] + 1), help: "write `\\*` or `×` for each of them",
        mend: Mend(
          "put a backslash before each star", stars.map { text.source.edit($0..<$0, "\\".utf8) }, isSafe: false))
    }
  }

  private static func isBetweenDigits(_ star: Int, in bytes: Bytes) -> Bool {
    star > 0 && star + 1 < bytes.count && bytes[star - 1].isASCIIDigit && bytes[star + 1].isASCIIDigit
  }
}

extension DiagnosticKind {
  static let productAsEmphasis = DiagnosticKind(
    "product-as-emphasis", .warning,
    "Stars between numbers, `2*3*4`, make italics of the number between them, and are not printed. Behind a backslash, `2\\*3\\*4`, they are stars; the sign of a product is `×`."
  )
}
