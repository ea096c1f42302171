import Diagnostics
import Text

extension Diagnostic {
  /// What is said of a file among issues of which nothing tells which one it is: that a merge cut its beginning in two, or
  /// else where that should stand.
  static func ofNothing(in source: SourceFile, _ text: Bytes) -> Diagnostic {
    if let half = ConflictMarker.find(in: source, from: 1) { return half }
    let start = text.firstIndex { !$0.isASCIISpace } ?? 0
    let line = start..<(text[start...].firstIndex(of: 0x0A) ?? text.count)
    // Below a blank line, `---` opens nothing.
    let fence = Bytes(text[line]).string.trimmed
    let isLate = start > 0 && (fence == "---" || fence == "+++") && text[..<start] == source.bytes[..<start]
    return Diagnostic(
      .noMetadata, "nothing says which issue this is", at: source.location(line),
      help: isLate
        ? "front matter begins on the very first line: take away what stands before `\(fence)`"
        : "begin the file with the printed masthead, with YAML front matter, or with `Title:` and `Date:` lines")
  }
}

extension DiagnosticKind {
  static let noMetadata = DiagnosticKind(
    "no-metadata", .error,
    "The file has no masthead, no front matter and no `Key: value` header, and no title as first heading with a date in its name, so it can't be told what it is. Begin it with the printed masthead, or move it out of the folder of issues."
  )
}
