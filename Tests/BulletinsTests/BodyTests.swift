import Diagnostics
import Languages
import Markdown
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Bodies")
struct BodyTests {
  /// A text with what is known of it.
  private struct ReadText {
    let html: Bytes
    let outline: TextOutline
    let inspection: Inspection
  }

  private func body(_ markdown: String, _ options: MarkdownOptions = MarkdownOptions()) -> ReadText {
    let reading = read(issue(body: markdown), options: ReadingOptions(markdown: options))
    return ReadText(
      html: reading.texts.first ?? [], outline: reading.issue?.lead.text ?? TextOutline(),
      inspection: reading.inspection)
  }

  private func html(of markdown: String) -> String { body(markdown).html.string }

  @Test("a run-in heading becomes a heading that opens its section")
  func runIn() {
    #expect(
      body("**Iran.** Neither side.\n\nMore.\n\n**What Next?** Nothing.").html.string == """
        <div class="run-in">
        <h2 id="iran">Iran.</h2>
        <p>Neither side.</p>
        <p>More.</p>
        </div>
        <div class="run-in">
        <h2 id="what-next">What Next?</h2>
        <p>Nothing.</p>
        </div>

        """)
  }

  @Test(
    "run-in headings lose a final stop or colon and keep other marks",
    arguments: [
      ("**Iran.** x", "Iran"), ("**Iran:** x", "Iran"), ("**Iran**. x", "Iran"), ("**Iran?** x", "Iran?"),
      ("**Iran!** x", "Iran!"),
      ("**The *Kursk* Case.** x", "The Kursk Case"), ("**Wnioski dla Polski.** x", "Wnioski dla Polski"),
      ("__Iran.__\nx", "Iran"), ("***Iran.*** x", "Iran"), ("**Iran**: x", "Iran"), ("**Who Pays**? x", "Who Pays?"),
      ("**Iran** : x", "Iran"), ("**“Iran.”** x", "“Iran.”"), ("**北京。** x", "北京"), ("**北京**：本文", "北京"),
    ])
  func runInText(markdown: String, text: String) {
    #expect(body(markdown).outline.runIns.map(\.text) == [text])
  }

  @Test(
    "bold words alone, in the middle or in a quotation open no section",
    arguments: [
      "**All of it.**", "It is **bold** text.", "> **Quoted.** text", "**You, too**, can help.", "**250** tons",
      "**winch** turns", "**example**.org is down", "**Tolls** – they rise", "**All of it**.", "**Well**... no",
    ])
  func noRunIn(markdown: String) {
    #expect(body(markdown).outline.runIns.isEmpty)
  }

  @Test("a picture with a title that stands alone is a figure, and pictures are fetched late")
  func figures() {
    #expect(
      html(of: "![A chart](a.png \"Trade in *2023*\")") == """
        <figure>
        <img loading="lazy" src="a.png" alt="A chart" />
        <figcaption>Trade in *2023*</figcaption>
        </figure>

        """)
    #expect(
      html(of: "[![A chart](a.png \"Trade\")](https://x.org/)").hasPrefix("<figure>\n<a href=\"https://x.org/\"><img"))
    for text in ["![A chart](a.png)", "See ![a chart](a.png \"Trade\")", "![a](a.png \"A\") ![b](b.png \"B\")"] {
      #expect(!html(of: text).contains("<figure>") && html(of: text).contains("<p>"), "\(text)")
    }
  }

  @Test("the words of a picture in a heading are apart from those beside it, in lists and in the address")
  func pictureInHeading() {
    let read = body(
      "## ![A chart](a.png)Trade\n\n## Ice![Nets](b.png)\n\n## ![Crab](c.png) pots")
    #expect(read.outline.sections.map(\.text) == ["A chart Trade", "Ice Nets", "Crab pots"])
    #expect(read.outline.sections.map(\.id) == ["a-chart-trade", "ice-nets", "crab-pots"])
  }

  @Test("a table and a block of code stand in parts with names, wherever they are")
  func wideBlocks() {
    let table = "| Year | Level |\n|:--|--:|\n| 2023 | 165 |\n"
    for (text, label) in [
      (table, "Table 1: Year, Level"), ("> x\n>\n> ```\n> a\n> ```", "Code 1"), ("- a\n\n      b", "Code 1"),
      ("```\na\n```\n\n```\nb\n```", "Code 2"), ("| \"A\" |\n|--|\n| b |", "Table 1: &#34;A&#34;"),
    ] {
      let page = html(of: text)
      let start = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">"
      #expect(page.contains(start), "\(page)")
      #expect(page.components(separatedBy: "<div").count == page.components(separatedBy: "</div>").count, "\(page)")
    }
  }

  @Test("the box of a task is labelled by what is to be done, in lists with and without paragraphs")
  func tasks() {
    let box = "<input type=\"checkbox\" disabled=\"\" />"
    let ticked = "<input type=\"checkbox\" checked=\"\" disabled=\"\" />"
    #expect(
      html(of: "- [x] a *b*\n  - [ ] c\n- d\n")
        == "<ul>\n<li><label>\(ticked) a <em>b</em></label>\n<ul>\n<li><label>\(box) c</label></li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n"
    )
    #expect(
      html(of: "- [ ] a\n\n  b\n") == "<ul>\n<li>\n<p><label>\(box) a</label></p>\n<p>b</p>\n</li>\n</ul>\n")
  }

  @Test("footnotes have a heading and a name in the text's language")
  func namedNotes() {
    #expect(
      html(of: "a[^1]\n\n[^1]: b").contains(
        "<section class=\"footnotes\" data-footnotes aria-label=\"Notes\">\n<h2>Notes</h2>"))
  }

  @Test(
    "each way back from a note has one name, in the text's language, whatever a version of the library calls it",
    arguments: ["", " data-footnote-backref-idx=\"1-2\" aria-label=\"Back to reference 1-2\""])
  func waysBack(described: String) {
    let link = "<a href=\"#fnref-1\" class=\"footnote-backref\" data-footnote-backref"
    let html = "<p>x \(link)\(described)>↩</a> \(link) aria-label=\"Back to content\">↩</a></p>"
    let named = "\(link) aria-label=\"Powrót do tekstu\">↩</a>"
    #expect(
      Typography.set(Bytes(html.utf8), notes: "Przypisy", in: known("pl").main).string == "<p>x \(named) \(named)</p>")
  }

  @Test("what an author writes of ways back stays as it is")
  func wordsOfWaysBack() {
    let page = html(of: "a[^1] `x data-footnote-backref`, data-footnote-backref *it*.\n\n[^1]: b")
    #expect(page.contains("<code>x data-footnote-backref</code>, data-footnote-backref <em>it</em>."), "\(page)")
  }

  @Test("a bold abbreviation in a sentence is no run-in heading")
  func abbreviations() {
    #expect(body("**The U.S.** sent two ships.").outline.runIns.isEmpty)
    #expect(body("**The U.S.** Two ships came.").outline.runIns.map(\.text) == ["The U.S"])
  }

  @Test("run-ins of list items are kept apart")
  func listRunIns() {
    let body = body("- **First.** x\n- **Second:** y\n- third")
    #expect(body.inspection.listRunIns == ["First", "Second"] && body.outline.runIns.isEmpty)
  }

  @Test("ids are readable, transliterated and different")
  func ids() {
    let body = body("**Łódź.** x\n\n**Łódź.** y\n\n## Łódź\n\n**Fn: 1.** x\n\n**…x…** z\n\n**北京。** w")
    #expect(body.outline.sections.map(\.id) == ["lodz", "lodz-2", "lodz-3", "s-fn-1", "x", "bei-jing"])
  }

  @Test("headings keep their level below the title")
  func headings() {
    #expect(body("## Two\n\n### Three").html.string == "<h2 id=\"two\">Two</h2>\n<h3 id=\"three\">Three</h3>\n")
    #expect(body("# One\n\n## Two").html.string == "<h2 id=\"one\">One</h2>\n<h3 id=\"two\">Two</h3>\n")
    #expect(body("# One").outline.headings.map(\.level) == [1])
  }

  @Test(
    "a paragraph that a page break cut is one paragraph",
    arguments: [
      ("\(line) to\n\nagree on it.", 1), ("\(line).\n\neVisa holders came.", 0), ("\(line):\n\nfirst of all.", 0),
      ("\(line)\n\n**Iran.** x.", 0), ("\(line)\n\nCapital it is.", 0), ("\(line) “yes”\n\nand left it.", 0),
      ("\(line)\n\nin a room that was\n\ntoo small for them.", 2), ("\(line)\n\n- item", 0),
      ("\(line) (b)\n\nc is there.", 0), ("**Iran.** \(line) *once*\n\nmore in June.", 0),
      ("**Iran.** \(line),\n\nonce *more* in June.", 1),
    ])
  func pageBreaks(markdown: String, joins: Int) {
    #expect(body(markdown).inspection.counts.joins == joins)
  }

  private static let line = "The delegates of all eight states met in a hall and urged the others"
  private var line: String { Self.line }

  @Test(
    "verse, signatures, sources, links and code are no halves of a paragraph",
    arguments: [
      "The tide goes out,\n\nthe boats lie down.", "\(line)\n\nthe Harbour Team", "\(line)\n\nsource: Rowna Office.",
      "\(line)  \nand so on,  \nand so\n\nforth for ever.", "\(line) of [all](https://example.org)\n\nof these states.",
      "\(line) of all\n\nthe `code` that there is.", "\(line) to see\n\nthe [map](https://example.org) of it.",
      "\(line) and **all**\n\nthe others came.", "\(line) to\n\neBay and others.",
    ])
  func noPageBreaks(markdown: String) {
    #expect(body(markdown).inspection.counts.joins == 0)
  }

  @Test("paragraphs are joined below a masthead only, and not where somebody says so")
  func joiningIsAskedFor() {
    let text = "\(line) to\n\nagree on it."
    func joins(_ text: String, _ options: ReadingOptions = ReadingOptions()) -> Int {
      read(text, options: options).inspection.counts.joins
    }
    #expect(joins(issue(body: text)) == 1)
    #expect(joins("---\ntitle: One\ndate: 2024-05-01\n---\n\n" + text + "\n") == 0)
    #expect(joins("---\njoin_paragraphs: false\n---\n\n" + issue(body: text)) == 0)
    #expect(joins(issue(body: text), ReadingOptions(joinsParagraphs: false)) == 0)
    #expect(
      joins("---\njoin_paragraphs: true\n---\n\n" + issue(body: text), ReadingOptions(joinsParagraphs: false)) == 1)
  }

  @Test("bold words that open more than two paragraphs are who speaks in a conversation")
  func speakers() {
    let body = body("**Ada**: Yes.\n\n**Ben**: No.\n\n**Ada**: Why?\n\n**Ben**: So.\n\n**Ada**: Well.")
    #expect(body.outline.runIns.map(\.id) == ["ben", "ben-2"])
    #expect(body.html.string.contains("<p><strong>Ada</strong>: Yes.</p>"))
  }

  @Test("an id is cut at a word where it is long")
  func longID() throws {
    let words = Array(repeating: "grease", count: 40).joined(separator: " ")
    let id = try #require(body("**\(words).** x").outline.runIns.first?.id)
    #expect(id == Array(repeating: "grease", count: 14).joined(separator: "-"))
    let long = try #require(body("**\(String(repeating: "x", count: 300)).** x").outline.runIns.first?.id)
    #expect(long.utf8.count == Slug.longest)
  }

  @Test("thousands of headings of one name get different ids in a moment")
  func manyOfOneName() {
    let outline = body(String(repeating: "## Entry\n\n", count: 20_000)).outline
    #expect(outline.sections.map(\.id).last == "entry-20000")
  }

  @Test("a heading in an item or a quotation can name its id, too, and nothing of its attributes is given to the list")
  func nestedID() {
    for (text, id) in [
      ("> - ### Ebb {#ebb-x}", "ebb-x"), ("- ## Ebb {#ebb-x}", "ebb-x"), ("1. > ## Ebb {#ebb-x}", "ebb-x"),
      ("- ## Ebb {: #ebb-x}", "ebb-x"), ("- ## Ebb {.wide}", "ebb"), ("- ## Ebb {: .wide}", "ebb"),
    ] {
      let body = body(text)
      #expect(body.outline.sections.map(\.id) == [id] && body.outline.sections.map(\.text) == ["Ebb"], "\(text)")
      #expect(!body.html.string.contains("{") && !body.html.string.contains("class="), "\(body.html.string)")
    }
    #expect(html(of: "- 12 # boats {.wide}").contains("12 # boats"))
  }

  @Test("a heading can name its id, which no other gets")
  func ownID() {
    let body = body("## Help\n\n## How to help {#help}\n\n### Low {#low-2}\n\n## Again {#help}\n\n## Set {a}")
    #expect(body.outline.sections.map(\.id) == ["help-2", "help", "low-2", "again", "set-a"])
    #expect(body.outline.sections.map(\.text) == ["Help", "How to help", "Low", "Again", "Set {a}"])
    #expect(body.html.string.contains("<h2 id=\"help\">How to help</h2>"))
  }

  @Test("headings in quotations and lists have ids, and no level above that of others")
  func nestedHeadings() {
    let body = body("> # Quoted\n\n- ## Listed\n\n### Own")
    #expect(body.outline.sections.map(\.id) == ["quoted", "listed", "own"])
    #expect(
      body.html.string
        == "<blockquote>\n<h2 id=\"quoted\">Quoted</h2>\n</blockquote>\n<ul>\n<li>\n<h2 id=\"listed\">Listed</h2>\n</li>\n</ul>\n<h3 id=\"own\">Own</h3>\n"
    )
  }

  @Test("headings without words are in no list of contents, and a warning says so")
  func emptyHeadings() {
    let reading = read(issue(body: "##\n\n## ![](https://x.org/p.png)\n\n## Real"))
    #expect(reading.issue?.lead.text.sections.map(\.id) == ["real"])
    #expect(
      reading.diagnostics.filter { $0.kind.name == "empty-heading" }.compactMap { $0.location?.line } == [15, 17])
  }

  @Test("blocks that another engine calls code are code, and a raw block is text")
  func foreignBlocks() {
    #expect(
      body("{% highlight swift %}\nlet a = 1\n\nlet b = 2\n{% endhighlight %}\n\nx").html.string
        == "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Code 1\">\n<pre><code class=\"language-swift\">let a = 1\n\nlet b = 2\n</code></pre>\n</div>\n<p>x</p>\n"
    )
    #expect(body("{% raw %}\na {{ b }}\n{% endraw %}").html.string == "<p>a {{ b }}</p>\n")
    #expect(body("{% raw %}{{ b }}{% endraw %} c").html.string == "<p>{{ b }} c</p>\n")
  }

  @Test("control characters are published in no form")
  func controls() {
    #expect(body("a\u{1}b\u{B} &#x1F; &#1;c &#x81;").html.string == "<p>ab  c </p>\n")
    #expect(body("`a\u{1}b` d\u{7F}").html.string == "<p><code>ab</code> d</p>\n")
    #expect(body("`&#x1F;`").html.string == "<p><code>&amp;#x1F;</code></p>\n")
    // For the parser, these two are bytes that are no UTF-8.
    #expect(body("a&#xFFFE;b &#65535;").html.string == "<p>a\u{FFFD}b \u{FFFD}</p>\n")
    // What parts a scheme from its colon parts them in a feed, too, which can't hold it.
    #expect(
      body("<q cite=\"javascript\u{C}:x\">w</q>").html.string == "<p><q cite=\"javascript :x\">w</q></p>\n")
  }

  @Test("joined paragraphs are published with a space between")
  func joinedText() {
    #expect(body("\(line) to\n\nagree on it.").html.string == "<p>\(line) to agree on it.</p>\n")
  }

  @Test("HTML that does more than mark text up is text unless the site allows it")
  func rawHTML() {
    #expect(body("a <b onclick=x>b</b>").html.string == "<p>a <b>b</b></p>\n")
    #expect(
      body("<form>a</form>").html.string
        == "<pre class=\"raw-html\"><code>&lt;form&gt;a&lt;/form&gt;\n</code></pre>\n")
    #expect(body("a <b>b</b>", MarkdownOptions(rawHTML: true)).html.string == "<p>a <b>b</b></p>\n")
  }

  @Test(
    "links that can run code lose their address, and a warning says so",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:x", "vbscript:x", "data:text/html,x", "file:///etc", "java&#9;script:x",
      "&#1;javascript:x", "javascript:&#x301;x", "data:image/svg+xml,x",
    ])
  func dangerousLinks(address: String) {
    let reading = read(issue(body: "[a](\(address))"))
    #expect(reading.texts.first?.string == "<p>a</p>\n")
    #expect(reading.diagnostics.map(\.kind.name) == ["dangerous-link"])
    let raw = read(issue(body: "[a](\(address))"), options: ReadingOptions(markdown: MarkdownOptions(rawHTML: true)))
    #expect(raw.texts.first?.string == "<p>a</p>\n")
  }

  @Test("of an address whose scheme nobody knows, the words are published, also where it is clear what was meant")
  func unknownSchemes() {
    for address in ["htps://x.example/", "x:data:text/html,x", "mailt:a@b.example", "x.example:8080/"] {
      let reading = read(issue(body: "[a](\(address))"))
      #expect(reading.texts.first?.string == "<p>a</p>\n", "\(address)")
      #expect(reading.diagnostics.map(\.kind.name) == ["unusable-address"], "\(address)")
    }
  }

  @Test("words of one letter stay with the next, but not in code, and not in a language without such words")
  func shortWords() {
    let polish = "Nr 1 (77) • 7 stycznia 2010 • © VIIP"
    func html(_ markdown: String, _ number: String) -> String? {
      let options = ReadingOptions(markdown: MarkdownOptions(rawHTML: true))
      return read(issue(number: number, body: markdown), options: options).texts.first?.string
    }
    #expect(
      html("Talks i w domu, a\u{A0}b, (z nim).", polish)
        == "<p>Talks <span class=\"nb\">i w domu,</span> a\u{A0}b, (<span class=\"nb\">z nim).</span></p>\n")
    #expect(
      html("Z\nportu i\nw dom", polish)
        == "<p><span class=\"nb\">Z\nportu</span> <span class=\"nb\">i\nw dom</span></p>\n")
    let ukrainian = "№ 1 (77) • 7 січня 2010 р. • © VIIP"
    #expect(html("Гай і в порт", ukrainian) == "<p>Гай <span class=\"nb\">і в порт</span></p>\n")
    #expect(html("`i w domu`", polish) == "<p><code>i w domu</code></p>\n")
    #expect(
      html("```\ni w domu\n```", polish)
        == "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Kod 1\">\n<pre><code>i w domu\n</code></pre>\n</div>\n"
    )
    #expect(html("<pre>\ni w domu\n</pre>", polish) == "<pre>\ni w domu\n</pre>\n")
    #expect(html("Talks i w domu.", "No. 1 (77) • January 7, 2010 • © VIIP") == "<p>Talks i w domu.</p>\n")
  }

  @Test("smart marks are those of the text's language, and what an author typed stays")
  func smartQuotes() {
    let options = ReadingOptions(markdown: MarkdownOptions(smartPunctuation: true))
    func html(_ markdown: String, _ number: String, _ label: String) -> String? {
      read(issue(number: number, editors: "\(label): Ada Oak", body: markdown), options: options).texts.first?.string
    }
    let german = ("Nr. 1 • 7. Januar 2010 • © VIIP", "Redaktion")
    #expect(
      html("Der \"Plan 'B'\" von *\"heute\"* ist's.", german.0, german.1)
        == "<p>Der „Plan ‚B‘“ von <em>„heute“</em> ist’s.</p>\n")
    #expect(html("Das „*Wort*“ steht.", german.0, german.1) == "<p>Das „<em>Wort</em>“ steht.</p>\n")
    #expect(
      html("Le \"plan\" est là.", "N° 1 • 7 janvier 2010 • © VIIP", "Rédaction")
        == "<p>Le «\u{A0}plan\u{A0}» est là.</p>\n")
  }

  @Test("smart punctuation changes the text and no metadata")
  func smartPunctuation() {
    let text = issue(
      title: "## The \"Reset\"", abstract: "*It's \"here\".*", body: "**The \"End\".** It's -- \"done\"...")
    let reading = read(text, options: ReadingOptions(markdown: MarkdownOptions(smartPunctuation: true)))
    #expect(reading.issue?.title == "The \"Reset\"")
    #expect(reading.issue?.lead.abstract == "It's \"here\".")
    #expect(reading.issue?.lead.text.runIns.map(\.text) == ["The \"End\""])
    #expect(reading.texts.first?.string.contains("It’s – “done”…") == true)
  }

  @Test("files beside an issue are found, and addresses that climb are brought beside the page")
  func attachments() {
    let reading = read(
      issue(body: "![m](../img/my%20map.png \"T\") [r](report.pdf#p2) [w](https://x.org/a.png) [t](/x/) [u](other/)"),
      path: "Content/bulletins/2010/1.md")
    #expect(
      reading.issue?.lead.text.links.compactMap(\.attachment?.path) == [
        "Content/bulletins/img/my map.png", "Content/bulletins/2010/report.pdf",
      ])
    #expect(reading.texts.first?.string.contains("src=\"img/my%20map.png\"") == true)
  }

  @Test("tables, footnotes, lists and quotations are counted")
  func counts() {
    let counts = body(
      "| a |\n|---|\n| b |\n\nx[^1] y[^n]\n\n- a\n  - b\n\n> q\n\n![i](https://x.org/i.png)\n\n[^1]: One.\n[^n]: Two.\n"
    ).inspection.counts
    #expect(
      counts
        == {
          var c = BlockCounts(); c.tables = 1; c.footnotes = 2; c.lists = 2; c.topLevelLists = 1;
          c.blockQuotes = 1;
          c.images = 1; c.paragraphs = 2; return c
        }())
  }

  @Test("what print and typing left behind is observed on its line")
  func observations() {
    let text = issue(body: "A “curly” and a \"straight\" mark. but it goes on from here, e.g. so.").dropLast()
    let warnings = read(String(text)).diagnostics
    #expect(
      warnings.map { "\($0.kind.name):\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
        == ["straight-quotes:15:17", "no-final-newline:15:1", "lower-case-sentence:15:34"].sorted {
          $0.split(separator: ":").last.flatMap { Int($0) } ?? 0 < $1.split(separator: ":").last.flatMap { Int($0) }
            ?? 0
        })
  }

  @Test("a text in which a sentence begins in lower case is never passed over")
  func lowerCaseCandidates() {
    let marks = [
      "", "", "", "*", "**", "_", "`", "“", "”", "(", ")", "&nbsp;", "[a](b)", "\\", "…", "\u{A0}", "<i>", "~",
    ]
    let gaps = [" ", " ", " ", "\n", "  \n", "\n> ", "\n\n- ", ""]
    let words = ["sentence", "łódź", "Łódź", "Upper", "it", "é", "1990", "U.S", "approx"]
    var random = SeededRandom(seed: 5)
    func any(_ pieces: [String]) -> String { pieces.randomElement(using: &random) ?? "" }
    func mark() -> String { Int.random(in: 0..<4, using: &random) == 0 ? any(marks) : "" }
    var found = 0
    for _ in 0..<2_000 {
      let text = (0..<4).map { _ in
        any(words) + mark() + any([".", ".", ","]) + mark() + any(gaps) + mark()
      }
      .joined()
      let document = MarkdownDocument(Bytes(text.utf8))
      let nodes = BodyNodes(document.root)
      var style = StyleObserver(smartPunctuation: false, KnownLanguages.ofProgram.main)
      style.observe(paragraphs: nodes.paragraphs, texts: nodes.texts)
      let begins = style.observations.contains { if case .lowerCaseSentence = $0 { true } else { false } }
      if begins { found += 1 }
      #expect(!begins || StyleObserver.mayBeginInLowerCase(Bytes(text.utf8)), "\(text.debugDescription)")
    }
    #expect(found > 50, "the texts have hardly any such sentence")
    #expect(!StyleObserver.mayBeginInLowerCase(Bytes("A stop. Then another. 1 more. “End.” See a.b at x.org.\n".utf8)))
  }
}
