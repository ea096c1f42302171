import TestSupport
import Testing
import Text

@testable import Bulletins

/// Tags of Liquid that stand around words of a text.
@Suite("Liquid around words")
struct LiquidBlockTests {
  private func reading(_ body: String) -> Reading {
    read(
      "---\ntitle: Nets\ndate: 2019-03-04\ndescription: The *mesh*\nfrozen: true\nkind: oar\nhands: [Ole, Aino]\nimage: /ice.png\n---\n\n\(body)\n",
      path: "Content/bulletins/a.md")
  }

  @Test(
    "a condition on what the text says of itself keeps one part, and leaves no trace of the others",
    arguments: [
      ("It is {% if page.frozen %}shut{% else %}open{% endif %}.", "<p>It is shut.</p>"),
      ("It will {% unless page.signed %}not {% endunless %}be.", "<p>It will not be.</p>"),
      (
        "It is {% if page.signed %}a{% elsif page.kind == \"oar\" %}*b*{% else %}c{% endif %}.",
        "<p>It is <em>b</em>.</p>"
      ),
      ("{% if page.signed %}\nOne.\n\nTwo.\n{% endif %}\n\nThree.", "<p>Three.</p>"),
      ("{% if page.frozen %}\nOne.\n\nTwo.\n{% endif %}\n\nThree.", "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>"),
      (
        "A {% case page.kind %}{% when 'net' %}net{% when 'oar', 'keel' %}oar{% else %}x{% endcase %}.", "<p>A oar.</p>"
      ),
      (
        "{% if page.frozen %}{% if page.signed %}a{% else %}b{% endif %}{% endif %}{% if page.signed %}{% if page.kind %}c{% endif %}{% endif %}.",
        "<p>b.</p>"
      ),
      ("{% assign wide = true %}{% if wide %}Wide{% endif %} nets.", "<p>Wide nets.</p>"),
      ("{% if page.hands contains \"Ole\" %}Ole{% endif %} rows.", "<p>Ole rows.</p>"),
      ("- one\n{% if page.signed %}\n- two\n{% endif %}", "<ul>\n<li>one</li>\n</ul>"),
      ("<p>{% if page.signed %}a{% else %}b{% endif %}</p>", "<p>b</p>"),
      ("{% if frozen %}Ice{% endif %} there.", "<p>Ice there.</p>"),
    ])
  func chosen(body: String, expected: String) {
    let reading = reading(body)
    #expect(reading.texts.first?.string == expected + "\n", "\(reading.texts.map(\.string))")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
  }

  @Test(
    "what a loop prints, and what was kept for later, is Markdown",
    arguments: [
      ("{% for hand in page.hands %}\n- *{{ hand }}*\n{% endfor %}", "<li>\n<p><em>Aino</em></p>"),
      (
        "{% capture who %}*Ole* & [Aino](https://a.example.org/){% endcapture %}By {{ who }}.",
        "By <em>Ole</em> &amp; <a"
      ),
      (
        "{% capture at %}https://at.example.org/a_b{% endcapture %}[a]({{ at }})",
        "<a href=\"https://at.example.org/a_b\">"
      ),
      ("{{ page.description }}", "<p>The <em>mesh</em></p>"), ("[a]({{ image | url }})", "<a href=\"/ice.png\">a</a>"),
    ])
  func printed(body: String, expected: String) {
    let reading = reading(body)
    #expect(reading.texts.first?.string.contains(expected) ?? false, "\(reading.texts.map(\.string))")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
  }

  @Test(
    "what asks for something that only its engine knows, or has no end, stays with all its words, and is said",
    arguments: [
      ("{% if jekyll.environment == \"production\" %}One{% else %}two{% endif %}.", "One{% else %}two"),
      ("{% if page.url contains 'nets' %}One{% endif %}.", "One{% endif %}"), ("{% if page.frozen %}One.", "One."),
      ("{% for post in site.posts %}{{ post.title }}{% endfor %}", "{{ post.title }}"),
      ("{% if page.author %}One{% endif %}.", "One{% endif %}"),
      ("{% if page.frozen | odd %}One{% endif %}.", "One{% endif %}"),
      ("{% for hand in page.hands %}{{ strange }}{% endfor %}", "{{ strange }}"), ("One{% endif %}.", "One{% endif %}"),
    ])
  func unknown(body: String, expected: String) {
    let reading = reading(body)
    #expect(reading.texts.first?.string.contains(expected) ?? false, "\(reading.texts.map(\.string))")
    #expect(reading.diagnostics.contains { $0.kind == .foreignTag }, "\(reading.diagnostics.map(\.message))")
  }

  @Test(
    "tags in code are only shown, and take nothing away",
    arguments: [
      "Write `{% if page.signed %}` before it, and `{% endif %}` behind it.",
      "```\n{% if page.signed %}\na\n{% endif %}\n```", "{% raw %}{% if page.signed %}a{% endif %}{% endraw %}",
      "Text.\n\n    {% if page.signed %}\n    a\n    {% endif %}",
    ])
  func shown(body: String) {
    let html = reading(body).texts.first?.string ?? ""
    #expect(html.contains("{% if page.signed %}") && html.contains("{% endif %}"), "\(html)")
  }

  @Test("conditions in each other without end cost no more than their number")
  func many() {
    let body =
      String(repeating: "{% if page.frozen %}", count: 900) + "x" + String(repeating: "{% endif %}", count: 900)
    #expect(reading(body).texts.first?.string == "<p>x</p>\n")
  }
}
