import TestSupport
import Testing
import Text

@testable import Bulletins

/// What kramdown has in braces.
@Suite("Attributes and extensions of kramdown")
struct KramdownTests {
  private func html(_ body: String) -> String {
    read(issue(body: body)).texts.first?.string ?? ""
  }

  @Test(
    "attributes are given to what they stand at, and leave no trace in the text",
    arguments: [
      ("Text.\n{: .lead #first}", "<p id=\"first\" class=\"lead\">\nText.\n</p>"),
      ("{: .lead}\nText.", "<p class=\"lead\">\nText.\n</p>"),
      ("[a](https://a.org/){:target=\"_blank\"}.", "<p><a href=\"https://a.org/\" target=\"_blank\">a</a>.</p>"),
      ("An _ebb_{:.soft}, then.", "<p>An <span class=\"soft\"><em>ebb</em></span>, then.</p>"),
      ("`a`{:.sh}", "<span class=\"sh\"><code>a</code></span>"),
      ("![A net](/net.png){: width=\"80\" onclick=\"x\"}", "<img src=\"/net.png\" alt=\"A net\" width=\"80\" />"),
      ("### Nets\n{: #mesh .x}\n\nText.", "<h3 id=\"mesh\">Nets</h3>"),
      ("### Nets {: #mesh}\n\nText.", "<h3 id=\"mesh\">Nets</h3>"),
      ("Nets\n----\n{: #mesh}\n\nText.", "id=\"mesh\">Nets</h2>"),
      ("- {:.x} one\n- two\n{: .y}\n\nText.", "<div class=\"y\">\n<ul>\n<li> one</li>\n<li>two</li>\n</ul>\n</div>"),
      ("> Words\n{: .q}", "<div class=\"q\">\n<blockquote>"),
      ("{:wide: .note}\n\nText.\n{:wide}", "<p class=\"note\">\nText."),
      ("1. one\n   {: .x}\n2. two", "<ol>\n<li>one\n</li>\n<li>two</li>"),
      (
        "* TOC\n{:toc}\n\n### Nets\n\nText.\n\n### Oars\n{: .no_toc}\n\nText.",
        "<ul>\n<li><a href=\"#nets\">Nets</a></li>\n</ul>"
      ),
      ("One.\n\n{::comment}\nNever *this*.\n{:/comment}\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
      ("One{::comment} never{:/} two.", "<p>One two.</p>"),
      ("{::options parse_block_html=\"true\" /}\n\nText.", "<p>Text.</p>"),
      ("{::nomarkdown}\n<b>x</b>\n{:/}", "<b>x</b>"),
      ("Text.\n{.lead #first}", "<p id=\"first\" class=\"lead\">\nText.\n</p>"),
      ("Text. {.lead}\n\nMore.", "<p class=\"lead\">\nText.\n</p>"),
      ("- one {.x}\n- two", "<li>one</li>\n<li>two</li>"),
      ("## Nets {.wide}\n\nText.", ">Nets</h2>"),
      (
        "[a](https://a.org/){.pill target=\"_blank\"}.",
        "<a href=\"https://a.org/\" class=\"pill\" target=\"_blank\">a</a>."
      ),
      ("![A net](/net.png){width=80 .soft}", "<img src=\"/net.png\" alt=\"A net\""),
      ("{% photo \"ice.png\", \"Ice\" %}{.left .soft}\n\nText.", "alt=\"Ice\" /></figure>\n<p>Text."),
    ])
  func given(body: String, expected: String) {
    let html = html(body)
    #expect(html.contains(expected), "\(html)")
    #expect(!html.contains("{:") && !html.contains("{."), "\(html)")
  }

  @Test(
    "what is code, or no list of attributes, stays",
    arguments: [
      "```\n{: .x}\n```", "Text.\n\n    {: .x}\n    y", "Say `{: .x}` so.", "The tuple {:ok, pid} is there.",
      "Printed as {:?} there.", "Text.\n{: unknown}",
    ])
  func stays(body: String) {
    #expect(html(body).contains("{:"), "\(html(body))")
  }

  @Test(
    "braces that are no list stay, with or without a colon",
    arguments: [
      "A set is {.x} here.", "Say `{.x}` so.", "```{.python}\na\n```\n\nIn {.y} too.", "It goes on {.x}\nhere.",
      "f(x){y=1}",
      "See [words]{.x} there.",
    ])
  func plain(body: String) {
    #expect(html(body).contains("{"), "\(html(body))")
  }

  @Test("an id that a list gives can be linked to, and no other block gets it")
  func ids() {
    let reading = read(issue(body: "Text.\n{: #mesh}\n\nMore.\n{: #mesh}\n\n### Mesh\n\nText."))
    #expect(reading.issue?.lead.text.hasAnchor("mesh") == true)
    #expect(reading.texts.first?.string.ranges(of: "id=\"mesh\"").count == 1)
  }

  @Test("bytes keep their places, so that findings stand where they should")
  func places() {
    #expect(
      kinds(issue(body: "Text.\n{: .x}\n\n[a](){:target=\"_blank\"}")) == ["foreign-class:16", "empty-address:18"])
  }
}
