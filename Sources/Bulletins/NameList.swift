import Text

/// Splitting lists of names, where commas separate people and brackets hold what belongs to one.
enum NameList {
  /// The parts between commas outside brackets; a suffix such as `Jr.` stays with the name before its comma.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      if scalar == ",", depth == 0 {
        append(String(part), to: &parts)
        part = String.UnicodeScalarView()
      } else {
        part.append(scalar)
      }
    }
    append(String(part), to: &parts)
    return parts
  }

  private static func append(_ part: String, to parts: inout [String]) {
    let part = part.trimmed
    guard !part.isEmpty else { return }
    // The suffix may have its own role behind it: `John Ash, Jr. (Editor)`.
    let word = part.prefix { $0 != " " && $0 != "(" }
    let after = part.dropFirst(word.count).drop { $0 == " " }
    if let name = parts.last, isSuffix(String(word)), after.isEmpty || after.first == "(" {
      parts[parts.count - 1] = "\(name), \(part)"
    } else {
      parts.append(part)
    }
  }

  /// Whether a word belongs to the name before it: `Jr.`, `III`, `ret.`, `mł.`
  static func isSuffix(_ word: String) -> Bool {
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
