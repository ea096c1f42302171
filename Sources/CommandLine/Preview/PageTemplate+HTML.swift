import Templating
import Text

extension PageTemplate {
  /// The HTML that a template of the preview's own makes for one subject; where it fails, what is wrong with it.
  func html(of subject: Subject) -> Bytes {
    var html = Bytes()
    do throws(Failure) {
      try PreviewTemplates.compiled.templates.render(name, context(of: subject), to: &html)
    } catch {
      html = Bytes("<pre>".utf8)
      html.append(escaping: error.diagnostic(in: name).printed.utf8)
      html += Bytes("</pre>\n".utf8)
    }
    return html
  }
}

extension PageTemplate<Void> {
  /// The HTML of a template that reads nothing.
  var html: Bytes { html(of: ()) }
}
