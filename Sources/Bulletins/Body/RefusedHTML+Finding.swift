import Diagnostics
import Markdown

extension Diagnostic {
  /// That HTML is shown as text, or lacks something: at the first place, which notes the others; `nil` where none is.
  static func html(_ refused: [RefusedHTML], in source: SourceFile) -> Diagnostic? {
    guard let first = refused.first else { return nil }
    func place(_ refused: RefusedHTML) -> Location {
      source.location(of: refused.text.isEmpty ? "<" : refused.text, onLine: refused.line)
    }
    let (message, help) = words(for: first.refusal)
    let notes = refused.dropFirst().map { Note(words(for: $0.refusal).message, at: place($0)) }
    return Diagnostic(.htmlAsText, message, at: place(first), notes: notes, help: help)
  }

  private static func words(for refusal: HarmlessHTML.Refusal) -> (message: String, help: String) {
    switch refusal {
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
  }
}

extension DiagnosticKind {
  static let htmlAsText = DiagnosticKind(
    "html-as-text", .warning,
    "HTML that may do more than mark text up, or that is never closed, is shown as text; a program, a style, a drawing and a handler are left out, and a frame with another page becomes a link. One warning a file stands at the first place, and notes the first of each further element and attribute, ten in all. [What passes](editors.md#html) is in the guide. `raw_html: true` in `site.yaml` lets everything through."
  )
}
