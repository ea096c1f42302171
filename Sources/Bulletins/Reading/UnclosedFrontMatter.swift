import Diagnostics
import Text

/// Front matter whose second fence is missing, so that it runs on into the text, or to the rule of a masthead.
enum UnclosedFrontMatter {
  /// What to say of front matter that has no end.
  ///
  /// - Parameter range: What stands behind the first fence.
  static func finding(in source: SourceFile, at range: Range<Int>) -> Diagnostic {
    finding(in: source, last: lastLine(of: sourceLines(of: source.bytes, in: range), in: source.bytes))
  }

  /// The same of front matter that can't be read at a place, where it probably should have ended before.
  static func finding(in source: SourceFile, at range: Range<Int>, before mistake: Int) -> Diagnostic? {
    guard let last = lastLine(of: sourceLines(of: source.bytes, in: range), in: source.bytes), last.upperBound < mistake
    else { return nil }
    return finding(in: source, last: last)
  }

  private static func finding(in source: SourceFile, last: Range<Int>?) -> Diagnostic {
    let fence = source.range(ofLine: 1)
    let mark = source.bytes[fence].last { !$0.isASCIISpace } == UInt8(ascii: "+") ? "+++" : "---"
    return Diagnostic(
      .unclosedFrontMatter, "the front matter that begins here never ends", at: source.location(fence),
      notes: last.map { [Diagnostic.Note("this is probably its last line", at: source.location($0))] } ?? [],
      help: "write `\(mark)` on a line of its own after its last line")
  }

  /// The last line of metadata before a blank line, a heading or a mistyped fence that is followed by text.
  private static func lastLine(of lines: [Range<Int>], in bytes: Bytes) -> Range<Int>? {
    var last: Range<Int>?
    var isApart = false
    for line in lines {
      if last != nil, isNearlyFence(line, in: bytes) { return last }
      if bytes.isBlank(line) || bytes[line.lowerBound] == UInt8(ascii: "#") {
        isApart = last != nil
      } else if isMetadata(line, in: bytes) {
        last = line
        isApart = false
      } else {
        return isApart ? last : nil
      }
    }
    return isApart ? last : nil
  }

  /// Whether a line is of hyphens, dashes or pluses, but not of three.
  private static func isNearlyFence(_ line: Range<Int>, in bytes: Bytes) -> Bool {
    let text = Bytes(bytes[line]).string.trimmed
    return !text.isEmpty && text != "-" && text.unicodeScalars.allSatisfy { "-+–—".unicodeScalars.contains($0) }
  }

  /// Whether a line looks like a key with its value, or like something below one.
  private static func isMetadata(_ line: Range<Int>, in bytes: Bytes) -> Bool {
    switch bytes[line.lowerBound] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "["): return line.count > 1 && bytes[line.lowerBound + 1] != UInt8(ascii: "-")
    default:
      let key = bytes[line].prefix(40).prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "=") }
      let blanks = key.count { $0 == 0x20 }
      return key.endIndex < line.upperBound && key.count < 40 && blanks < 2
    }
  }
}

extension DiagnosticKind {
  static let unclosedFrontMatter = DiagnosticKind(
    "unclosed-front-matter", .error,
    "The file begins with `---` or `+++`, but no second line of that kind ends its front matter, or only one that belongs to the text."
  )
}
