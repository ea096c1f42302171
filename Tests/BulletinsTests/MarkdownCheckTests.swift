import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Markdown that did not become Markdown")
struct MarkdownCheckTests {
  /// What is found in a body, as `kind:line:column` with lines of the body.
  private func found(_ body: String) -> [String] {
    read(issue(body: body)).diagnostics.map {
      "\($0.kind.name):\(($0.location?.line ?? 0) - 14):\($0.location?.column ?? 0)"
    }
  }

  @Test(
    "a program within an element is none of the text, whatever blank lines it has",
    arguments: [
      "<div>\n<script>\nx();\n\ny();\n\n* z\n</script>\n</div>\n\nNets.",
      "<div>\n<script>\nx();\n\ny(); </script>\n</div>\n\nNets.",
      "<div>\n<script>\nx();\n\n</script>\n</div>\n\nNets.",
      "<div>\n  <script>\n  x();\n\n    y();\n    </script>\n</div>\n\nNets.",
      "<div>\n<STYLE>\np {}\n\nq {}\n</STYLE>\n</div>\n\nNets.",
    ])
  func programs(body: String) {
    let reading = read(issue(body: body))
    let words = reading.texts.first?.string.split(whereSeparator: \.isWhitespace).joined()
    #expect(words == "<div></div><p>Nets.</p>", "\(reading.texts.map(\.string))")
    #expect(reading.diagnostics.map { "\($0.kind.name):\(($0.location?.line ?? 0) - 14)" } == ["html-as-text:2"])
  }

  @Test("what is no program, or never ends, stays")
  func noPrograms() {
    for body in ["<div>\n<span>\n\nnets\n</span>\n</div>", "<div>\n<script>\nx();\n\nnets"] {
      #expect(read(issue(body: body)).texts.first?.string.contains("nets") == true)
    }
  }

  @Test("what a site adds to Markdown leaves no marks, whatever else is found")
  func marksOfExtensions() {
    let body = "[[TOC]]\n\n## Nets\n\nText [^lost].\n\n> [!WARNING]\n> Ice.\n\n> [!ICE]\n> Ice.\n\n[TOC]"
    #expect(found(body) == ["dangling-note:5:6", "foreign-mark:10:3"])
  }

  @Test(
    "a title and an abstract are looked at as the body is",
    arguments: [
      ("The **good** and **bad one", "stray-stars"), ("The [second] (https://bay.example/b) boat", "broken-markup"),
      ("The (third)[https://bay.example/c] boat", "broken-markup"), ("The [fourth][far] boat", "broken-markup"),
      ("The boats[^lost]", "dangling-note"),
    ])
  func heads(text: String, kind: String) {
    #expect(kinds(issue(title: "## " + text)) == ["\(kind):9"])
    #expect(kinds(issue(abstract: "*\(text)*")) == ["\(kind):13"] || text.contains("**"))
    #expect(kinds(issue(body: "x\n\n## \(text)\n\nAda Rill\n\n*Abstract.*\n\nMore.")).contains("\(kind):17"))
  }

  @Test(
    "a line that goes on with a sentence, and becomes something else, is told at its sign",
    arguments: [
      ("The bridge was closed between 1990\n- 1995 and then opened.", 2),
      ("For values below\n> 5 metres it floods.", 0),
      ("For values of tide that lie far below the mark\n> 5 metres it floods.", 2),
      ("It rains for all who are at home on the number\n# 5 is here.", 2),
      ("It was on the first of May, and not on 3 March\n1. Nobody knew of it.", 2), ("He paid 5\n+ 2 crowns", 2),
      ("The quay was old and long and lay in the harbour\n- and it was late -\nwhen they came.", 2),
      ("The committee that met in the office proposed\n- a levy on berths, which would\n  rise each year", 0),
      ("What to bring\n- 2 ropes", 0), ("What you have to bring with you when you come:\n- 2 ropes", 0),
      ("The bridge was closed between 1990\n\n- 1995 and then opened.", 0),
      ("The bridge was closed between 1990\n- 1995\n- 1996", 0), ("It ended in 1990.\n- 1995 it began anew.", 0),
      ("The bridge was closed between 1990\n\\- 1995 and then opened.", 0),
      ("What you may bring with you when you come to us\n- ropes", 0), ("* ostruct 0.6.3\n  * 0.6.1 to 0.6.2", 0),
    ])
  func linesOfSentences(body: String, line: Int) {
    let lines = read(issue(body: body)).diagnostics.map { "\($0.kind.name):\(($0.location?.line ?? 0) - 14)" }
    #expect(lines == (line == 0 ? [] : ["line-as-markup:\(line)"]))
  }

  @Test(
    "definitions of links that nobody uses are told, unless they are leftovers",
    arguments: [
      ("Sources:\n\n[1]: https://x.example/a\n[2]: https://x.example/b", ["unused-definition:3"]),
      ("Talk.\n\n[Quist]: Thanks\n[Brandt]: Welcome", ["unused-definition:3"]),
      ("See [the map][2].\n\n[1]: report.pdf (The Report)\n[2]: https://x.example/b", []),
      ("See [the map][2].\n\n[Note]: important\n\n\n[2]: https://x.example/b", ["unused-definition:3"]),
      ("See [The  Map].\n\n[the map]: https://x.example/b", []), ("See.\n\n[//]: # (a note to myself)", []),
      ("See.\n\n    [1]: https://x.example/b", []), ("See.\n\n```\n[1]: https://x.example/b\n```", []),
      ("Sources:\n[1]: https://x.example/a", []), ("See.\n\n[1]: two words", []),
      ("See.\n\n![A map][far]\n\n[far]: https://x.example/a.png \"Far\"", []),
    ])
  func unusedDefinitions(body: String, expected: [String]) {
    let found = read(issue(body: body)).diagnostics.filter { $0.kind == .unusedDefinition }
    #expect(found.map { "\($0.kind.name):\(($0.location?.line ?? 0) - 14)" } == expected)
  }

  @Test(
    "Markdown in HTML is told where its signs are printed",
    arguments: [
      ("<!-- x --> **Ice.** It came.", 1), ("<div>\n**Tar.** Text.\n</div>", 2),
      ("<details><summary>S</summary>\nSee [the map](https://x.example/).\n</details>", 2),
      ("<div>\n\n**Tar.** Text.\n\n</div>", 0), ("<pre>\n**Tar.**\n</pre>", 0),
      ("<div><code>a**b**c</code></div>", 0), ("<!-- **x** -->", 0), ("<div>\n2 ** 3 ** 4\n</div>", 0),
      ("<div data-x=\"**a**\">b</div>", 0), ("<p>f(x)[0](y)</p>", 0),
    ])
  func markdownInHTML(body: String, line: Int) {
    let found = read(issue(body: body)).diagnostics.filter { $0.kind == .markdownInHTML }
    #expect(found.map { ($0.location?.line ?? 0) - 14 } == (line == 0 ? [] : [line]))
  }

  @Test(
    "marks that other programs know are told, and what only looks like them is not",
    arguments: [
      ("3 m^2^", ["foreign-mark:1:4"]), ("H~2~O", ["foreign-mark:1:2"]), ("the 5^th^ of May", ["foreign-mark:1:6"]),
      ("a ==barge== came", ["foreign-mark:1:3"]), ("The {++old ++}quay", ["foreign-mark:1:5"]),
      ("It {>>check this<<} came", ["foreign-mark:1:4"]), ("> [!INFO]\n> Text.", ["foreign-mark:1:3"]),
      ("[gallery ids=\"1,2\"]", ["foreign-mark:1:1"]), ("[embed]https://x.example/v[/embed]", ["foreign-mark:1:1"]),
      ("a == b, c == d", []), ("^_^ and x^2", []), ("~5 to ~10", []), ("[video] A talk", []),
      ("> [!NOTE]\n> Text.", []), ("A :tada: day", []),
      ("`m^2^`", []), ("experiment^H^H^Harticle", []), ("$$x^2^$$", []), ("m\\^2^", []), ("~/bin~", []),
      ("==========", []),
    ])
  func foreignMarks(body: String, expected: [String]) { #expect(found(body) == expected) }

  @Test(
    "the end of a merge is an error also where its beginning is gone, and a mail in a mail is none",
    arguments: [
      ("Text.\n>>>>>>> pier\n", true), ("Text.\n\n>>>>>>> 3f2c1a\n", true), (">>>>>>> said he\n", false),
      (">>>>>> a\n>>>>>>> b\n", false),
    ])
  func halfMerges(body: String, isFound: Bool) {
    #expect(read(issue(body: body)).diagnostics.contains { $0.kind.name == "conflict-marker" } == isFound)
  }

  @Test(
    "a footnote whose colon is gone, or stands behind a blank, is mended where it stands",
    arguments: [("[^1] Note.", "[^1]: Note."), ("[^1] : Note.", "[^1]: Note.")])
  func footnotesWithoutColon(line: String, mended: String) throws {
    let text = issue(body: "Mark[^1].\n\n\(line)")
    let mend = try #require(read(text).diagnostics.first { $0.kind.name == "dangling-note" }?.mend)
    var bytes = Bytes(text.utf8)
    for edit in mend.edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.replacement) }
    #expect(mend.isSafe && bytes.string == issue(body: "Mark[^1].\n\n\(mended)"))
  }

  @Test("a tilde strikes nothing out, two do")
  func tildes() {
    #expect(read(issue(body: "~5~10 and ~~old~~ new")).texts[0].string == "<p>~5~10 and <del>old</del> new</p>\n")
  }

  @Test(
    "stars between numbers are told once, at the first of them",
    arguments: [
      ("It measures 2*3*4 metres.", ["product-as-emphasis:1:14"]), ("5*3=15 and 2*4=8", ["product-as-emphasis:1:2"]),
      ("It measures 2\\*3\\*4 metres.", []), ("Only 2*3 here.", []), ("In *2* and 3", []),
    ])
  func products(body: String, expected: [String]) { #expect(found(body) == expected) }

  @Test(
    "a day and its month are no item of a list",
    arguments: [
      ("cs", "17. května otevřeli přístav.", true), ("de", "1. Mai war es.", true),
      ("pl", "17. maja otwarto port.", true),
      ("pl", "17\\. maja otwarto port.", false), ("de", "17. Maibaum und Kai", false), ("en", "1. May I ask?", false),
      ("de", "1. Mai: Ebbe\n2. Mai: Flut", false), ("sk", "3. loď", false),
    ])
  func days(language: String, body: String, isFound: Bool) {
    let found = read(
      "---\ntitle: T\nnumber: 1\ndate: 2024-05-01\nlang: \(language)\n---\n\nText.\n\n\(body)\n\nText.\n",
      options: ReadingOptions(languages: known(language))
    ).diagnostics
    #expect(found.map(\.kind.name) == (isFound ? ["day-as-list-number"] : []))
  }

  @Test(
    "a number in a list that readers see as another is told at its place",
    arguments: [
      ("1. One\n2. Two\n4. Four", [12]), ("3. Three\n\n7. Seven", [12]), ("10. Ten\n9. Nine\n8. Eight", [11]),
      ("17. Januar: Markt\n3. Februar: Fest\n25. März: Tag", [11]), ("> 2. Two\n> 5. Five", [11]),
      ("1. One\n1. Two\n1. Three", []), ("5. Five\n6. Six\n7. Seven", []), ("0. None\n1. One", []),
      ("2) Two\n3) Three", []),
      ("- One\n- Two", []), ("1. One\n   1. Inner\n   2. Inner\n2. Two", []), ("1. One\n2. Two\n2. Three", [12]),
    ])
  func changedNumbers(body: String, lines: [Int]) {
    let found = read("---\ntitle: T\nnumber: 1\ndate: 2024-05-01\nlang: en\n---\n\nText.\n\n\(body)\n").diagnostics
    #expect(found.filter { $0.kind == .changedListNumber }.map { $0.location?.line } == lines)
    #expect(found.count == lines.count, "\(found.map(\.printed))")
  }

  @Test("a heading asks for its id with what else other programs take there, and of two the first has it")
  func idsOfHeadings() {
    let reading = read(
      issue(
        body: "## One {#one .wide}\n\nx\n\n## Two { #two key=3 }\n\nx\n\n## Three {#one}\n\nx\n\n## Four {x y}\n\nx"))
    #expect(reading.issue?.lead.text.sections.map(\.id) == ["one", "two", "three", "four-x-y"])
    #expect(reading.issue?.lead.text.sections.map(\.text) == ["One", "Two", "Three", "Four {x y}"])
    let found = reading.diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" }
    #expect(found.contains("repeated-id:23"))
  }

  @Test("a footnote of a byline that is not there is said, and is no part of the name")
  func noteOfByline() {
    let reading = read(issue(byline: "Lena Orzech[^1]"))
    #expect(reading.issue?.lead.authors.map(\.name) == ["Lena Orzech"])
    #expect(reading.diagnostics.map(\.kind.name) == ["dangling-note"])
  }

  @Test(
    "signs that readers would see are a warning at their place",
    arguments: [
      ("The **good** and **bad one.", ["stray-stars:1:18"]), ("**Fisheries.**The quota.", ["stray-stars:1:1"]),
      ("**Ice. **None came.", ["stray-stars:1:1"]), ("x\nfirst boats** passed.", ["stray-stars:2:12"]),
      ("> q\n> **bad", ["stray-stars:2:3"]), ("A 5** hotel.", []),
      ("It covers \"/**\" and **/nets, and '**' is a power.", []), ("Old.** New.\n\n**) Of 1931.", []),
      ("*) Prices in crowns.", []),
      ("The [a](b.pdf) and [first](https://bay.example/a boats.", ["broken-markup:1:26"]),
      ("The [second] (https://bay.example/b) boats.", ["broken-markup:1:12"]),
      ("The (third)[https://bay.example/c] boats.", ["broken-markup:1:11"]),
      ("The [fourth][far] boats.", ["broken-markup:1:12"]), ("![bank](img/my map.png)", ["broken-markup:1:7"]),
      ("<preface>\n\nBoats.\n\n</preface>", []), ("<pre>\nBoats.\n\nNets.</PRE>", []),
      ("<pre>\nBoats.", ["unclosed-block:1:1"]),
      (">>>>>>> as a mail has it", []), ("Boats.[^lost]", ["dangling-note:1:7"]),
      ("[^two]\n\n[^two]: One.\n\n[^two]: More.", ["dangling-note:5:1"]),
      ("Nets.\n\n[^idle]: Never.", ["dangling-note:3:1"]),
      ("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", ["broken-table:1:1"]),
      ("| p | d |\n| R | 38 |", ["broken-table:1:1"]),
      ("| p | d |\n|--|--|\n| R | 38 |\n\n| S | 39 |", ["broken-table:5:1"]),
      ("- | a | b |\n  | 1 | 2 |", ["broken-table:1:3"]), ("|p|d\n|R|38\n|T|40", ["broken-table:1:1"]),
      ("> | p | d |\n> |--|--|\n> | R | 38 |\n>\n> | S | 39 |\n> | T | 40 |", ["broken-table:5:3"]),
      ("| p | d |\n|--|--|\n| R | 38 |\n\n| S | d |\n|--|--|\n| T | 4 |", []),
      ("| p | d |\n|--|--|\n| R | 38 |\n\nWe have |x| here.", []), ("| p | d |", []),
      ("a | b\n---|---|---\n1 | 2", ["broken-table:1:3"]),
      ("| x | y |\n|---|---|\n| 5 | 6 | 7 |", ["surplus-cell:3:11"]),
      ("###Lamp\n\nx", ["broken-heading:1:1"]), ("#The lamp at Rowna\n\nx", ["broken-heading:1:1"]),
      ("It was calm in the second week.\n---\nx", ["accidental-heading:2:1"]),
      ("Two\nlines\n===", ["accidental-heading:3:1"]),
      ("We meet on the pier each week.\n------------------------------\n\nx", []),
      ("+ [#Ebb and flood of the north](https://x.org/a)", []),
      ("x\n\n\tThe pilots were told afterwards.", ["indented-text:3:2"]),
      ("1986. A great year.", ["year-as-list-number:1:1"]), ("Three:\n\n•\tBoats\n•\tNets", ["typed-bullets:3:1"]),
      ("x\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", ["conflict-marker:3:1"]),
      ("####### Deep words", ["broken-heading:1:1"]), ("・船\n・網", ["typed-bullets:1:1"]),
      ("A words](https://a.example/b) here.", ["broken-markup:1:8"]),
      ("A ![map] (map.png) here.", ["broken-markup:1:8"]),
      ("x\n\n=======\nb\n>>>>>>> c", ["conflict-marker:5:1"]), ("x\n\n<<<<<<< HEAD\na", ["conflict-marker:3:1"]),
      ("x\n\n{% include a.html %}\n\n{{ b }} {% include c.html %}", ["foreign-tag:3:1", "foreign-tag:5:1"]),
      ("{{< carousel folder=\"a\" >}}\n\n{{< tide >}}\n\n{{< carousel >}}", ["foreign-tag:1:1", "foreign-tag:3:1"]),
      ("Nets.\n\n:::tabs\nBoats.\n:::\n\n::: chart Ebb\n\nSail.\n\n:::", ["foreign-tag:3:1", "foreign-tag:7:1"]),
      ("{{<carousel folder=\"a\">}}", ["foreign-tag:1:1"]), ("Text.\n{: .note wide}", ["foreign-tag:2:1"]),
      ("[a]({{ site.url }}/b) and {% c %}", ["foreign-tag:1:27"]), ("[a]({{ page.next }})", ["foreign-tag:1:5"]),
      ("[a]({{page.url}}/b) and\n{% c %}", ["foreign-tag:1:5", "foreign-tag:2:1"]),
      ("[a], [b]\n\n[a]: {{ site.root | absolute_url }}/c/\n[b]: https://x.org/", ["foreign-tag:1:1"]),
      ("<img src=\"{{ page.image }}/b.png\" alt=\"b\">", ["foreign-tag:1:11"]),
      ("<div>\n{% include a.html %}\n</div>", ["foreign-tag:2:1"]),
      ("![a](https://x.org/a.png){width=50%}", []), ("![a](https://x.org/a.png){note=50%}", ["foreign-tag:1:26"]),
      ("Ice.^[A thin one.]", ["broken-markup:1:5"]), ("See [[pier|the pier]].", ["broken-markup:1:5"]),
      ("x^[2] and t[[i]] and [[1]](https://x.org)", []), ("– Boats\n– Nets", ["typed-bullets:1:1"]),
      ("He left\n– late as ever –\nand came\n– too late.", []),
      ("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+", ["broken-table:2:1"]),
      ("РџСЂРёРІРµС‚, 5 °C.", ["lost-characters:1:1"]), ("СІРІ ДНІ, 20 °.", []), ("æ—¥æœ¬", ["lost-characters:1:1"]),
      ("V kaviarni Café„Šarka“.", []),
      ("Ïðèâåò ìèð, Êáëçìåñá", ["lost-characters:1:1"]), ("æðéð, ðÒÉ×ÅÔ", ["lost-characters:1:7"]), ("Ä × Ö", []),
      ("[a]\n(https://x.org/b)", ["broken-markup:1:3"]), ("[far off][]", ["broken-markup:1:9"]),
      ("a <b onclick=\"x\">b</b>", ["html-as-text:1:3"]), ("a <b>b\n\nc <i>d</i>", ["html-as-text:1:3"]),
      ("x\n\n<p>a\n<iframe></iframe></p>\n\n<script>", ["html-as-text:4:1"]),
      ("It cost ~~nine~ ten crowns.", ["stray-tildes:1:9"]), ("It cost ~nine~~ ten crowns.", ["stray-tildes:1:14"]),
      ("He called it *the ditch and left.", ["stray-emphasis:1:14"]),
      ("He called it *the ditch *and left.", ["stray-emphasis:1:14"]),
      ("> The _low road was shut.", ["stray-emphasis:1:7"]),
      ("_Ölmühle war zu_ und *Haus auf.", ["stray-emphasis:1:22"]),
      ("Type `list to see it.", ["stray-backtick:1:6"]), ("Type `a` and `list to see it.", ["stray-backtick:1:14"]),
      ("Nine&nbps;crowns.", ["unknown-entity:1:5"]), ("The caf&eacut; is shut.", ["unknown-entity:1:8"]),
      ("1911&ndash 1913", ["unknown-entity:1:5"]), ("It&#8217 s late.", ["unknown-entity:1:3"]),
      ("Boats.[^a]\n\n[^a] They sank.", ["dangling-note:3:1"]),
      ("Boats.[^2]\n\n[^3]: They sank.", ["dangling-note:1:7", "dangling-note:3:1"]),
      ("A [list](my list.csv) of it.", ["broken-markup:1:8"]),
      ("See [it](https://x.org/a here.", ["broken-markup:1:8"]),
      ("It is\na **lost one.\n| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["stray-stars:2:3", "surplus-cell:5:11"]),
      ("Mail [us](mailto: a@x.org).", ["broken-markup:1:9"]),
      ("See [it](a {{x}} b).", ["foreign-tag:1:12"]),
      ("See ![it]({{ site.baseurl }}/a b.png \"It\").", ["broken-markup:1:9"]),
      ("See [it]({{ site.baseurl }}/a b.pdf).", ["broken-markup:1:8"]),
      ("See [it]({{ x }}/a b.pdf).", ["broken-markup:1:8"]),
      ("See {{ a }} [it](https://x.org/ {{ b }}).", ["foreign-tag:1:5"]),
      ("<div style={{margin: 20}}>\n\nx\n\n</div>", ["html-as-text:1:1"]),
      ("Ships:\n| Port | Ships\n| Rowe | 12 |", ["broken-table:2:1"]),
      (
        "He wrote,\n[^3] of the nets,\n[^4] and *left*\n[^5].",
        ["dangling-note:2:1", "dangling-note:3:1", "dangling-note:4:1"]
      ),
      ("> He *wrote\n> it*\n> [^3] and [^4].", ["dangling-note:3:3", "dangling-note:3:12"]),
      ("One\n[^3] two\n| a |\n|---|\n| b[^4] |", ["dangling-note:2:1", "dangling-note:5:4"]),
      ("R&amp;D &nbps; or &nbps; it.", ["unknown-entity:1:9", "unknown-entity:1:19"]),
      ("One line\n– two\n– three", ["typed-bullets:2:1"]),
      ("The `list of\nit and\n*more*.", ["stray-backtick:1:5"]),
      ("The ** second ** boats.", ["stray-stars:1:5"]), ("2 ** 3 ** 4 and a ** b ** c", []),
      ("See [the log(https://x.org/a) here.", ["broken-markup:1:5"]),
      ("See [it] (https://x.org/a)?", ["broken-markup:1:8"]),
      ("The log (https://x.org/a) and [one] more.", []),
      ("a) one\nb) two", ["typed-bullets:1:1"]), ("(1) one\n(2) two", ["typed-bullets:1:1"]),
      ("We saw:\n(1) one\n(2) two", ["typed-bullets:2:1"]), ("I. One\nII. Two\nIII. Three", ["typed-bullets:1:1"]),
      ("①船\n②網", ["typed-bullets:1:1"]), ("1、船\n2、網", ["typed-bullets:1:1"]), ("一、船\n二、網", ["typed-bullets:1:1"]),
      ("1)one\n2)two", ["typed-bullets:1:1"]), ("✓ one\n✓ two", ["typed-bullets:1:1"]),
      ("We saw.\n\n*one\n*two", ["typed-bullets:3:1"]), ("It has two parts, of which (1) is\n(2) is the other", []),
      ("See a) the\nb) the", []), ("a) one\\\nb) two", []), ("a) one  \nb) two", []), ("＃＃見出し", ["broken-heading:1:1"]),
      ("港は＊＊太字＊＊です", ["stray-stars:1:3"]),
      ("｜港｜料金｜\n｜---｜---｜", ["broken-table:1:1"]), ("The __third boats", ["stray-emphasis:1:5"]),
      ("-one\n-two", ["typed-bullets:1:1"]), ("1.one\n2.two", ["typed-bullets:1:1"]),
      ("o\tone\no\ttwo", ["typed-bullets:1:1"]), ("–\tone\n–\ttwo", ["typed-bullets:1:1"]),
      ("-\u{A0}one\n-\u{A0}two", ["typed-bullets:1:1"]),
      ("# BULLETIN\n\nNo. 4 (54) • April 5, 2024 • © Bay\n\nText.", ["second-masthead:3:1"]),
      ("-5 in the north\n-7 in the south", []), ("-one\nbut two", []), ("3.one\n7.two", []),
      ("*Ferries.** None came.", ["stray-stars:1:1"]), ("**Ferries.* None came.", ["stray-stars:1:1"]),
      ("***Ferries.** None came.", ["stray-stars:1:1"]), ("***Ferries.*** None came.", []),
      ("The ship came\n---\nand left the harbour.", ["accidental-heading:2:1"]),
      ("12. 5. 2024 it was winter.", ["day-as-list-number:1:1"]),
      ("Text <Tabs a=\"b\">x</Tabs> and <Foo />.", ["html-as-text:1:6"]), ("A List<String> and <name>.", []),
      ("A pier.^[One.]", ["foreign-mark:1:8"]), ("A pier. <!- a comment ->", ["foreign-mark:1:9"]),
      ("[]{#_Toc1 .anchor}Head", ["foreign-mark:1:1"]),
      ("[a] and [b].\n\n[a]: https://x.org/1\n[a]: https://x.org/2\n[b]: https://x.org/3", ["repeated-definition:4:2"]),
      ("Zwykła Ĺ‚Ăłdka i fĂĽr.", ["lost-characters:1:8"]), ("MĂRIRE, FATĂ” și ĹBA", []),
      ("Jest gÄ™Ĺ› na wodzie.", ["lost-characters:1:7"]),
    ])
  func signs(body: String, expected: [String]) {
    #expect(found(body) == expected)
  }

  @Test("one warning a file tells of HTML that is not published, and notes the first place of each element")
  func refusedHTML() {
    let body = "<b onclick=x>a</b>\n\n<style>p{}</style>\n\n<p>a</p>\n<script>\nx();\n</script>\n\n<style>q{}</style>"
    let found = read(issue(body: body)).diagnostics.filter { $0.kind == .htmlAsText }
    #expect(found.map(\.message) == ["the attribute `onclick` is not published"])
    let notes = found.first?.notes ?? []
    #expect(
      notes.map(\.message) == ["the element `style` is not published", "the element `script` is not published"])
    #expect(notes.map { ($0.location?.line ?? 0) - 14 } == [3, 6])
  }

  @Test(
    "what authors mean to show, and what is no sign, is none",
    arguments: [
      "`**`, `](`, `[^x]`, 5*6, 2 * 3, 2**3, f***ing, a_b, [sic], [1][2], f(x)[1], t[i][j], * * * and ***.",
      "```\n**never, ](, [^n], | a |\n<<<<<<< HEAD\n=======\n>>>>>>> b\n###No\n{% if %}\n```",
      "\\*\\*Not bold, \\[not a link\\](really), \\[^n].", "#1 is Rowna; 50 | 50; 3 || 4. C:\\ is a disk.",
      "#winter #ice", "#WinterPort is open", "* #Winter: for the ice\n* #HarbourDays: for what is new",
      "[**#HarbourTalk - 7**](https://bay.example/7)", "They talk in the room\n##harbour-works of the port",
      "（[＃12](https://bay.example/12)）",
      "What Next?\n---\n\nx", "Title\n===\n\nx", "# One\n\nx", "x\n\n    let a = b()\n\ny", "1. One\n2. Two",
      "• one\n\n• two", "A set {a, b} and {} and { c }.", "Mark[^1] and [^1] again.\n\n[^1]: Note.",
      "| a | b |\n|---|---|\n| 1 | 2\\|3 |\n| 4 |", "a\n\n| a |\n|---|\n| b | |",
      "Array<Int> and <Ctrl> and a < b > c.",
      "{% raw %}{{ a }}{% endraw %} b", "{% raw %}\n{{ a }} {% b %}\n{% endraw %}", "`{{ a }}` and `{: .b}`",
      "H<sub>2</sub>O<br>and <a id=\"x\"></a><a name=\"y\"/>.", "<!-- gone -->\n\nx <!-- too --> y",
      "x\n\n=======\n\ny",
      "3 *4 is 12; 5* 6; the sum* of all.\n\n*Without the barges.", "A pointer *p, a path _posts/a.md and _config.yml.",
      "Ships run on *BSD and the _ioInit of it.", "Type `a`, and *the rest is code.", "A \\*filter is *shown*.",
      "See <https://x.org/?a=1&amp;b=2> and [it](<my file.csv>).",
      "About ~5 or ~~ 6; x~~y.", "He `quoted' it, and it`s ```odd.",
      "Std::: it is.\n\n:::", "```\n:::note\n```", "[[Words][Korean] of it](https://x.org/)",
      "[The [[bin]] section](https://x.org/)",
      "Mend largest[T](of: Slice[T]): T.",
      "A &amp;nbsp; and `&nbps;` and \\&nbps; are shown.",
      "R&D; AT&T; Q&A; Bed&Breakfast; a?b=1&copy=2.", "*Note* the star* here.", "It was 5 * 3 and *so* on.",
    ])
  func noSigns(body: String) {
    #expect(found(body) == [])
  }

  @Test("what is said of a link with a blank in its address can be done, and does it")
  func blankInAddress() throws {
    let found = try #require(read(issue(body: "A [list](my list.csv) of it.")).diagnostics.first)
    #expect(found.help == ["write `(<my list.csv>)`"])
    #expect(found.mend?.isSafe == false && found.mend?.edits.map(\.replacement.string) == ["<my list.csv>"])
    let web = try #require(read(issue(body: "See [it](https://x.org/a b).")).diagnostics.first)
    #expect(web.help == ["write `(https://x.org/ab)`"] && web.mend?.isSafe == false)
    let open = try #require(read(issue(body: "A [list](https://x.org/a of it.")).diagnostics.first)
    #expect(open.help == ["write `)` behind the address"] && open.mend == nil)
  }

  @Test(
    "what is put between pointed brackets ends like a file or begins like a folder; all else is for its author to say",
    arguments: [
      ("![A bay](../img/the bay)", "<../img/the bay>"), ("[a](my list.csv#row 2)", "<my list.csv#row 2>"),
      ("[a](my list.csv#row2)", "<my list.csv#row2>"), ("[sic](cf. the report of May)", nil),
      ("[clause 4](see p. 12)", nil), ("[4](see section 2.1)", nil), ("![A bay](bay.png =300x200)", nil),
      ("![A bay](https://x.org/bay.png =300x)", nil), ("[the plan](my plan.png (Title))", nil),
      ("[a](all of it e.g.)", nil),
    ])
  func blankInWords(body: String, meant: String?) throws {
    let found = try #require(read(issue(body: body)).diagnostics.first { $0.kind.name == "broken-markup" })
    #expect(found.mend?.edits.map(\.replacement.string) == meant.map { [$0] })
    #expect(found.mend?.isSafe != true)
  }

  @Test("what may be a sentence is mended only by somebody, unless its paragraph has more that is damaged")
  func damagedOrNot() throws {
    func isSafe(_ body: String) throws -> Bool {
      try #require(read(issue(body: body)).diagnostics.first { $0.kind.name == "lost-characters" }?.mend).isSafe
    }
    #expect(try !isSafe("One æœ¬ in it."))
    #expect(try !isSafe("One æœ¬ in it.\n\nAnd æœ¨."))
    #expect(try isSafe("One æœ¬ in it,\nand æœ¨."))
    #expect(try isSafe("One æœ¬ in a cafÃ©."))
    #expect(try isSafe("One æ—¥æœ¬ in it."))
  }

  @Test(
    "a name that HTML does not have is near to one that begins with as large a letter",
    arguments: [("caf&eacut; is", "&eacute;"), ("&Eacut;tat is", "&Eacute;"), ("a&nbps;b", "&nbsp;")])
  func nearName(body: String, meant: String) throws {
    let mend = try #require(read(issue(body: body)).diagnostics.first?.mend)
    #expect(mend.edits.map(\.replacement.string) == [meant] && !mend.isSafe)
  }

  @Test("a footnote and a mark that lack each other are said to belong together")
  func pairOfNotes() throws {
    let found = try #require(read(issue(body: "Boats.[^2]\n\n[^3]: They sank.")).diagnostics.first)
    #expect(found.notes.first?.location?.line == 17 && found.help == ["write `[^3]`, or give the footnote this name"])
    #expect(self.found("Boats.[^2] Nets.[^4]\n\n[^3]: They sank.").count == 3)
  }
}
