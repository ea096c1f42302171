import Diagnostics
import Text

/// Marks of Markdown that readers would see: each kind of mistake that leaves some.
enum PrintedMarkdown {
  /// What is found in what readers see.
  static func find(in text: VisibleText) -> [Diagnostic] {
    StrayStars.find(in: text) + BrokenLink.find(in: text) + BrokenTable.find(in: text) + BrokenHeading.find(in: text)
      + TypedBullets.find(in: text)
  }

  /// Whether HTML has bytes in it that text seldom has, and that Markdown is made of.
  static func mayBe(in html: Bytes) -> Bool {
    for sign in [UInt8(ascii: "*"), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "{")]
    where html.firstOffset(of: sign) != nil { return true }
    return BrokenHeading.mayBe(in: html) || TypedBullets.mayBe(in: html)
  }
}
