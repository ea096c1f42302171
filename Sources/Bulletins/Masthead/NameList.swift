import Languages
import Text

/// Splitting lists of names, where commas separate people and brackets hold what belongs to one.
enum NameList {
  /// The parts between commas outside brackets; a suffix such as `Jr.` stays with the name before its comma.
  static func parts(of text: String, _ words: NameWords) -> [String] {
    let bytes = text.utf8.span
    var parts: [String] = []
    var depth = 0
    var start = 0
    for at in bytes.indices {
      switch bytes[at] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0:
        append(bytes.extracting(start..<at), to: &parts, words)
        start = at + 1
      default: break
      }
    }
    append(bytes.extracting(start..<bytes.count), to: &parts, words)
    return parts
  }

  private static func append(_ part: Span<UInt8>, to parts: inout [String], _ words: NameWords) {
    var start = 0
    while start < part.count, part[start] == 0x20 { start += 1 }
    let part = part.extracting(start..<part.count).string.trimmed
    guard !part.isEmpty else { return }
    // The suffix may have its own role behind it: `John Ash, Jr. (Editor)`.
    let length = part.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "(") }.count
    if length <= words.longestSuffix, let name = parts.last,
      isSuffix(String(decoding: part.utf8.prefix(length), as: UTF8.self), words),
      (part.utf8.dropFirst(length).first { $0 != 0x20 } ?? UInt8(ascii: "(")) == UInt8(ascii: "(")
    {
      parts[parts.count - 1] = "\(name), \(part)"
    } else {
      parts.append(part)
    }
  }

  /// Whether a word belongs to the name before it: `Jr.`, `III`, `ret.`, `mł.`
  static func isSuffix(_ word: String, _ words: NameWords) -> Bool {
    guard word.utf8.count <= words.longestSuffix else { return false }
    let word = word.lowercased()
    return words.suffixes.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }

  /// Splits at the last conjunction, so that `Lena Orzech and Borys Kmita` is two people.
  static func splitAtConjunction(_ part: String, _ words: NameWords) -> [String] {
    let parts = part.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard let last = parts.lastIndex(where: { words.conjunctions.contains($0) }), last + 1 < parts.count else {
      return [part]
    }
    // `José Ortega y Gasset` is one person.
    if last > 1, last + 2 == parts.count, words.withinNames.contains(parts[last]) { return [part] }
    let after = parts[(last + 1)...].joined(separator: " ")
    let before = parts[..<last].joined(separator: " ")
    return before.isEmpty ? [after] : [before, after]
  }
}

extension String {
  /// The text with the commas, colons, brackets and digits that East Asian texts have in a width of their own as ASCII
  /// has them.
  var withPlainMarks: String {
    guard utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x3001: text.append(",")
      case 0xFF01...0xFF5E: text.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
