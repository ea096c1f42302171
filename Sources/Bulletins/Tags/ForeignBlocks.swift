import Text

/// Blocks of another engine that say how the text in them is read, as Markdown says it: `{% highlight swift %}` is a fence,
/// and `{% raw %}` is nothing.
///
/// What is written anew has as many bytes as before, so that every line and nearly every byte keeps its place.
enum ForeignBlocks {
  /// A text with such blocks written as Markdown; nearly all texts have none.
  static func asMarkdown(_ text: Bytes) -> Bytes {
    guard let first = text.firstOffset(of: Bytes("{%".utf8)) else { return text }
    var result = text
    var fence: (line: Range<Int>, name: String, isRaw: Bool)?
    for line in sourceLines(of: text, in: 0..<text.count) where line.upperBound > first || fence != nil {
      guard let tag = Tag(text[line]) else { continue }
      if ["highlight", "code", "codeblock"].contains(tag.name), fence == nil {
        fence = (line, tag.name, false)
      } else if tag.name == "raw" || tag.name == "endraw" || tag.name == "verbatim" || tag.name == "endverbatim" {
        if fence == nil { write("", to: &result, line) }
      } else if let open = fence, tag.name == "end" + open.name {
        let body = text[open.line.upperBound..<line.lowerBound]
        // A fence that the code does not have.
        let mark = Array(body).firstOffset(of: Bytes("```".utf8)) == nil ? "```" : "~~~~~"
        let language = Tag(text[open.line]).map(\.language) ?? ""
        write(mark + language, to: &result, open.line)
        write(mark, to: &result, line)
        fence = nil
      }
    }
    return removingInlineRaw(result)
  }

  private static func write(_ new: String, to text: inout Bytes, _ line: Range<Int>) {
    let bytes = Bytes(new.utf8)
    guard bytes.count <= line.count else { return }
    for (offset, at) in line.enumerated() { text[at] = offset < bytes.count ? bytes[offset] : 0x20 }
  }

  /// `{% raw %}` in a line goes, and the line is filled up behind its end: at its start, blanks would make it code.
  private static func removingInlineRaw(_ text: Bytes) -> Bytes {
    guard text.firstOffset(of: Bytes("raw %}".utf8)) != nil else { return text }
    var result = text
    for line in sourceLines(of: text, in: 0..<text.count) {
      var rest = Array(text[line])
      for tag in ["{% raw %}", "{% endraw %}", "{%raw%}", "{%endraw%}", "{%- raw -%}", "{%- endraw -%}"] {
        let tag = Bytes(tag.utf8)
        while let found = rest.firstOffset(of: tag) { rest.removeSubrange(found..<found + tag.count) }
      }
      guard rest.count < line.count else { continue }
      // Two blanks at the end would break the line.
      rest += Bytes(repeating: 0x09, count: line.count - rest.count)
      result.replaceSubrange(line, with: rest)
    }
    return result
  }

  /// A tag that has a line for itself: `{% highlight swift %}`.
  private struct Tag {
    let name: String
    /// The language of the code: the first word behind the name, or what Hexo names so behind a title.
    let language: String

    init?(_ line: ArraySlice<UInt8>) {
      let words = Array(line).string.trimmed
      guard words.hasPrefix("{%"), words.hasSuffix("%}"), words.utf8.count >= 4 else { return nil }
      let inner = words.dropFirst(2).dropLast(2)
      guard !inner.contains("%}") else { return nil }
      let parts = inner.split { $0 == " " || $0 == "\t" }.filter { $0 != "-" }
      guard let first = parts.first else { return nil }
      name = String(first)
      if name == "codeblock" {
        language = parts.first { $0.hasPrefix("lang:") }.map { String($0.dropFirst("lang:".count)) } ?? ""
      } else {
        language = parts.count > 1 ? String(parts[1]) : ""
      }
    }
  }
}
