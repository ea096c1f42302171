import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Blocks between lines of colons")
struct ColonBlockTests {
  private func html(_ body: String, _ extensions: Set<MarkdownExtension> = MarkdownExtension.usual) -> String {
    var options = ReadingOptions()
    options.extensions = extensions
    return read(issue(body: body), options: options).texts.first?.string ?? ""
  }

  private static func alert(_ kind: String, _ title: String, _ text: String) -> String {
    "<div class=\"alert alert-\(kind)\">\n<p class=\"alert-title\">\(title)</p>\n\(text)\n</div>"
  }

  @Test(
    "those whose names are known are alerts with their titles, in whatever form an engine has them",
    arguments: [
      (":::caution\nIce.\n:::", alert("caution", "Caution", "<p>Ice.</p>")),
      ("::: info Low *water*\n\nIce.\n\n:::", alert("note", "Low water", "<p>Ice.</p>")),
      (":::danger[Keep off]\nIce.\n:::", alert("caution", "Keep off", "<p>Ice.</p>")),
      (":::tip{title=\"Ebb & flow\"}\nIce.\n:::", alert("tip", "Ebb &amp; flow", "<p>Ice.</p>")),
      (":::{warning} Thin\nIce.\n:::", alert("warning", "Thin", "<p>Ice.</p>")),
      ("::: {.callout-important title=\"Thin\"}\nIce.\n:::", alert("important", "Thin", "<p>Ice.</p>")),
      ("::: hint \"Thin\" :::::\nIce.\n::::::::", alert("tip", "Thin", "<p>Ice.</p>")),
      ("Nets.\n:::note\nIce.\n:::\nBoats.", "<p>Nets.</p>\n\(alert("note", "Note", "<p>Ice.</p>"))\n<p>Boats.</p>"),
      (
        "- nets\n\n:::note\n- ice\n:::\nBoats.",
        "</ul>\n\(alert("note", "Note", "<ul>\n<li>ice</li>\n</ul>"))\n<p>Boats.</p>"
      ),
      (
        ":::note\n<b>Ice</b>\n:::\n<div>\n:::tip\nNets.\n:::\n</div>",
        "\(alert("note", "Note", "<p><b>Ice</b></p>"))\n<div>\n\(alert("tip", "Tip", "<p>Nets.</p>"))\n</div>"
      ),
      ("1. Nets.\n\n   :::tip\n   Ice.\n   :::\n", "<p>Nets.</p>\n\(alert("tip", "Tip", "<p>Ice.</p>"))\n</li>"),
      (
        "::::note\n:::tip\nIce.\n:::\nNets.\n::::",
        alert("note", "Note", alert("tip", "Tip", "<p>Ice.</p>") + "\n<p>Nets.</p>")
      ),
      (
        "- a\n\n:::note Out\n:::tip\nIce.\n:::\nNets.\n:::",
        alert("note", "Out", alert("tip", "Tip", "<p>Ice.</p>") + "\n<p>Nets.</p>")
      ),
      (
        "!!! note\n    Ice.\n\n    - nets\n\nBoats.",
        alert("note", "Note", "<p>Ice.</p>\n<ul>\n<li>nets</li>\n</ul>") + "\n<p>Boats.</p>"
      ),
      ("Nets.\n!!! warning inline end \"Thin *ice*\"\n    Ice.", alert("warning", "Thin ice", "<p>Ice.</p>")),
      ("!!! example\n\n    ```\n    a\n    ```", "<p class=\"alert-title\">Example</p>"),
      (
        ":::tip\n- nets\n- ice\n  :::\n\nBoats.",
        alert("tip", "Tip", "<ul>\n<li>nets</li>\n<li>ice</li>\n</ul>") + "\n<p>Boats.</p>"
      ),
      ("??? tip \"Why\"\n    Ice.", "<details>\n<summary>Why</summary>\n<p>Ice.</p>\n</details>"),
      ("::: details Why\nIce.\n:::", "<details>\n<summary>Why</summary>\n<p>Ice.</p>\n</details>"),
      ("::: {.wide #map}\nIce.\n:::", "<div id=\"map\" class=\"wide\">\n<p>Ice.</p>\n</div>"),
    ])
  func known(body: String, expected: String) {
    #expect(html(body).onOneLine.contains(expected.onOneLine), "\(html(body))")
  }

  @Test(
    "what has no meaning here, no end or no text, and code, stays as it was typed",
    arguments: [
      ("::: code-group\nIce.\n:::", "::: code-group"), (":::note\nIce.", ":::note"), (":::note\n:::", ":::note"),
      ("```\n:::note\nIce.\n:::\n```", ":::note\nIce.\n:::"), ("    :::note\n    Ice.\n    :::", ":::note\nIce."),
      ("Nets:::note\nIce.\n:::", "Nets:::note"),
      ("!!! note\nIce.", "!!! note"), ("What!!! note\n    Ice.", "What!!! note"), ("???\n    Ice.", "???"),
      (":::note {% x %}{\nIce.\n:::", ":::"),
    ])
  func others(body: String, expected: String) {
    #expect(html(body).contains(expected) && !html(body).contains("class=\"alert"), "\(html(body))")
  }

  @Test("a site that has alerts off has none of them")
  func off() { #expect(html(":::note\nIce.\n:::", []).contains("<p>:::note\nIce.\n:::</p>")) }

  @Test("a class is said once, as it needs a style sheet of the site")
  func classes() {
    #expect(kinds(issue(body: "::: {.wide}\nIce.\n:::\n\n::: {.far}\nNets.\n:::")) == ["foreign-class:15"])
  }
}
