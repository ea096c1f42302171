import Markdown
import Testing
import Text

@Suite("Markdown")
struct DocumentTests {
  private func html(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
    MarkdownDocument(Bytes(text.utf8), options: options).html().string
  }

  @Test(
    "what GitHub adds to CommonMark is read",
    arguments: [
      ("~~a~~", "<p><del>a</del></p>\n"),
      ("a[^1]\n\n[^1]: b", "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\""), ("www.a.example", "href=\"http://www"),
      ("- [x] a", "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"),
      ("|a|\n|:-:|\n|b|", "<th style=\"text-align"),
    ])
  func extensions(markdown: String, part: String) { #expect(html(markdown).contains(part), "\(html(markdown))") }

  @Test("HTML that is not harmless is text, comments are nothing, and both pass where a site allows it")
  func rawHTML() {
    #expect(html("a <blink>c</blink>") == "<p>a &lt;blink&gt;c&lt;/blink&gt;</p>\n")
    #expect(
      html("<form>\nx\n</form>") == "<pre class=\"raw-html\"><code>&lt;form&gt;\nx\n&lt;/form&gt;\n</code></pre>\n")
    #expect(!html("a\n\n<!-- b -->\n\nc").contains("b"))
    #expect(html("a <form>c</b>", MarkdownOptions(rawHTML: true)) == "<p>a <form>c</b></p>\n")
  }

  @Test("quotation marks and dashes are made typographic only when that is asked for")
  func smart() {
    #expect(html("\"a\" -- b...") == "<p>&quot;a&quot; -- b...</p>\n")
    #expect(html("\"a\" -- b...", MarkdownOptions(smartPunctuation: true)) == "<p>“a” – b…</p>\n")
  }

  @Test("a paragraph that goes on as a table has its own lines, and so has the table")
  func linesAboveTable() {
    let document = MarkdownDocument(Bytes("One\n\nTwo *em*\nthree\n| a | b |\n|---|---|\n| c | d |\n\nFour\n".utf8))
    #expect(document.root.children.map(\.lines) == [1...1, 3...4, 5...7, 9...9])
    var words: [String] = []
    document.root.children[1].walk { node, _ in if node.kind == .text { words.append("\(node.literal):\(node.lines)") }
    }
    #expect(words == ["Two :3...3", "em:3...3", "three:4...4"])
    let apart = MarkdownDocument(Bytes("One\n\n| a |\n|---|\n| c |\n".utf8))
    #expect(apart.root.children.map(\.lines) == [1...1, 3...5])
  }

  @Test("blocks carry their lines only in previews")
  func positions() {
    #expect(html("a\n\nb", MarkdownOptions(sourcePositions: true)).contains("<p data-sourcepos=\"3:1-3:1\">"))
    #expect(!html("a\n\nb").contains("sourcepos"))
  }

  @Test("a tree tells kinds, lines, columns and addresses, each node before what is inside it")
  func tree() {
    let document = MarkdownDocument(Bytes("# A *b*\n\n> c\n> [d](e \"f\")\n".utf8))
    var kinds: [String] = []
    var blocks: [String] = []
    document.root.walk { node, depth in
      kinds.append("\(depth) \(node.kind)\(node.address.isEmpty ? "" : " to \(node.address)")")
      if depth == 1 || node.kind == .paragraph { blocks.append("\(node.kind) \(node.lines) \(node.column)") }
    }
    #expect(
      kinds == [
        "0 document", "1 heading(1)", "2 text", "2 emphasis", "3 text", "1 blockQuote", "2 paragraph", "3 text",
        "3 softBreak", "3 link to e", "4 text",
      ])
    #expect(blocks == ["heading(1) 1...1 1", "blockQuote 3...4 1", "paragraph 3...4 3"])
  }

  @Test("a node's text has no markup, decodes what was escaped, and keeps line breaks")
  func text() {
    let document = MarkdownDocument(Bytes("a *b* `c` &amp; \\*d\\*\ne[^1]\n\n[^1]: f\n".utf8))
    #expect(document.root.firstChild?.text == "a b c & *d*\ne")
    #expect(MarkdownDocument(Bytes("`  `".utf8)).root.hasText == false && document.root.hasText)
  }

  @Test("what stands inside of a block is written without the block's own tags")
  func inline() throws {
    for (text, inside) in [("## A *b* & c", "A <em>b</em> &amp; c"), ("plain", "plain"), ("a > b", "a &gt; b")] {
      let document = MarkdownDocument(Bytes(text.utf8))
      let block = try #require(document.root.firstChild)
      #expect(document.inlineHTML(of: block).string == inside)
    }
  }
}
