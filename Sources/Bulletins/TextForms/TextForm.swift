import Text

/// What a text is written in, which the ending of its file's name says.
public enum TextForm: Sendable {
  /// Markdown, also that of Quarto, whose programs are shown and not run.
  case markdown
  /// Markdown with components.
  case components
  /// HTML below front matter, as Jekyll and Hugo have it.
  case html

  /// The form of a file; `nil` for one that is no text.
  public init?(ofFile path: String) {
    guard let form = TextForm.endings.first(where: { path.utf8.hasEnding($0.ending) })?.form else { return nil }
    self = form
  }

  /// Whether a file is a text whatever it holds.
  public static func isMarkdown(_ path: String) -> Bool { TextForm(ofFile: path).map { $0 != .html } ?? false }

  /// A text without what belongs to the program around it, every byte in its place, and the texts that its components show;
  /// `nil` for a form without any.
  func markdown(of text: Bytes) -> (markdown: Bytes, imports: [String: String]?) {
    guard self == .components else { return (text, nil) }
    let text = MDXText(text)
    return (text.markdown, text.imports)
  }

  private static let endings: [(ending: String, form: TextForm)] = [
    (".md", .markdown), (".markdown", .markdown), (".mdx", .components), (".qmd", .markdown), (".html", .html),
    (".htm", .html),
  ]
}
