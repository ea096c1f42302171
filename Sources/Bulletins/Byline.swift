import Text

/// The line of authors under the title.
enum Byline {
  /// The authors that a text names, split on commas and on a last “and”, “i” or “oraz”.
  static func read(_ text: String) -> [Contributor] {
    var parts = NameList.parts(of: text.plain.replacing(";", with: ","))
    if let last = parts.popLast() { parts += NameList.splitAtConjunction(last) }
    return parts.map { Contributor(name: $0) }
  }

  /// Whether a text can be a list of names and is no sentence of the body.
  static func isPlausible(_ text: String) -> Bool {
    let text = text.plain
    guard !text.isEmpty, let last = text.last, !"!?…:;”\"".contains(last) else { return false }
    let names = read(text)
    return names.allSatisfy { contributor in
      let words = contributor.name.split(separator: " ")
      let plain = words.filter { !NameList.isSuffix(String($0)) && $0.first != "(" }
      guard let first = plain.first, first.first?.isLowercase == false || particles.contains(String(first)) else {
        return false
      }
      // Only an initial or a suffix ends in a full stop.
      let endsSentence = words.last.map { $0.hasSuffix(".") && $0.count > 2 && !NameList.isSuffix(String($0)) } ?? true
      return plain.count <= 7 && !endsSentence
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "da", "di", "du", "la", "le", "el", "al", "bin", "dr", "prof.",
  ]
}
