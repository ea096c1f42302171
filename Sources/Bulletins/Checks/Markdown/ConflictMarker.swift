import Diagnostics
import Markdown
import Text

/// The marks that a version control leaves where two people changed one line.
package enum ConflictMarker {
  /// The first such mark from a line on; one alone is what is left where only half of a merge was finished.
  ///
  /// - Parameter code: Where the marks may be shown.
  package static func find(in source: SourceFile, from firstLine: Int, code: [MarkdownNode] = []) -> Diagnostic? {
    let from = source.range(ofLine: firstLine).lowerBound
    // One alone in the place of the second is how mails quote what was quoted.
    let isDivided = source.bytes.firstOffset(of: middle) != nil
    let places = [
      place(of: first, in: source, from: from, code),
      place(of: second, in: source, from: from, code).flatMap { isDivided || isNoMail($0, in: source) ? $0 : nil },
    ].compactMap(\.self)
    return places.min { $0.range.lowerBound < $1.range.lowerBound }.map {
      Diagnostic(
        .conflictMarker, "a merge that nobody finished would be published", at: $0,
        help: "keep one of the two versions, and remove the lines with the marks")
    }
  }

  /// Whether a mark is no quotation of a mail, which has others beside it and words behind it, but the end of a merge with
  /// the name of a branch.
  private static func isNoMail(_ mark: Location, in source: SourceFile) -> Bool {
    let words = source.bytes[source.range(ofLine: mark.line)].dropFirst(second.count).split(separator: 0x20)
    let isQuotation = [mark.line - 1, mark.line + 1].contains { line in
      source.bytes[source.range(ofLine: line)].first == UInt8(ascii: ">")
    }
    return words.count == 1 && !isQuotation
  }

  private static func place(
    of sign: Bytes, in source: SourceFile, from start: Int, _ code: [MarkdownNode]
  ) -> Location? {
    var at = start
    while let found = source.bytes.firstOffset(of: sign[0], from: at) {
      at = found + 1
      guard source.bytes.has(sign, at: found) else { continue }
      at = found + sign.count
      guard found == 0 || source.bytes[found - 1] == 0x0A else { continue }
      let place = source.location(found..<at)
      if !code.contains(where: { $0.lines.contains(place.line) }) { return place }
    }
    return nil
  }

  private static let first = Bytes("<<<<<<< ".utf8)
  private static let middle = Bytes("\n=======".utf8)
  private static let second = Bytes(">>>>>>> ".utf8)
}

extension DiagnosticKind {
  static let conflictMarker = DiagnosticKind(
    "conflict-marker", .error,
    "The text has the marks `<<<<<<<` or `>>>>>>>` of a merge that nobody finished. Keep one of the two versions."
  )
}
