import Diagnostics
import Markdown

extension Diagnostic {
  /// That HTML is shown as text, or lacks something.
  static func html(_ refused: RefusedHTML, in source: SourceFile) -> Diagnostic {
    let (message, help): (String, String) =
      switch refused.refusal {
      case .noElement: ("this is no element of HTML", "write `&lt;` for the bracket")
      case .element(let name):
        ("the element `\(name)` is shown as text", "write it as Markdown, or set `raw_html: true` in site.yaml")
      case .handler(let name):
        ("the attribute `\(name)` is not published", "remove it, or set `raw_html: true` in site.yaml")
      case .silent(let name):
        ("the element `\(name)` is not published", "remove it, or set `raw_html: true` in site.yaml")
      case .wordsOnly(let name):
        (
          "of the element `\(name)`, only what it holds is published",
          "remove it, or set `raw_html: true` in site.yaml"
        )
      case .style:
        ("the style of this element is not published", "remove it, or set `raw_html: true` in site.yaml")
      case .frame:
        ("this frame is published as a link", "write a link, or set `raw_html: true` in site.yaml")
      case .unclosed(let name):
        (
          "the element `\(name)` is never closed here, and its tag is shown as text",
          "write `</\(name)>` behind its words"
        )
      case .instruction:
        ("an instruction for another program is shown as text", "remove it, or put it between backticks")
      case .depth: ("HTML that nobody could take apart is shown as text", "let fewer elements stand inside each other")
      }
    return Diagnostic(
      .htmlAsText, message,
      at: source.location(of: refused.text.isEmpty ? "<" : refused.text, onLine: refused.line), help: help)
  }
}

extension DiagnosticKind {
  static let htmlAsText = DiagnosticKind(
    "html-as-text", .warning,
    "HTML that may do more than mark text up, or that is never closed, is shown as text; a program, a style, a drawing and a handler are left out, and a frame with another page becomes a link. Of each element and attribute, only the first place in a file is named, and ten in all. [What passes](editors.md#html) is in the guide. `raw_html: true` in `site.yaml` lets everything through."
  )
}
