import Diagnostics
import Text

/// What a text of Franklin says of itself, in lines of a program: `@def title = "Ebb"`, or `title = "Ebb"` between `+++`.
enum FranklinHead {
  /// Whether a line gives a value, with `@def`.
  static func begins(_ bytes: Bytes, _ line: Range<Int>) -> Bool { bytes.has(mark, at: line.lowerBound) }

  /// The line after those that begin a text, each with `@def` and perhaps with blank lines between; `nil` where none does.
  static func end(in bytes: Bytes, lines: [Range<Int>]) -> Int? {
    guard let first = lines.first, begins(bytes, first) else { return nil }
    var end = 0
    var next = 0
    while next < lines.count, begins(bytes, lines[next]) {
      let start = lines[next].lowerBound
      next += 1
      // A long text goes on to the quotation marks that end it.
      while next < lines.count, isOpen(bytes[start..<lines[next - 1].upperBound]) { next += 1 }
      end = next
      while next < lines.count, bytes.isBlank(lines[next]) { next += 1 }
    }
    return end
  }

  private static let mark = Bytes("@def ".utf8)
  private static let longQuote = Bytes("\"\"\"".utf8)

  private static func isOpen(_ statement: ArraySlice<UInt8>) -> Bool {
    var rest = Array(statement)
    var count = 0
    while let found = rest.firstOffset(of: longQuote) {
      count += 1
      rest.removeFirst(found + 3)
    }
    return count % 2 == 1
  }

  /// Whether lines between `+++` are of such a program, and no TOML: a key that only Franklin has is among them.
  static func isIn(_ bytes: Bytes, _ lines: ArraySlice<Range<Int>>) -> Bool {
    lines.contains { line in key(in: bytes, line).map { names.contains(Array($0).string) } ?? false }
  }

  /// The name to which a line gives a value.
  private static func key(in bytes: Bytes, _ line: Range<Int>) -> ArraySlice<UInt8>? {
    let start = line.lowerBound + (bytes.has(mark, at: line.lowerBound) ? mark.count : 0)
    let key = bytes[start..<line.upperBound].prefix {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_")
    }
    let isGiven = bytes[key.endIndex..<line.upperBound].first { $0 != 0x20 } == UInt8(ascii: "=")
    return key.isEmpty || !isGiven ? nil : key
  }

  /// The values in such lines, under the keys that this program has for them.
  static func members(in source: SourceFile, _ range: Range<Int>) -> [WrittenValue.Member] {
    let lines = sourceLines(of: source.bytes, in: range)
    var found: [WrittenValue.Member] = []
    for (index, line) in lines.enumerated() {
      guard let key = key(in: source.bytes, line) else { continue }
      let behind = source.bytes[key.endIndex..<line.upperBound].drop { $0 == 0x20 }
      let name = Array(key).string
      let value = behind.dropFirst().drop { $0 == 0x20 }
      if let written = written(source.bytes, from: value.startIndex, before: lines, index) {
        found.append(
          WrittenValue.Member(key: keys[name] ?? name, keyRange: key.startIndex..<key.endIndex, value: written))
      }
    }
    // What is for feeds gives way to what is for readers.
    if found.contains(where: { $0.key == "published" || $0.key == "date" }) {
      found.removeAll { $0.key == "pubDate" }
    }
    return found
  }

  /// Keys that only Franklin has.
  private static let names: Set<String> = [
    "rss", "rss_description", "rss_pubdate", "rss_title", "mintoclevel", "maxtoclevel", "hascode", "hasmath",
  ]

  private static let keys = ["rss_pubdate": "pubDate", "rss_description": "description", "rss": "summary"]

  /// The value that begins at a place; `nil` for one that only a program works out.
  private static func written(
    _ bytes: Bytes, from start: Int, before lines: [Range<Int>], _ index: Int
  ) -> WrittenValue? {
    let line = start..<lines[index].upperBound
    let last = lines[lines.count - 1].upperBound
    if bytes.has(longQuote, at: start) {
      guard let end = bytes.firstOffset(of: longQuote, from: start + 3), end < last else { return nil }
      return text(Array(bytes[start + 3..<end]), at: start..<end + 3)
    }
    let words = Array(bytes[line]).string.trimmed
    if words.hasPrefix("\"") {
      let body = words.dropFirst()
      guard let end = body.indices.first(where: { body[$0] == "\"" && (body[..<$0].last ?? " ") != "\\" }) else {
        return nil
      }
      return text(Bytes(body[..<end].replacing("\\\"", with: "\"").utf8), at: line)
    }
    if words == "true" || words == "false" {
      return WrittenValue(.scalar(words, meaning: .bool(words == "true")), at: line)
    }
    if words.hasPrefix("["), words.hasSuffix("]") {
      let parts = words.dropFirst().dropLast().split(separator: ",").map { String($0).trimmed }
      guard parts.allSatisfy({ $0.count > 1 && $0.hasPrefix("\"") && $0.hasSuffix("\"") }) else { return nil }
      return WrittenValue(
        .list(parts.map { WrittenValue(text: String($0.dropFirst().dropLast()), at: line) }), at: line)
    }
    return day(words).map { WrittenValue(text: $0, at: line) }
  }

  /// A text, in which elements of HTML may stand: people are links to their pages.
  private static func text(_ written: Bytes, at range: Range<Int>) -> WrittenValue {
    let hasElements = written.firstOffset(of: Bytes("</".utf8)) != nil
    return WrittenValue(text: hasElements ? HTMLWords.of(written) : written.string, at: range)
  }

  /// `Date(2024, 5, 7)`, `DateTime(2024, 5, 7, 12)`.
  private static func day(_ words: String) -> String? {
    guard let open = words.firstIndex(of: "("), ["Date", "DateTime"].contains(words[..<open]), words.hasSuffix(")")
    else { return nil }
    let numbers = words[words.index(after: open)...].dropLast().split(separator: ",").map { String($0).trimmed }
    guard numbers.count >= 3, numbers.prefix(3).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    func digits(_ text: String) -> String { text.utf8.count < 2 ? "0" + text : text }
    return "\(numbers[0])-\(digits(numbers[1]))-\(digits(numbers[2]))"
  }
}
