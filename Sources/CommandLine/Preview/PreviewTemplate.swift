import Templating
import Text

/// A page of the preview's own, or a part of one: its template, and what the template reads.
struct PreviewTemplate<Subject>: Sendable {
  /// The name of its file.
  let name: String
  private let context: RecordType<Subject>

  init(_ name: String, _ variables: [RecordType<Subject>.Field]) {
    self.name = name
    context = RecordType("what \(name) reads", variables)
  }

  /// The variables that the template may read.
  var variables: [Shape.Field] { context.shape.fields }

  /// The HTML for one subject; where the template fails, what is wrong with it.
  func html(of subject: Subject) -> Bytes {
    var html = Bytes()
    do throws(Failure) {
      try PreviewTemplates.compiled.templates.render(name, context.record(of: subject).variables, to: &html)
    } catch {
      html = Bytes("<pre>".utf8)
      html.append(escaping: error.diagnostic(in: name).printed.utf8)
      html += Bytes("</pre>\n".utf8)
    }
    return html
  }
}

extension PreviewTemplate<Void> {
  /// The HTML of a template that reads nothing.
  var html: Bytes { html(of: ()) }
}
