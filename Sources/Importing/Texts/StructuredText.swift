import System
import Text

/// A text in reStructuredText, of which Pandoc makes Markdown: with what it says of itself as front matter.
enum StructuredText {
  /// Whether a file is one by its name.
  static func isOne(_ path: String) -> Bool { path.lowercased().hasSuffix(".rst") }

  /// Writes the text that is made of a file; where Pandoc can't read it, somebody is told.
  ///
  /// - Parameter target: The path of the file in the new site, if it were copied.
  static func take(
    _ path: String, to target: String, of site: OldSite, into content: inout NewContent
  ) throws(EnvironmentError) {
    let head = StructuredTextHead(try site.bytes(path).string)
    let scratch = Scratch()
    defer { scratch.remove() }
    try FileAccess.write(Bytes(head.text.utf8), to: scratch.path + "/text.rst")
    // What Pandoc does not know it leaves out, and says on which line.
    let (printed, status) = try ExternalProgram.result(
      of: "pandoc", ["--from", "rst", "--to", "gfm", "--wrap=none", "--", scratch.path + "/text.rst"],
      on: path, messages: .dropped)
    guard status == 0 else { return content.doubt(path, "Pandoc can't read it; nothing is taken of it") }
    // Pelican's addresses have braces, which Pandoc encodes.
    let markdown = ["static", "filename", "attach"].reduce(printed.string) { text, word in
      text.replacing("%7B\(word)%7D", with: "{\(word)}")
    }
    for name in unknownDirectives(in: head.text) {
      content.doubt(path, "what `.. \(name)::` would show is left out or its words are text: compare")
    }
    var lines: [String] = []
    if let title = head.title, !head.fields.contains(where: { $0.key.lowercased() == "title" }) {
      lines.append("title: \(NewSettings.quoted(title))")
    }
    for (key, value) in head.fields where !value.isEmpty {
      lines.append("\(key.lowercased()): \(written(value, of: key))")
    }
    let front = lines.isEmpty ? "" : "---\n" + lines.map { $0 + "\n" }.joined() + "---\n\n"
    try content.write(text: front + markdown, of: path, to: target.dropLast(4) + ".md")
  }

  /// Lists stand as both programs have them, with commas.
  private static func written(_ value: String, of key: String) -> String {
    guard ["tags", "keywords"].contains(key.lowercased()) else { return NewSettings.quoted(value) }
    let values = value.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    return "[" + values.map { NewSettings.quoted($0) }.joined(separator: ", ") + "]"
  }

  /// The names of directives that Pandoc does not know.
  private static func unknownDirectives(in text: String) -> [String] {
    var found: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.drop { $0 == " " }
      guard words.hasPrefix(".. "), let end = words.dropFirst(3).firstRange(of: "::") else { continue }
      let name = String(words.dropFirst(3)[..<end.lowerBound])
      let isName = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
      if isName, !known.contains(name), !found.contains(name) { found.append(name) }
    }
    return found
  }

  private static let known: Set<String> = [
    "admonition", "attention", "caution", "class", "code", "code-block", "compound", "container", "csv-table", "danger",
    "default-role", "epigraph", "error", "figure", "hint", "highlights", "image", "important", "line-block",
    "list-table", "math", "note", "parsed-literal", "pull-quote", "role", "rubric", "sidebar", "sourcecode", "table",
    "tip", "topic", "warning",
  ]
}
