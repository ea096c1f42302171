import Text

/// Splitting lists of names, where commas separate people and brackets hold what belongs to one.
enum NameList {
  /// The parts between commas outside brackets; a suffix such as `Jr.` stays with the name before its comma.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var depth = 0
    let bytes = text.utf8
    var start = bytes.startIndex
    var at = start
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0:
        append(String(text[start..<at]), to: &parts)
        start = bytes.index(after: at)
      default: break
      }
      at = bytes.index(after: at)
    }
    append(String(text[start...]), to: &parts)
    return parts
  }

  private static func append(_ part: String, to parts: inout [String]) {
    let part = part.trimmed
    guard !part.isEmpty else { return }
    // The suffix may have its own role behind it: `John Ash, Jr. (Editor)`.
    let word = part.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "(") }
    let after = part[word.endIndex...].drop { $0 == " " }
    if let name = parts.last, isSuffix(String(part[..<word.endIndex])), after.isEmpty || after.first == "(" {
      parts[parts.count - 1] = "\(name), \(part)"
    } else {
      parts.append(part)
    }
  }

  /// Whether a word belongs to the name before it: `Jr.`, `III`, `ret.`, `mł.`
  static func isSuffix(_ word: String) -> Bool {
    // The longest has four letters, and a stop.
    guard word.utf8.count <= 6 else { return false }
    let word = word.lowercased()
    return suffixes.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
  }

  /// Splits at the last conjunction, so that `Lena Orzech and Borys Kmita` is two people.
  static func splitAtConjunction(_ part: String, in languages: [Language] = Language.all) -> [String] {
    let words = part.split(separator: " ").map(String.init)
    let joining = languages.flatMap(\.conjunctions)
    guard let last = words.lastIndex(where: { joining.contains($0) }), last + 1 < words.count else { return [part] }
    let after = words[(last + 1)...].joined(separator: " ")
    let before = words[..<last].joined(separator: " ")
    return before.isEmpty ? [after] : [before, after]
  }

  private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "ret", "mł", "st"]
}
