import TestSupport
import Testing
import Text

@testable import Markdown

@Suite("HTML in Markdown")
struct HTMLTests {
  private func html(_ markdown: String) -> String { MarkdownDocument(Bytes(markdown.utf8)).html().string }

  @Test(
    "what marks text up passes",
    arguments: [
      ("<small>a *b*</small>", "<p><small>a <em>b</em></small></p>\n"),
      ("H<sub>2</sub>O<br>x", "<p>H<sub>2</sub>O<br />x</p>\n"),
      (
        "<details><summary>More</summary>\n\n*a*\n\n</details>",
        "<details><summary>More</summary>\n<p><em>a</em></p>\n</details>\n"
      ),
      ("<td align=center>a</td>", "a\n"), ("<a id=\"x\"/>a", "<p><a id=\"x\"></a>a</p>\n"),
      ("<a name=x>a", "<p><a name=\"x\"></a>a</p>\n"), ("<h1>A</h1>", "<h2>A</h2>\n"),
      ("<p style=\"text-align: center\">a</p>", "<p style=\"text-align: center\">a</p>\n"),
      ("<b itemprop=x data-a=1 class=c>a</b>", "<p><b data-a=\"1\" class=\"c\">a</b></p>\n"),
      ("<b>a <i>b</b> c</i>", "<p><b>a <i>b</i></b><i> c</i></p>\n"), ("a <!-- b --> c", "<p>a  c</p>\n"),
    ])
  func passes(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
    #expect(MarkdownDocument(Bytes(markdown.utf8)).refusedHTML.isEmpty)
  }

  @Test(
    "what loads or changes the page is text, and so is a program that never ends",
    arguments: [
      "<script>x</script>", "a <script>x</script>", "a <script>x", "<iframe src=\"x\"></iframe>",
      "<form><input></form>",
      "<object data=x></object>", "<math></math>", "<?php x ?>", "<!DOCTYPE html>", "<frameset onload=x>",
      "<body onload=x>", "<template>x</template>", "<noscript><p title=\"</noscript>\">",
    ])
  func refused(markdown: String) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    let html = document.html().string
    #expect(!document.refusedHTML.isEmpty, "\(html)")
    let names = html.matches(of: /<\/?([a-z]+)/).map(\.1)
    #expect(Set(names).isSubset(of: ["p", "pre", "code"]), "\(html)")
  }

  @Test(
    "what shows readers no words is left out, and so is what runs when they click, which is said",
    arguments: [
      ("<script src=x></script>", "\n", HarmlessHTML.Refusal.silent("script")),
      ("<style>p{}</style>", "\n", .silent("style")),
      ("a <script src=x></script> b", "<p>a  b</p>\n", .silent("script")),
      ("<div>a<script src=x></script></div>", "<div>a</div>\n", .silent("script")),
      ("<svg onload=x></svg>", "<p></p>\n", .silent("svg")), ("<base href=x>", "\n", .silent("base")),
      ("a <meta charset=x> b", "<p>a  b</p>\n", .silent("meta")),
      ("<link rel=stylesheet href=x>", "\n", .silent("link")),
      ("<p>a<svg><a href=\"javascript:x\">b</a></svg></p>", "<p>a</p>\n", .silent("svg")),
      ("<p onclick=\"x\">a</p>", "<p>a</p>\n", .handler("onclick")),
      ("a <b ONCLICK=x>b</b>", "<p>a <b>b</b></p>\n", .handler("onclick")),
      ("<b\nonmouseover=x>y</b>", "<p><b>y</b></p>\n", .handler("onmouseover")),
    ])
  func leftOut(markdown: String, expected: String, refusal: HarmlessHTML.Refusal) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    #expect(document.html().string == expected)
    #expect(document.refusedHTML.first?.refusal == refusal)
  }

  @Test(
    "in a block of HTML, the tags of what does not pass are text, and the rest of it passes",
    arguments: [
      ("<p>To <listname>@a, <b>b</b></p>", "<p>To &lt;listname&gt;@a, <b>b</b></p>\n", []),
      (
        "<p>See <https://a.example.org/b/>, <b>b</b></p>", "<p>See &lt;https://a.example.org/b/&gt;, <b>b</b></p>\n", []
      ),
      (
        "<figure>\n<img src=\"a.png\">\n<figurecaption>A</figurecaption>\n</figure>",
        "<figure>\n<img src=\"a.png\" />\n&lt;figurecaption&gt;A&lt;/figurecaption&gt;\n</figure>\n",
        [.element("figurecaption")]
      ),
      (
        "<p><button onclick=\"x\">A</button> <a href=\"b\">c</a></p>",
        "<p>&lt;button onclick=&quot;x&quot;&gt;A&lt;/button&gt; <a href=\"b\">c</a></p>\n", [.element("button")]
      ),
      (
        "<p>a<textarea><b onclick=x></textarea><i>c</i></p>",
        "<p>a&lt;textarea&gt;&lt;b onclick=x&gt;&lt;/textarea&gt;<i>c</i></p>\n", [.element("textarea")]
      ),
      ("<p>a<title>b</p>\n\nc", "<p>a&lt;title&gt;b</p>\n<p>c</p>\n", [.element("title")]),
      (
        "<p>a</p>\n<script>\nif (1 < 2) { x(); }\n</script>\n<form>b</form>",
        "<p>a</p>\n\n&lt;form&gt;b&lt;/form&gt;\n", [.silent("script"), .element("form")]
      ),
      ("<p>a</p>\n<script>\nx();\n\ny", "<p>a</p>\n&lt;script&gt;\nx();\n<p>y</p>\n", [.unclosed("script")]),
      ("<p>a</p>\n<style>\n\nb", "<p>a</p>\n&lt;style&gt;\n<p>b</p>\n", [.unclosed("style")]),
    ] as [(String, String, [HarmlessHTML.Refusal])])
  func tagsAsText(markdown: String, expected: String, refusals: [HarmlessHTML.Refusal]) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    #expect(document.html().string == expected)
    #expect(document.refusedHTML.map(\.refusal) == refusals)
  }

  @Test(
    "what began before a paragraph ends where its end tag stands",
    arguments: [
      (
        "<blockquote>A.\n\nB.</blockquote>\n\nC.",
        "<blockquote>A.\n<p>B.</p>\n</blockquote>\n<p>C.</p>\n"
      ),
      ("<div>A.\n\nB.</div> C.", "<div>A.\n<p>B.</p>\n</div>\n<p>C.</p>\n"),
      (
        "<div><center>A.\n\n*B*</center></div>\nC.\n\nD.",
        "<div><center>A.\n<p><em>B</em></p>\n</center>\n</div>\n<p>C.</p>\n<p>D.</p>\n"
      ),
      ("<div>A.\n\n**B.</div>** C.", "<div>A.\n<p><strong>B.</strong> C.</p>\n</div>\n"),
      ("<div>A.\n\n## B</div>\n\nC.", "<div>A.\n<h2>B</h2>\n</div>\n<p>C.</p>\n"),
      ("<div><b>A.\n\nB.</b></div>\n\nC.", "<div><b>A.\n</b><p><b>B.</b></p>\n</div>\n<p>C.</p>\n"),
      ("<p>A.\n\nB.</p>\n\nC.", "<p>A.\n</p><p>B.</p>\n<p>C.</p>\n"),
      (
        "<div>A.\n\n|a|\n|-|\n|b</div>|",
        "<div>A.\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n</div>"
      ),
    ])
  func endsInParagraphs(markdown: String, expected: String) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    #expect(document.html().string == expected)
    #expect(document.refusedHTML.isEmpty)
  }

  @Test(
    "an end tag that ends no words is left out, but one of a block or of what is text is text",
    arguments: [
      ("A.</span> B.", "<p>A. B.</p>\n"), ("A </ul> b", "<p>A &lt;/ul&gt; b</p>\n"),
      ("A</a> b</p> c</b>", "<p>A b c</p>\n"),
      ("A.\n\n</p>\n\nB.", "<p>A.</p>\n\n<p>B.</p>\n"), ("A <p>b</p> c</p>", "<p>A </p><p>b</p> c\n"),
      ("A</form></name>", "<p>A&lt;/form&gt;&lt;/name&gt;</p>\n"),
      ("A {{</figure>}}", "<p>A {{&lt;/figure&gt;}}</p>\n"), ("a</br>b", "<p>a<br />b</p>\n"),
    ])
  func strayEndTags(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(
    "what is there for those who run no programs is published, and so is the picture of which others are forms",
    arguments: [
      ("<div>\n<noscript><b>a</b></noscript>\n</div>", "<div>\n<b>a</b>\n</div>\n"),
      (
        "<PICTURE>\n<source srcset=\"a.webp\">\n<img src=\"a.png\">\n</PICTURE>",
        "\n\n<img src=\"a.png\" />\n\n"
      ),
      (
        "a <picture><source srcset=\"a.webp\"><img src=\"a.png\"></picture> <noscript>b</noscript>",
        "<p>a <img src=\"a.png\" /> b</p>\n"
      ),
    ])
  func lookedThrough(markdown: String, expected: String) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    #expect(document.html().string == expected)
    #expect(document.refusedHTML.isEmpty)
  }

  @Test("of each element and attribute, the first place is remembered, and ten in all")
  func firstPlaces() {
    let text = "<b onclick=x>a</b> <b onclick=y>a</b>\n\n<style>p{}</style>\n\n<form>a</form>\n\n<form>a</form>"
    let refused = MarkdownDocument(Bytes(text.utf8)).refusedHTML
    #expect(refused.map(\.refusal) == [.handler("onclick"), .silent("style"), .element("form")])
    #expect(refused.map(\.line) == [1, 3, 5])
    let many = (1...50).map { "<b on\($0)=x>a</b> " }.joined()
    #expect(MarkdownDocument(Bytes(many.utf8)).refusedHTML.count == 10)
  }

  @Test(
    "a text of HTML is one block at its own lines, in which signs of Markdown are what they are",
    arguments: [
      ("\n\n<p>a *b*</p>\n\n    <p>c ?> d</p>\n", "<p>a *b*</p>\n\n    <p>c ?&gt; d</p>\n", nil),
      ("<div>a <form>b</form></div><p>c</p>", "<div>a b</div><p>c</p>\n", HarmlessHTML.Refusal.wordsOnly("form")),
      ("\n  \n", "", nil), ("1. a\n\n# b", "1. a\n\n# b\n", nil),
      ("<p>a</p>\n<script>\n\nx</script>", "<p>a</p>\n\n", .silent("script")),
    ] as [(String, String, HarmlessHTML.Refusal?)])
  func wholeText(text: String, expected: String, refusal: HarmlessHTML.Refusal?) {
    let document = MarkdownDocument(html: Bytes(text.utf8))
    #expect(document.html().string == expected)
    #expect(document.refusedHTML.first?.refusal == refusal)
    let start = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
      !$0.allSatisfy(\.isWhitespace)
    }
    if let start { #expect(document.root.firstChild?.lines.lowerBound == start + 1) }
  }

  @Test(
    "a style goes and its element stays, and a frame with a page of the web becomes a link, which is said",
    arguments: [
      ("<div style=\"position:fixed\">a</div>", "<div>a</div>\n", HarmlessHTML.Refusal.style),
      ("a <b STYLE='color:red'>b</b>", "<p>a <b>b</b></p>\n", .style),
      (
        "<iframe src=\"https://film.example.org/?a=1&amp;b=2\" onload=x title=\"Pier\"></iframe>",
        "<a href=\"https://film.example.org/?a=1&amp;b=2\">Pier</a>", .frame
      ),
      (
        "<div><iframe src=\"https://film.example.org/?a=1&amp;b=2\" title=\"Pier\"><p>old</p></iframe></div>",
        "<div><a href=\"https://film.example.org/?a=1&amp;b=2\">Pier</a></div>\n", .frame
      ),
      (
        "See <iframe src='//film.example.org/7'></iframe>.",
        "<p>See <a href=\"//film.example.org/7\">//film.example.org/7</a>.</p>\n", .frame
      ),
      ("<iframe src=\"javascript:x\"></iframe>", "<pre class=\"raw-html\">", .element("iframe")),
    ])
  func left(markdown: String, expected: String, refusal: HarmlessHTML.Refusal) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    #expect(document.html().string.hasPrefix(expected), "\(document.html().string)")
    #expect(document.refusedHTML.first?.refusal == refusal)
  }

  @Test(
    "a frame that is not closed takes nothing with it that stands behind it",
    arguments: [
      ("<iframe src=\"https://a.example.org/x\" />\n\nOne.\n\nTwo.", HarmlessHTML.Refusal.frame),
      (
        "<IFRAME title='a > b' src='https://a.example.org/x'/><p>One.</p>\n<iframe src=//b.example.org/ />\n\nTwo.",
        .frame
      ),
      ("<div><iframe src=\"https://a.example.org/x\"></div>\n\nOne.\n\nTwo.", .unclosed("iframe")),
      ("<div>\n<p>One.</p>\n<iframe src=\"https://a.example.org/x\">\n</div>\n\nTwo.", .unclosed("iframe")),
      ("<iframe src=\"https://a.example.org/x\">\n\nOne.\n\nTwo.", .unclosed("iframe")),
      ("<iframe src=\"https://a.example.org/x\">\n\n</iframe>\n\nOne.\n\nTwo.", .frame),
      ("> <iframe src=\"https://a.example.org/x\" />\n>\n> One.\n\nTwo.", .frame),
      ("> <div><iframe src=\"https://a.example.org/x\"></div>\n\nOne.\n\nTwo.", .unclosed("iframe")),
      ("- <iframe src=\"https://a.example.org/x\">\n- One.\n\nTwo.", .unclosed("iframe")),
      ("One, see <iframe src=\"https://a.example.org/x\" />.\n\nTwo.", .frame),
      ("One, see <iframe src=\"https://a.example.org/x\">.\n\nTwo.", .unclosed("iframe")),
    ])
  func unclosedFrames(markdown: String, refusal: HarmlessHTML.Refusal) {
    let document = MarkdownDocument(Bytes(markdown.utf8))
    let html = document.html().string
    #expect(html.contains("One") && html.contains("<p>Two.</p>") && html.contains("a.example.org/x"), "\(html)")
    #expect(!html.contains("<iframe"))
    #expect(document.refusedHTML.first?.refusal == refusal)
  }

  @Test("a frame in a link is no link in it, but what it is called")
  func framesInLinks() {
    let frame = "<iframe src=\"https://a.example.org/x\" title=\"Pier &amp; ice\"></iframe>"
    #expect(html("<p><a href=\"b.html\">\(frame)</a></p>") == "<p><a href=\"b.html\">Pier &amp; ice</a></p>\n")
    #expect(html("[See \(frame)](b.html)") == "<p><a href=\"b.html\">See Pier &amp; ice</a></p>\n")
    #expect(
      html("[a](b.html) \(frame)")
        == "<p><a href=\"b.html\">a</a> <a href=\"https://a.example.org/x\">Pier &amp; ice</a></p>\n")
  }

  @Test(
    "no text closes what it did not open, or leaves open what others close",
    arguments: [
      "</div></main></body>", "a </p></div> b", "<div>\n\na", "<b>\n\na\n\nb", "<table><tr><td>a\n\nb",
      "</section>\n\n# A",
      "<p>a<p>b", "<ul><li>a\n\n- b", "<a href=x>a\n\nb", "<small>\n\na", "a <em>b **c</em> d**",
      "<details>\n\n> a\n\n</details>",
    ])
  func balanced(markdown: String) {
    let html = html(markdown)
    var open: [Substring] = []
    for tag in html.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
      if tag.1 == "/" {
        #expect(open.popLast() == tag.2, "\(html)")
      } else if tag.3.isEmpty {
        open.append(tag.2)
      }
    }
    #expect(open.isEmpty, "\(html)")
  }

  @Test("no address in HTML runs a program")
  func addresses() {
    for address in ["javascript:x", "JaVaScRiPt:x", "java&#9;script:x", "&#1;javascript:x", "data:text/html,x"] {
      #expect(html("<a href=\"\(address)\">a</a>") == "<p><a>a</a></p>\n")
      #expect(html("b <img src='\(address)' alt=a>") == "<p>b <img alt=\"a\" /></p>\n")
    }
  }

  @Test("HTML without end is text, and does no harm")
  func depth() {
    for text in ["<div>", "<b>", "<p><b>", "<table><tr><td>", "<a href=x><b id=1>", "<font>\n\n"] {
      let many = String(repeating: text, count: 40_000)
      _ = MarkdownDocument(Bytes(many.utf8)).html()
      let lines = String(repeating: text + "\n\n", count: 4_000)
      #expect(MarkdownDocument(Bytes(lines.utf8)).html().count < 4_000_000)
    }
  }

  @Test(
    "elements whose end tag may be left out close each other in their places alone, and elsewhere go no deeper than others",
    arguments: [
      "<rt>", "<rp>", "<ruby><rt><rp>", "<ruby></p><rt></ruby>", "<li><dd>", "<dt><li>", "<p><rt>",
      "<span><li></span></li>", "<rt>a\n\n", "<li>a\n\nb <dd>c\n\n", "<b><li></b>",
    ])
  func leftOutEnds(unit: String) {
    let document = MarkdownDocument(Bytes(("a " + String(repeating: unit, count: 2_000)).utf8))
    #expect(deepest(document.html()) < 700)
  }

  @Test("end tags of nothing make no room for more that is open")
  func endsOfNothing() {
    for end in ["</span>", "<!-- --!></li></dd><!-- -->", "<b title=\"</li></dd>\"></b>", "<svg><p></svg></li></dd>"] {
      let block = String(repeating: "<li><dd>", count: 40) + String(repeating: end, count: 80) + "\n\n"
      #expect(deepest(MarkdownDocument(Bytes(String(repeating: block, count: 200).utf8)).html()) < 700)
    }
  }

  @Test("what many texts for readers have of them is none too deep")
  func ordinaryNesting() {
    let ruby = "a <ruby>漢<rp>(<rt>kan<rp>)</ruby> <ruby>字<rt>ji</rt></ruby>\n\n"
    for unit in [ruby, "b <br> c <b>d <i>e</i></b>\n\n", "<table><tr><td>a<td>b<tr><td>c</table>\n\n"] {
      let document = MarkdownDocument(Bytes(String(repeating: unit, count: 2_000).utf8))
      #expect(unit.hasPrefix("<") || document.refusedHTML.isEmpty)
      #expect(!document.html().isEmpty)
    }
  }

  /// How many elements are open at most, by the tags of what was written.
  private func deepest(_ html: Bytes) -> Int {
    var (depth, deepest) = (0, 0)
    for tag in html.string.matches(of: /<(\/?)[a-z0-9]+[^>]*?(\/?)>/) where tag.2.isEmpty {
      depth += tag.1.isEmpty ? 1 : -1
      deepest = max(deepest, depth)
    }
    return deepest
  }

  @Test("the first place of each document is remembered, and what is no HTML is none")
  func place() {
    let document = MarkdownDocument(Bytes("Array<Int>\n\n<p>\n<b onclick=x>\n</p>\n\na <iframe>".utf8))
    #expect(document.refusedHTML.first == RefusedHTML(refusal: .handler("onclick"), line: 4, text: "<b onclick=x>"))
    #expect(MarkdownDocument(Bytes("Array<Int> <foo-bar>".utf8)).refusedHTML.isEmpty)
  }

  @Test("task lists and tables are written as without HTML")
  func ownElements() {
    let markdown =
      "- [x] a\n- [ ] b\n\n| a | b |\n|:-:|--:|\n| c | \"d\" |\n\n```swift\n\na < b\n```\n\n~~e~~ [f](g \"h\")[^1]\n\n3. i\n\n[^1]: j"
    let plain = html(markdown)
    let withHTML = html(markdown + "\n\n<br>")
    #expect(withHTML.replacing("<br />\n", with: "") == plain)
  }

  @Test("a number between 128 and 159 is the character of Windows-1252, as the HTML standard has it")
  func windowsNumbers() {
    let html = MarkdownDocument(Bytes("2010&#150;2011, &#128; 5 &#x85;, &#129;\u{96}".utf8)).html().string
    #expect(html == "<p>2010–2011, € 5 …, –</p>\n")
  }
}
