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

  @Test("a run-in heading becomes a heading that opens its section")
  func runIn() {
    #expect(
      body("**Iran.** Neither side.\n\nMore.\n\n**What Next?** Nothing.").html.string == """
        <section class="run-in" aria-labelledby="iran">
        <h2 id="iran">Iran.</h2>
        <p>Neither side.</p>
        <p>More.</p>
        </section>
        <section class="run-in" aria-labelledby="what-next">
        <h2 id="what-next">What Next?</h2>
        <p>Nothing.</p>
        </section>

        """)
  }

  @Test(
    "run-in headings lose a final stop or colon and keep other marks",
    arguments: [
      ("**Iran.** x", "Iran"), ("**Iran:** x", "Iran"), ("**Iran**. x", "Iran"), ("**Iran?** x", "Iran?"),
      ("**Iran!** x", "Iran!"),
      ("**The *Kursk* Case.** x", "The Kursk Case"), ("**Wnioski dla Polski.** x", "Wnioski dla Polski"),
      ("__Iran.__\nx", "Iran"), ("***Iran.*** x", "Iran"),
    ])
  func runInText(markdown: String, text: String) {
    #expect(body(markdown).outline.runIns.map(\.text) == [text])
  }

  @Test(
    "bold words alone, in the middle or in a quotation open no section",
    arguments: ["**All of it.**", "It is **bold** text.", "> **Quoted.** text"])
  func noRunIn(markdown: String) {
    #expect(body(markdown).outline.runIns.isEmpty)
  }

  @Test("run-ins of list items are kept apart")
  func listRunIns() {
    let body = body("- **First.** x\n- **Second:** y\n- third")
    #expect(body.inspection.listRunIns == ["First", "Second"] && body.outline.runIns.isEmpty)
  }

  @Test("ids are readable, transliterated and different")
  func ids() {
    let body = body("**Łódź.** x\n\n**Łódź.** y\n\n## Łódź\n\n**Fn: 1.** x\n\n**…x…** z\n\n**北京** w\n\n**…** v")
    #expect(body.outline.sections.map(\.id) == ["lodz", "lodz-2", "lodz-3", "s-fn-1", "x", "bei-jing", "section"])
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
      ("parties to\n\nagree on it.", 1), ("ends here.\n\neVisa holders", 0), ("is short:\n\nfirst", 0),
      ("no stop\n\n**Iran.** x", 0),
      ("no stop\n\nCapital", 0), ("it said “yes”\n\nand left", 0), ("one\n\ntwo\n\nthree", 2), ("no stop\n\n- item", 0),
      ("a (b)\n\nc", 0),
    ])
  func pageBreaks(markdown: String, joins: Int) {
    #expect(body(markdown).inspection.counts.joins == joins)
  }

  @Test("joined paragraphs are published with a space between")
  func joinedText() {
    #expect(body("urged the parties to\n\nagree on it.").html.string == "<p>urged the parties to agree on it.</p>\n")
  }

  @Test("raw HTML is text unless the site allows it")
  func rawHTML() {
    #expect(body("a <b onclick=x>b</b>").html.string == "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n")
    #expect(
      body("<script>alert(1)</script>").html.string
        == "<pre class=\"raw-html\"><code>&lt;script&gt;alert(1)&lt;/script&gt;\n</code></pre>\n")
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
    #expect(reading.texts.first?.string == "<p><a href=\"\">a</a></p>\n")
    #expect(reading.diagnostics.map(\.kind.name) == ["dangerous-link"])
    let raw = read(issue(body: "[a](\(address))"), options: ReadingOptions(markdown: MarkdownOptions(rawHTML: true)))
    #expect(raw.texts.first?.string == "<p><a href=\"\">a</a></p>\n")
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
    #expect(html("```\ni w domu\n```", polish) == "<pre><code>i w domu\n</code></pre>\n")
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
      reading.issue?.lead.text.attachments.map(\.path) == [
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
          var c = Inspection.Counts(); c.tables = 1; c.footnotes = 2; c.lists = 2; c.topLevelLists = 1;
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
