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
    let list = withoutLabel(text.plain)
    if let problem = unbalanced(list) { return .failure(problem) }
    return .success(NameList.parts(of: list).compactMap(contributor))
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

  private static func contributor(_ part: String) -> Contributor? {
    var name = part
    var roles: [String] = []
    while let (before, group) = trailingGroup(of: name) {
      if NameList.isSuffix(group) { break }
      let parts = group.utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      roles = parts.map { String(Substring($0)).trimmed }.filter { !$0.isEmpty } + roles
      name = before
    }
    if name.utf8.last == UInt8(ascii: "."), let last = name.split(separator: " ").last, last.count > 2,
      !NameList.isSuffix(String(last))
    {
      name.removeLast()
    }
    return name.isEmpty ? nil : Contributor(name: name, roles: roles)
  }

  /// The bracket group at the end of a text, with what stands before it.
  private static func trailingGroup(of text: String) -> (before: String, group: String)? {
    // Most names have none.
    guard let last = text.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: ".") else { return nil }
    let text = last == UInt8(ascii: ".") ? String(Substring(text.utf8.dropLast())) : text
    guard text.utf8.last == UInt8(ascii: ")") else { return nil }
    var depth = 0
    let bytes = text.utf8
    for index in bytes.indices.reversed() {
      if bytes[index] == UInt8(ascii: ")") { depth += 1 }
      if bytes[index] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 {
        let inside = text[bytes.index(after: index)..<bytes.index(before: bytes.endIndex)]
        return (String(text[..<index]).trimmed, String(inside).trimmed)
      }
    }
    return nil
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
    let start = text[..<index].lastIndex { $0 == " " }.map(text.index(after:)) ?? text.startIndex
    return String(text[start...].prefix { $0 != " " && $0 != "," })
  }
}
