import Markdown
import Text

/// Names in metadata, which an editor or another program may have written as Markdown or HTML.
enum AuthorMarkup {
  /// The text that a reader would see.
  static func plain(_ text: String) -> String {
    // Most names have no mark that could be one of markup.
    guard text.utf8.contains(where: { "*_<[`&\\".utf8.contains($0) }) else { return text }
    let document = MarkdownDocument(
      Bytes(withoutMailAddress(withoutNoteLinks(text)).utf8), options: MarkdownOptions(rawHTML: true))
    let plain = document.root.text.plain
    return plain.isEmpty ? text : plain
  }

  /// The text with the names of notes that it links to, as Obsidian has them: `[[Nora Quist]]`, `[[people/nora|Nora Quist]]`.
  private static func withoutNoteLinks(_ text: String) -> String {
    guard text.contains("[[") else { return text }
    var plain = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      let link = rest[open.upperBound..<close.lowerBound]
      let name = link.split(separator: "|").last ?? link
      plain += rest[..<open.lowerBound] + (name == link ? link.split(separator: "/").last ?? link : name)
      rest = rest[close.upperBound...]
    }
    return plain + rest
  }

  /// The text without a mail address in angle brackets behind a name.
  private static func withoutMailAddress(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: ">"), let start = text.utf8.lastIndex(of: UInt8(ascii: "<")),
      start > text.startIndex, text.utf8[start...].contains(UInt8(ascii: "@"))
    else { return text }
    return String(text[..<start]).trimmed
  }
}
