import Diagnostics
import Text

/// A title, or the name of a series, whose signs have no blank behind them, so that it is none: `##The Ice at the Quay`.
struct GluedTitle {
  /// The signs.
  let signs: Range<Int>
  private let words: Range<Int>

  /// The title that a line was meant to be; `nil` for other lines.
  init?(at line: Range<Int>, level: Int = 2, in source: SourceFile) {
    // A byte-order mark is no part of the first line.
    let hasMark = line.lowerBound == 0 && source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = source.bytes[line].dropFirst(hasMark ? 3 : 0)
    let signs = text.prefix { $0 == UInt8(ascii: "#") }
    guard signs.count == level, let last = text.lastIndex(where: { !$0.isASCIISpace }), last >= signs.endIndex,
      !text[signs.endIndex].isASCIISpace
    else { return nil }
    self.signs = signs.startIndex..<signs.endIndex
    words = signs.endIndex..<last + 1
  }

  /// What is said in the place of “the issue has no title”.
  func finding(
    _ kind: DiagnosticKind, _ message: String = "without a blank behind its signs, this is no title",
    in source: SourceFile
  ) -> Diagnostic {
    let sign = Array(source.bytes[signs]).string
    return Diagnostic(
      kind, message, at: source.location(signs), help: "write `\(sign) \(Array(source.bytes[words]).string)`",
      mend: source.mend("put a blank behind “\(sign)”", signs.upperBound..<signs.upperBound, " "))
  }
}
