import TestSupport
import Testing
import Text

@testable import Bulletins

/// What is added to Markdown, where a site has it on.
@Suite("What is added to Markdown")
struct ExtensionTests {
  private func html(_ body: String, _ extensions: Set<MarkdownExtension> = MarkdownExtension.usual) -> String {
    var options = ReadingOptions()
    options.extensions = extensions
    return read(issue(body: body), options: options).texts.first?.string ?? ""
  }

  @Test(
    "each sign is written as what it means",
    arguments: [
      (
        "> [!NOTE]\n> Low *water*.",
        "<div class=\"alert alert-note\">\n<p class=\"alert-title\">Note</p>\n<p>Low <em>water</em>.</p>\n</div>"
      ),
      (
        "> [!warning] Ice ahead\n>\n> - One",
        "<div class=\"alert alert-warning\">\n<p class=\"alert-title\">Ice ahead</p>\n<ul>"
      ),
      (
        "Ebb\n: The water *falls*.\n: Twice a day.",
        "<dl>\n<dt>Ebb</dt>\n<dd>The water <em>falls</em>.</dd>\n<dd>Twice a day.</dd>\n</dl>"
      ),
      ("Ebb\nLow water\n: Falls.", "<dl>\n<dt>Ebb</dt>\n<dt>Low water</dt>\n<dd>Falls.</dd>\n</dl>"),
      (
        "[TOC]\n\n### Nets\n\nText.\n\n#### Knots\n\nText.\n\n### Lamps\n\nText.",
        "<nav class=\"contents\">\n<ul>\n<li><a href=\"#nets\">Nets</a><ul>\n<li><a href=\"#knots\">Knots</a></li>\n</ul>\n</li>\n<li><a href=\"#lamps\">Lamps</a></li>\n</ul>\n</nav>"
      ),
    ])
  func meanings(body: String, expected: String) {
    #expect(html(body).onOneLine.contains(expected.onOneLine), "\(html(body))")
  }

  @Test("a text may have its contents above and below, and not so often that its page is of their square")
  func repeatedContents() {
    let whole = "[TOC]\n\n### Nets\n\nText.\n\n[TOC]"
    #expect(html(whole).ranges(of: "<nav").count == 2)
    for mark in ["[TOC]\n\n", "* a\n{:toc}\n\nText.\n\n"] {
      let reading = read(issue(body: "### Nets\n\nText.\n\n" + String(repeating: mark, count: 11)))
      let findings = reading.diagnostics.filter { $0.severity == .error }
      #expect(findings.map(\.kind) == [.tooMuchMarkup], "\(mark)")
      #expect(findings.first?.location?.excerpt == mark.split(separator: "\n").first.map(String.init))
    }
  }

  @Test(
    "what only looks like a sign stays",
    arguments: [
      ("> [!NOTE] and *more*", "<blockquote>"), ("> [!TIDE]\n> Text.", "<blockquote>"), ("At\n:five", "At\n:five"),
      (": alone", "<p>: alone</p>"), ("The [TOC] here", "[TOC] here"), (":tada:", ":tada:"),
      ("```\nEbb\n: a\n```", "<code>Ebb\n: a"),
    ])
  func others(body: String, expected: String) {
    #expect(html(body).contains(expected), "\(html(body))")
  }

  @Test("a site can have each of them off, and names of pictures on")
  func switches() {
    #expect(html("> [!NOTE]\n> Text.", []).contains("<blockquote>"))
    #expect(html("Ebb\n: Falls.", [.alerts]).contains("<p>Ebb\n: Falls.</p>"))
    #expect(html("Done :tada: :nothing: 10:30:15", [.emoji]).contains("<p>Done 🎉 :nothing: 10:30:15</p>"))
  }
}
