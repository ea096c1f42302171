import TestSupport
import Testing
import Text

@testable import Bulletins

/// Elements of HTML that ask for Markdown.
@Suite("Markdown in elements of HTML")
struct MarkdownElementTests {
  /// What is published, without the ends of lines.
  private func html(_ body: String) -> String {
    (read(issue(body: body)).texts.first?.string ?? "").replacing("\n", with: "")
  }

  @Test(
    "what an element holds that asks for Markdown is Markdown",
    arguments: [
      ("<div markdown=\"1\">\n**Bold** words.\n</div>", "<div><p><strong>Bold</strong> words.</p></div>"),
      (
        "<div class='a' markdown=1>\n3. *b*\n4. c\n</div>\n\nd",
        "<div class=\"a\"><ol start=\"3\"><li><em>b</em></li><li>c</li></ol></div><p>d</p>"
      ),
      (
        "<div markdown>\n|a|\n|-|\n|*b*|\n</div>\n\nc",
        "<tr><td><em>b</em></td></tr></tbody></table></div></div><p>c</p>"
      ),
      ("<p class=\"a\" markdown=\"1\">Words _b_.</p>", "<p class=\"a\">Words <em>b</em>.</p>"),
      (
        "<p markdown=\"span\">\n_b_,\n[c][ice]\n</p>\n\n[ice]: https://a.org/",
        "<p><em>b</em>,<a href=\"https://a.org/\">c</a></p>"
      ),
      ("<div markdown=\"span\">*b*</div>\n\nc", "<div><em>b</em></div><p>c</p>"),
      ("<div markdown=\"block\">*b*\n\nc</div> d", "<div><p><em>b</em></p><p>c</p></div><p>d</p>"),
      (
        "<details markdown=\"1\"><summary>A *b*</summary>\n- c\n- d\n</details>\n\ne",
        "<details><summary>A <em>b</em></summary><ul><li>c</li><li>d</li></ul></details><p>e</p>"
      ),
      (
        "<details markdown=\"1\">\n<summary>A</summary>\n*b*\n</details>",
        "<details><summary>A</summary><p><em>b</em></p></details>"
      ),
      (
        "<div markdown=\"1\">\n - <details markdown=\"1\"><summary>A\n b?</summary>\n   *c*,\n d.\n   </details>\n - e\n</div>\n\nf",
        "<div><ul><li><details><summary>Ab?</summary><em>c</em>,d.</details></li><li>e</li></ul></div><p>f</p>"
      ),
      ("> <div markdown=\"1\">\n> *a*\n> </div>\n\nb", "<blockquote><div><p><em>a</em></p></div></blockquote><p>b</p>"),
      ("1. a\n\n   <div markdown=\"1\">\n   *b*\n   </div>\n", "<div><p><em>b</em></p></div></li>"),
    ])
  func isMarkdown(body: String, expected: String) {
    let html = html(body)
    #expect(html.contains(expected), "\(html)")
    #expect(!html.contains("markdown") && !html.contains("<p></p>") && !html.contains("<h1"), "\(html)")
  }

  @Test(
    "what is code, or asks for none, stays as it is",
    arguments: [
      ("```\n<div markdown=\"1\">\n*a*\n</div>\n```", "&lt;div markdown=&quot;1&quot;&gt;*a*&lt;/div&gt;"),
      ("    <div markdown=\"1\">\n    *a*", "&lt;div markdown=&quot;1&quot;&gt;*a*"),
      ("Say `<p markdown=\"1\">` so.", "<code>&lt;p markdown=&quot;1&quot;&gt;</code>"),
      ("<div markdown=\"0\">\n*a*\n</div>", "<div>*a*</div>"),
      ("<div class=\"a markdown b\">\n*a*\n</div>", "<div class=\"a markdown b\">*a*</div>"),
      ("<div>\n<div markdown=\"1\">\n*a*\n</div>\n</div>", "<div><div>*a*</div></div>"),
      ("<p onclick=\"x\" markdown=\"1\">a</p>", "<p>a</p>"),
    ])
  func stays(body: String, expected: String) {
    let html = html(body)
    #expect(html.contains(expected), "\(html)")
  }
}
