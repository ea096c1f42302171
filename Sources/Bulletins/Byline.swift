import Text

/// The line of authors under the title.
enum Byline {
  /// The authors that a text names, split on commas and on a last “and”, “i” or “oraz”.
  static func read(_ text: String) -> [Contributor] {
    var parts = NameList.parts(of: text.plain.replacing(";", with: ","))
    if let last = parts.popLast() {
      var names = NameList.splitAtConjunction(last)
      // `C D, Jr. and E F`: the suffix belongs to the name before its comma.
      if names.count > 1, NameList.isSuffix(names[0]), let before = parts.popLast() {
        names[0] = "\(before), \(names[0])"
      }
      parts += names
    }
    return parts.map { Contributor(name: $0) }
  }

  /// Whether a text can be a list of names and is no sentence of the body.
  static func isPlausible(_ text: String) -> Bool {
    let text = text.plain
    guard let last = text.last, !"!?…:;”\"".contains(last) else { return false }
    let names = read(text).map { $0.name.split(separator: " ") }
    let words = names.reduce(0) { $0 + $1.count }
    guard names.allSatisfy({ $0.count <= 8 }), let lastWord = names.last?.last else { return false }
    // A long text that ends in a full stop is a sentence, unless the stop is an initial's or a title's.
    let endsSentence = lastWord.hasSuffix(".") && lastWord.count > 3 && !lastWord.dropLast().contains(".")
    let beginsInLowerCase = text.first?.isLowercase == true && (names.first?.count ?? 0) > 4
    return words <= 5 || !((endsSentence && !NameList.isSuffix(String(lastWord))) || beginsInLowerCase)
  }
}
