import Markdown
import Text

/// `{#id}` behind the words of a heading, with which other programs let an author choose its address.
enum HeadingAttribute {
  /// Takes it away from a heading; `nil` where there is none, or one that can't be an id.
  static func take(from heading: MarkdownNode) -> String? {
    guard let last = heading.lastChild, last.kind == .text else { return nil }
    let found: (id: String, start: Int)? = last.withLiteral { text in
      guard text.count > 3, text[text.count - 1] == UInt8(ascii: "}") else { return nil }
      var start = text.count - 1
      while start > 0, isOfID(text[start - 1]) { start -= 1 }
      guard start >= 2, start < text.count - 1, text[start - 1] == UInt8(ascii: "#"),
        text[start - 2] == UInt8(ascii: "{")
      else { return nil }
      let id = text.extracting(start..<text.count - 1).string
      start -= 2
      while start > 0, text[start - 1].isASCIISpace { start -= 1 }
      return (id, start)
    }
    guard let found else { return nil }
    last.setLiteral(last.withLiteral { $0.extracting(0..<found.start).string })
    return found.id
  }

  /// Whether a text can be an id that addresses name.
  static func isID(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isOfID) }

  /// The text of a heading, as the source has it, without a list of attributes at its end.
  static func withoutList(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: "}"), let open = text.firstRange(of: "{:") else { return text }
    return String(text[..<open.lowerBound]).trimmed
  }

  /// The text of a heading without it.
  static func removed(_ id: String, from text: String) -> String {
    let written = "{#\(id)}"
    return text.hasSuffix(written) ? String(text.dropLast(written.count)).trimmed : text
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
