import Diagnostics
import Markdown
import Text

/// The marks that a version control leaves where two people changed one line.
enum ConflictMarker {
  static func find(in source: SourceFile, from firstLine: Int, code: [MarkdownNode]) -> Diagnostic? {
    var at = source.range(ofLine: firstLine).lowerBound
    while let sign = source.bytes.firstOffset(of: UInt8(ascii: "<"), from: at) {
      at = sign + 1
      guard source.bytes.has(start, at: sign) else { continue }
      at = sign + start.count
      guard sign == 0 || source.bytes[sign - 1] == 0x0A, hasMiddleAndEnd(source.bytes, behind: at) else { continue }
      let place = source.location(sign..<at)
      if code.contains(where: { $0.lines.contains(place.line) }) { continue }
      return Diagnostic(
        .conflictMarker, "a merge that nobody finished would be published", at: place,
        help: "keep one of the two versions, and remove the lines with the marks")
    }
    return nil
  }

  private static func hasMiddleAndEnd(_ bytes: Bytes, behind start: Int) -> Bool {
    guard let middle = bytes.firstOffset(of: Bytes("\n=======".utf8), from: start) else { return false }
    return bytes.firstOffset(of: Bytes("\n>>>>>>>".utf8), from: middle) != nil
  }

  private static let start = Bytes("<<<<<<< ".utf8)
}

extension DiagnosticKind {
  static let conflictMarker = DiagnosticKind(
    "conflict-marker", .error,
    "The text has the marks `<<<<<<<`, `=======` and `>>>>>>>` of a merge that nobody finished. Keep one of the two versions."
  )
}
