import Diagnostics
import Languages
import Text
import YAML

/// `Key: value` lines at the top of a file, as MultiMarkdown and Pelican write them; or in a comment of HTML, each behind
/// `.. `, as Nikola does.
enum HeaderLines {
  /// The lines of a comment that begins at `start` and holds nothing but such lines, and the index of the line after it.
  static func comment(
    in bytes: Bytes, lines: [Range<Int>], from start: Int
  ) -> (header: Range<Int>, next: Int)? {
    guard start < lines.count, bytes.has("<!--".utf8, at: lines[start].lowerBound),
      bytes.isBlank(lines[start].lowerBound + 4..<lines[start].upperBound)
    else { return nil }
    var last: Int?
    for at in (start + 1)..<lines.count where !bytes.isBlank(lines[at]) {
      let line = lines[at]
      if bytes.has("-->".utf8, at: line.lowerBound), bytes.isBlank(line.lowerBound + 3..<line.upperBound) {
        return last.map { (lines[start + 1].lowerBound..<lines[$0].upperBound, at + 1) }
      }
      guard bytes.has(mark, at: line.lowerBound), key(in: bytes, line) != nil else { return nil }
      last = at
    }
    return nil
  }

  /// What stands before each key in a comment.
  private static let mark = Bytes(".. ".utf8)

  /// The index of the line after the header that begins at `start`; `nil` when there is none.
  ///
  /// A header begins with a known key, and goes on to the first blank line.
  static func end(in bytes: Bytes, lines: [Range<Int>], from start: Int) -> Int? {
    guard start < lines.count, let first = key(in: bytes, lines[start]),
      Metadata.field(spelled: Array(bytes[first]).string) != nil
    else { return nil }
    return lines[start...].firstIndex { bytes.isBlank($0) } ?? lines.count
  }

  /// Reads the header in a range of a file.
  static func read(
    _ source: SourceFile, _ range: Range<Int>, _ languages: KnownLanguages
  ) -> (metadata: Metadata, diagnostics: [Diagnostic]) {
    var reader = MetadataReader(source: source, origin: .header, languages)
    var diagnostics: [Diagnostic] = []
    var entries: [(key: Range<Int>, value: Range<Int>)] = []
    for line in sourceLines(of: source.bytes, in: range) where !source.bytes.isBlank(line) {
      if source.bytes[line].first?.isASCIISpace == true, let last = entries.indices.last {
        entries[last].value = entries[last].value.lowerBound..<line.upperBound
      } else if let key = key(in: source.bytes, line) {
        entries.append((key, key.upperBound + 1..<line.upperBound))
      } else {
        diagnostics.append(malformed(line, in: source))
      }
    }
    diagnostics += repetitions(of: entries, in: source)
    func text(_ range: Range<Int>) -> String { Array(source.bytes[range]).string.plain }
    for entry in entries { reader.note(text(entry.key), WrittenValue(text: text(entry.value), at: entry.value)) }
    for entry in entries {
      let text = Array(source.bytes[entry.value]).string.plain
      let value = source.bytes[entry.value].firstIndex { !$0.isASCIISpace } ?? entry.value.lowerBound
      reader.read(
        Array(source.bytes[entry.key]).string, WrittenValue(text: text, at: value..<entry.value.upperBound),
        key: entry.key)
    }
    return (reader.metadata, diagnostics + reader.diagnostics)
  }

  /// What is said of keys that stand in a header before, as in front matter.
  private static func repetitions(
    of entries: [(key: Range<Int>, value: Range<Int>)], in source: SourceFile
  ) -> [Diagnostic] {
    var first: [String: (key: Range<Int>, value: Range<Int>)] = [:]
    func text(_ range: Range<Int>) -> String { Array(source.bytes[range]).string.plain }
    return entries.compactMap { entry in
      let name = Metadata.comparedKey(text(entry.key))
      guard let earlier = first[name] else {
        first[name] = entry
        return nil
      }
      return .repetition(
        of: text(entry.key), saysTheSame: text(earlier.value) == text(entry.value), at: source.location(entry.key),
        first: source.location(earlier.key))
    }
  }

  /// A line that is no key with its value: one without its colon, or the text, which begins too early.
  private static func malformed(_ line: Range<Int>, in source: SourceFile) -> Diagnostic {
    let word = source.bytes[line].prefix { $0.isASCIILetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    let value = Array(source.bytes[word.endIndex..<line.upperBound]).string.trimmed
    let isKey = Metadata.field(spelled: Array(word).string) != nil && !value.isEmpty
    return Diagnostic(
      .malformedHeader, "this line of the header is no `Key: value`", at: source.location(line),
      help: isKey
        ? "write `\(Array(word).string): \(value)`" : "put a blank line before it, if the text begins here",
      mend: isKey
        ? Mend("write a colon behind the key", [source.edit(word.endIndex..<word.endIndex, ":".utf8)], isSafe: false)
        : nil)
  }

  private static func key(in bytes: Bytes, _ whole: Range<Int>) -> Range<Int>? {
    let line = bytes.has(mark, at: whole.lowerBound) ? whole.lowerBound + mark.count..<whole.upperBound : whole
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      colon - line.lowerBound <= 40,
      bytes[line.lowerBound].isASCIILetter,
      colon + 1 == line.upperBound || bytes[colon + 1].isASCIISpace
    else { return nil }
    let key = bytes[line.lowerBound..<colon]
    let allowed = key.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x20 }
    return allowed ? line.lowerBound..<colon : nil
  }
}

extension DiagnosticKind {
  static let malformedHeader = DiagnosticKind(
    "malformed-header", .error,
    "The file begins with `Key: value` lines, and each line up to the first blank one must have that form. Put a blank line after the last of them."
  )
}
