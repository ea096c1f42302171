import Bulletins
import Text

/// Whether a text of another program says a day: in front matter, also in the addresses there, or in its file's path.
struct DayOfText {
  /// Whether it does.
  let isTold: Bool

  /// - Parameter path: The file's path, from the folder of the site on.
  init(_ path: String, _ bytes: Bytes) {
    isTold =
      PublicationDate(inPath: path) != nil || path.pathParts.suffix(2).contains { DayOfText.begins($0) }
      || DayOfText.frontMatter(of: bytes).contains { DayOfText.tells($0) }
  }

  /// Whether a name begins with a day: `2019-03-04-ebb.md`.
  private static func begins(_ name: Substring) -> Bool {
    let digits = name.utf8.prefix(10)
    return digits.count == 10
      && digits.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte.isASCIIDigit
      }
  }

  /// The lines between the first one and one like it; all lines, where nothing is set apart.
  private static func frontMatter(of bytes: Bytes) -> ArraySlice<String> {
    let lines = bytes.prefix(4_000).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Array($0).string.trimmed }
    guard let mark = lines.first, mark == "---" || mark == "+++" else { return lines[...].prefix { !$0.isEmpty } }
    return lines.dropFirst().prefix { $0 != mark }
  }

  /// Whether a line of front matter has a day, or an address with one.
  private static func tells(_ line: String) -> Bool {
    guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
    let value = String(line[line.index(after: sign)...]).trimmed
    switch String(line[..<sign]).trimmed.lowercased() {
    case "date", "publishdate": return !value.isEmpty
    case "path", "url", "aliases":
      // What stands around the first address is no part of a path.
      return value.split { "[]\"', ".contains($0) }.contains { PublicationDate(inPath: String($0)) != nil }
    default: return false
    }
  }
}
