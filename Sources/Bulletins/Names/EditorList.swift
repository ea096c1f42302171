import Languages
import Text

/// The editors of a masthead with the roles in brackets behind their names.
enum EditorList {
  /// What is wrong with a list of editors: the words, and the text to point at.
  struct Problem: Error, Equatable {
    let message: String
    let culprit: String
    /// The role with both its brackets, as far as it can be told.
    let meant: String
    /// What to write instead.
    var help: String { "write each role in brackets after the name: `\(meant)`" }
  }

  /// Reads everything between the number line and the rule.
  static func read(_ text: String, _ words: NameWords) -> Result<[Contributor], Problem> {
    let text = text.plainLines.withPlainMarks.withoutRaisedMarks
    let label = label(of: text)
    let list = label.map { String(text[text.utf8.index(after: $0.endIndex)...]).trimmed } ?? text
    if let problem = unbalanced(list) { return .failure(problem) }
    let isTurned = list.has(ascii: ";") && !list.has(ascii: "(")
    var editors = NameList.people(list, words, onlyWholeNames: true, mayBeginWithSurnames: isTurned) { bracket in
      bracket.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
        .map { String(Substring($0)).plain }.filter { !$0.isEmpty }
    }
    // `Editor-in-Chief: Halina Brzeska` says what she is.
    if editors.count == 1, editors[0].roles.isEmpty, let label = label.map({ String($0).trimmed }),
      words.chiefEditor.contains(label.lowercased())
    {
      editors[0].roles = [label]
    }
    return .success(editors)
  }

  /// The label with which a text begins, such as `Editors`, without its colon.
  static func label(in text: String) -> String? {
    // Nothing behind the first colon matters, and that is nearly all of the text.
    let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")).map { text.utf8.index(after: $0) }
    let beginning = String(text[..<(colon ?? text.endIndex)]).plain.withPlainMarks
    return label(of: beginning).map { String($0).trimmed }
  }

  /// What follows a label such as `Editors:`; `nil` for a text that begins with none.
  static func labelled(_ text: String) -> String? {
    let text = text.plain.withPlainMarks
    return label(of: text).map { String(text[text.utf8.index(after: $0.endIndex)...]).trimmed }
  }

  private static func label(of text: String) -> Substring? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let label = text[..<colon]
    guard
      !label.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }),
      label.utf8.split(separator: UInt8(ascii: " ")).count <= 4
    else { return nil }
    return label
  }

  private static func unbalanced(_ text: String) -> Problem? {
    if isBalanced(text) { return nil }
    var open: [String.Index] = []
    for index in text.indices {
      if text[index] == "(" { open.append(index) }
      if text[index] == ")", open.popLast() == nil {
        let word = word(at: index, in: text)
        return Problem(
          message: "this bracket closes a role that was never opened", culprit: word, meant: "(" + word)
      }
    }
    return open.last.map { start in
      let role = text[start...].prefix { $0 != "," && $0 != ";" && $0 != "\n" }
      return Problem(
        message: "this role is never closed", culprit: word(at: start, in: text), meant: String(role).trimmed + ")")
    }
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
