import Diagnostics
import Text

/// Marks of words, bold, italic, struck out or code, that readers would see.
enum StrayMarks {
  static func find(in text: VisibleText) -> [Diagnostic] {
    StrayStars.find(in: text) + StrayTildes.find(in: text) + StrayEmphasis.find(in: text)
      + StrayBacktick.find(in: text) + ProductAsEmphasis.find(in: text)
  }

  /// Whether HTML may have such marks; stars are looked for anyhow.
  static func mayBe(in html: Bytes) -> Bool {
    StrayEmphasis.mayBe(in: html) || StrayTildes.mayBe(in: html) || StrayBacktick.mayBe(in: html)
  }

  /// Whether a source has stars that its HTML no longer shows.
  static func mayBe(inSource markdown: Bytes) -> Bool { ProductAsEmphasis.mayBe(in: markdown) }
}
