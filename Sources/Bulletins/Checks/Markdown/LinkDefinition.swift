import Diagnostics
import Markdown
import Text

/// A line that defines where links of a name lead: `[tides]: https://example.org/tides`.
struct LinkDefinition {
  let line: Int
  /// What stands between the brackets.
  let name: Range<Int>
  /// The name as Markdown compares it.
  let label: Bytes
  /// Whether what it gives looks like an address.
  let leadsSomewhere: Bool

  /// Those of a text outside of its blocks of code.
  static func all(in source: SourceFile, code: [MarkdownNode]) -> [LinkDefinition] {
    guard source.bytes.firstOffset(of: Bytes("]:".utf8)) != nil else { return [] }
    let codeLines = Set(code.flatMap(\.lines))
    return all(in: source).filter { !codeLines.contains($0.line) }
  }

  private static func all(in source: SourceFile) -> [LinkDefinition] {
    var found: [LinkDefinition] = []
    var at = 0
    while let colon = source.bytes.firstOffset(of: Bytes("]:".utf8), from: at) {
      at = colon + 2
      let line = source.location(colon..<at).line
      let range = source.range(ofLine: line)
      let start = source.bytes[range].prefix { $0 == 0x20 }.endIndex
      guard start - range.lowerBound < 4, start < colon, source.bytes[start] == UInt8(ascii: "["),
        let one = definition(start + 1..<colon, in: source, line), mayBegin(on: line, in: source, behind: found.last)
      else { continue }
      found.append(one)
    }
    return found
  }

  private static func definition(_ name: Range<Int>, in source: SourceFile, _ line: Int) -> LinkDefinition? {
    let written = source.bytes[name]
    guard let first = written.first(where: { !$0.isASCIISpace }), first != UInt8(ascii: "^"),
      !written.contains(where: { "[]".utf8.contains($0) })
    else { return nil }
    let rest = Array(source.bytes[name.upperBound + 2..<source.range(ofLine: line).upperBound]).string.trimmed
    let address = rest.prefix { $0 != " " && $0 != "\t" }
    let title = rest.dropFirst(address.count).drop { $0 == " " || $0 == "\t" }
    let isTitle = [("\"", "\""), ("'", "'"), ("(", ")")].contains { title.hasPrefix($0) && title.hasSuffix($1) }
    // Authors hide notes to themselves so: `[//]: # (a note)`.
    if address.isEmpty || address == "#" || address == "<>" { return nil }
    guard title.isEmpty || isTitle else { return nil }
    return LinkDefinition(
      line: line, name: name, label: label(written),
      leadsSomewhere: address.utf8.contains { "/.:#@{?=".utf8.contains($0) })
  }

  /// Whether a definition may begin on a line: not within a paragraph.
  private static func mayBegin(on line: Int, in source: SourceFile, behind last: LinkDefinition?) -> Bool {
    if line == 1 || last?.line == line - 1 { return true }
    let above = source.bytes[source.range(ofLine: line - 1)].drop { $0 == 0x20 || $0 == 0x09 }
    return above.allSatisfy(\.isASCIISpace) || above.first == UInt8(ascii: "#")
  }

  /// A name as Markdown compares it: in small letters, with one blank between words.
  static func label(_ name: ArraySlice<UInt8>) -> Bytes {
    Bytes(
      Array(name).string.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
  }
}
