import Diagnostics
import Text

/// Marks of Markdown that readers would see: each kind of mistake that leaves some.
enum PrintedMarkdown {
  /// What is found in what readers see.
  ///
  /// - Parameter hasNotes: Whether footnotes, or what may be their marks, stand in it.
  static func find(in text: VisibleText, hasNotes: Bool) -> [Diagnostic] {
    (hasNotes ? DanglingNote.find(in: text) : []) + finders.flatMap { $0(text) }
  }

  /// Whether a text may have marks of footnotes that are not there.
  static func mayHaveNotes(in markdown: Bytes) -> Bool { DanglingNote.mayBe(in: markdown) }

  /// Whether a source has bytes that only some marks are made of, and its HTML many for other reasons, or none.
  static func mayBe(inSource markdown: Bytes) -> Bool {
    StrayMarks.mayBe(inSource: markdown) || ForeignMark.mayBe(in: markdown) || WideSigns.mayBe(in: markdown)
  }

  private static let finders: [@Sendable (VisibleText) -> [Diagnostic]] = [
    StrayMarks.find, UnknownEntity.find, BrokenLink.find, BrokenTable.find, BrokenHeading.find, WideSigns.find,
    TypedBullets.find, ForeignMark.find,
  ]

  /// Whether HTML has bytes in it that text seldom has, and that Markdown is made of.
  static func mayBe(in html: Bytes) -> Bool {
    for sign in [UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "{")]
    where html.firstOffset(of: sign) != nil { return true }
    return StrayMarks.mayBe(in: html) || BrokenHeading.mayBe(in: html) || TypedBullets.mayBe(in: html)
      || UnknownEntity.mayBe(in: html) || ForeignTag.mayBeBlock(in: html)
  }
}
