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
        : nearly(fence)
          ?? "begin the file with the printed masthead, with YAML front matter, or with `Title:` and `Date:` lines")
  }

  /// What to write in the place of a line that was probably to begin metadata.
  private static func nearly(_ line: String) -> String? {
    let dashes = line.unicodeScalars
    if dashes.count > 1, dashes.allSatisfy({ "-–—".unicodeScalars.contains($0) }) {
      return "front matter stands between two lines of three hyphens: `---`"
    }
    let plain = line.replacing("*", with: "").replacing("_", with: "")
    guard let colon = plain.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(plain[..<colon]).trimmed
    let value = String(plain[plain.utf8.index(after: colon)...]).trimmed
    guard !value.isEmpty, key.utf8.count < 20 else { return nil }
    if Metadata.field(spelled: key) != nil { return "write `\(key): \(value)`" }
    return Metadata.spellings.nearest(to: key, within: key.utf8.count < 8 ? 1 : 2).map {
      "did you mean `\($0.prefix(1).uppercased())\($0.dropFirst()): \(value)`?"
    }
  }
}

extension DiagnosticKind {
  static let noMetadata = DiagnosticKind(
    "no-metadata", .error,
    "The file has no masthead, no front matter and no `Key: value` header, and no title as first heading with a date in its name, so it can't be told what it is. Begin it with the printed masthead, or move it out of the folder of issues."
  )
}
