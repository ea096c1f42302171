import Diagnostics
import Text

/// Straight quotation marks, and those that a language would print in their place.
enum StraightQuotes {
  /// Puts printed marks in the place of straight ones on the lines where each can only be what it seems to be: marks come in
  /// pairs, and the blanks around them show which opens and which closes. A line with code, tags or titles of links is
  /// left alone.
  ///
  /// - Parameter marks: The one that opens, and the one that closes.
  static func mend(onLines lines: [Int], with marks: [String], in source: SourceFile) -> Mend? {
    guard marks.count == 2 else { return nil }
    let edits = lines.flatMap { line -> [TextEdit] in
      let range = source.range(ofLine: line)
      let places = range.filter { source.bytes[$0] == UInt8(ascii: "\"") }
      guard places.count.isMultiple(of: 2), !hasOtherMarks(source.bytes[range]) else { return [] }
      let areClear = places.enumerated().allSatisfy { isClear($1, in: source.bytes, isOpening: $0.isMultiple(of: 2)) }
      guard areClear else { return [] }
      return places.enumerated().map { source.edit($1..<$1 + 1, marks[$0 % 2].utf8) }
    }
    return Mend("print the marks of the language", edits, isSafe: false)
  }

  /// Whether a line may have quotation marks that are none to readers.
  private static func hasOtherMarks(_ line: ArraySlice<UInt8>) -> Bool {
    let signs = "`<{&\\|=".utf8
    let isLink = line.firstIndex(of: UInt8(ascii: "]")).map { at in
      line[at...].dropFirst().first.map { "(:[".utf8.contains($0) } ?? false
    }
    return isLink ?? false || line.contains { signs.contains($0) }
  }

  private static func isClear(_ at: Int, in text: Bytes, isOpening: Bool) -> Bool {
    let before = at > 0 ? text[at - 1] : UInt8(ascii: "\n")
    let after = at + 1 < text.count ? text[at + 1] : UInt8(ascii: "\n")
    if isOpening { return (before.isASCIISpace || "([>*_-".utf8.contains(before)) && !after.isASCIISpace }
    return !before.isASCIISpace && (after.isASCIISpace || ".,;:!?)]*_-".utf8.contains(after))
  }
}
