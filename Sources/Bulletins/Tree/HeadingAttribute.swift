import Markdown
import Text

/// `{#id}` behind the words of a heading, with which other programs let an author choose its address; what else they take
/// there, `{#id .class key=value}`, says how it looks, and is none of its words.
enum HeadingAttribute {
  /// Takes it away from a heading; `nil` where there is none, or one that can't be an id.
  static func take(from heading: MarkdownNode) -> String? {
    guard let last = heading.lastChild, last.kind == .text, let found = last.withLiteral({ find(in: $0) }) else {
      return nil
    }
    last.setLiteral(last.withLiteral { $0.extracting(0..<found.start).string })
    return found.id
  }

  /// The id in the braces that end a text, and where the words before them end.
  fileprivate static func find(in text: Span<UInt8>) -> (id: String, start: Int)? {
    guard text.count > 3, text[text.count - 1] == UInt8(ascii: "}") else { return nil }
    var open = text.count - 1
    while open > 0, text[open] != UInt8(ascii: "{") { open -= 1 }
    guard text[open] == UInt8(ascii: "{") else { return nil }
    let parts = text.extracting(open + 1..<text.count - 1).string.split(separator: " ")
    let ids = parts.filter { $0.utf8.first == UInt8(ascii: "#") }.map { String($0.dropFirst()) }
    guard ids.count == 1, isID(ids[0]), parts.allSatisfy(isAttribute) else { return nil }
    var start = open
    while start > 0, text[start - 1].isASCIISpace { start -= 1 }
    return (ids[0], start)
  }

  /// Whether a part of the braces is an id, a class, or a key with its value.
  private static func isAttribute(_ part: Substring) -> Bool {
    switch part.utf8.first {
    case UInt8(ascii: "#"), UInt8(ascii: "."): isID(String(part.dropFirst()))
    default:
      part.firstIndex(of: "=").map { isID(String(part[..<$0])) } ?? false
    }
  }

  /// Whether a text can be an id that addresses name.
  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isOfID)
      && text.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// The text of a heading, as the source has it, without a list of attributes at its end.
  static func withoutList(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: "}"), let open = text.firstRange(of: "{:") else { return text }
    return String(text[..<open.lowerBound]).trimmed
  }

  /// The text of a heading without it.
  static func removed(_ id: String, from text: String) -> String {
    guard let found = find(in: text.utf8.span), found.id == id else { return text }
    return String(Substring(text.utf8.prefix(found.start)))
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension MarkdownNode {
  /// The text of a heading, as the source has it, without the attribute that the heading still has.
  func withoutHeadingAttribute(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: "}"), lastChild?.kind == .text,
      let found = HeadingAttribute.find(in: text.utf8.span)
    else { return HeadingAttribute.withoutList(text) }
    return String(Substring(text.utf8.prefix(found.start)))
  }

  /// Takes the attribute of a heading away; the id that it asks for.
  @discardableResult func takeHeadingAttribute() -> String? { HeadingAttribute.take(from: self) }
}
