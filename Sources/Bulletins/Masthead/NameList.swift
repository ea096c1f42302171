import Languages
import Text

/// Splitting lists of names, where commas separate people and brackets hold what belongs to one.
enum NameList {
  /// The parts between commas outside brackets; a suffix such as `Jr.` stays with the name before its comma.
  static func parts(of text: String) -> [String] {
    let bytes = text.utf8.span
    var parts: [String] = []
    var depth = 0
    var start = 0
    for at in bytes.indices {
      switch bytes[at] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0:
        append(bytes.extracting(start..<at), to: &parts)
        start = at + 1
      default: break
      }
    }
    append(bytes.extracting(start..<bytes.count), to: &parts)
    return parts
  }

  private static func append(_ part: Span<UInt8>, to parts: inout [String]) {
    var start = 0
    while start < part.count, part[start] == 0x20 { start += 1 }
    let part = part.extracting(start..<part.count).string.trimmed
    guard !part.isEmpty else { return }
    // The suffix may have its own role behind it: `John Ash, Jr. (Editor)`.
    let length = part.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "(") }.count
    if length <= longestSuffix, let name = parts.last,
      isSuffix(String(decoding: part.utf8.prefix(length), as: UTF8.self)),
      (part.utf8.dropFirst(length).first { $0 != 0x20 } ?? UInt8(ascii: "(")) == UInt8(ascii: "(")
    {
      parts[parts.count - 1] = "\(name), \(part)"
    } else {
      parts.append(part)
    }
  }

  /// Whether a word belongs to the name before it: `Jr.`, `III`, `ret.`, `mł.`
  static func isSuffix(_ word: String) -> Bool {
    guard word.utf8.count <= longestSuffix else { return false }
    let word = word.lowercased()
    return suffixes.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }

  /// Splits at the last conjunction, so that `Lena Orzech and Borys Kmita` is two people.
  static func splitAtConjunction(_ part: String) -> [String] {
    let words = part.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard let last = words.lastIndex(where: { AnyLanguage.conjunctions.contains($0) }), last + 1 < words.count else {
      return [part]
    }
    let after = words[(last + 1)...].joined(separator: " ")
    let before = words[..<last].joined(separator: " ")
    return before.isEmpty ? [after] : [before, after]
  }

  private static let suffixes: Set<String> = AnyLanguage.nameSuffixes.union(["ii", "iii", "iv"])
  /// In bytes, with a stop.
  private static let longestSuffix = 1 + (suffixes.map(\.utf8.count).max() ?? 0)
}
