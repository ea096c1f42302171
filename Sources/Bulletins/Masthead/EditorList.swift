import Text

/// The editors of a masthead with the roles in brackets behind their names.
enum EditorList {
  /// What is wrong with a list of editors: the words, and the text to point at.
  struct Problem: Error, Equatable {
    let message: String
    let culprit: String
    /// What to do about any such list.
    let help = "write each role in brackets after the name: `Halina Brzeska (Editor-in-Chief)`"
  }

  /// Reads everything between the number line and the rule.
  static func read(_ text: String) -> Result<[Contributor], Problem> {
    let list = withoutLabel(text.plainLines)
    if let problem = unbalanced(list) { return .failure(problem) }
    return .success(
      NameList.people(list, onlyWholeNames: true) { bracket in
        bracket.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
          .map { String(Substring($0)).plain }.filter { !$0.isEmpty }
      })
  }

  /// What follows a label such as `Editors:`; `nil` for a text that begins with none.
  static func labelled(_ text: String) -> String? {
    let text = text.plain
    let list = withoutLabel(text)
    return list == text ? nil : list
  }

  private static func withoutLabel(_ text: String) -> String {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return text }
    let label = text[..<colon].utf8
    guard !label.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }),
      label.split(separator: UInt8(ascii: " ")).count <= 4
    else { return text }
    return String(text[text.utf8.index(after: colon)...]).trimmed
  }

  private static func unbalanced(_ text: String) -> Problem? {
    if isBalanced(text) { return nil }
    var open: [String.Index] = []
    for index in text.indices {
      if text[index] == "(" { open.append(index) }
      if text[index] == ")", open.popLast() == nil {
        return Problem(message: "this bracket closes a role that was never opened", culprit: word(at: index, in: text))
      }
    }
    return open.last.map { Problem(message: "this role is never closed", culprit: word(at: $0, in: text)) }
  }

  private static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static func word(at index: String.Index, in text: String) -> String {
    let start = text[..<index].lastIndex { $0 == " " || $0 == "\n" }.map(text.index(after:)) ?? text.startIndex
    return String(text[start...].prefix { $0 != " " && $0 != "," && $0 != "\n" })
  }
}
