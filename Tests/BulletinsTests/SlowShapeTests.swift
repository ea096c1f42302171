import Bulletins
import Diagnostics
import Glibc
import Testing
import Text

/// Texts that parsers, or loops of our own, are slow on: each is read in the time that its length allows.
@Suite("Slow shapes")
struct SlowShapeTests {
  private static func times(_ unit: String, _ bytes: Int) -> String {
    String(repeating: unit, count: max(1, bytes / unit.utf8.count))
  }

  private static func counted(_ bytes: Int, _ unit: (Int) -> String) -> String {
    (0..<max(1, bytes / unit(100).utf8.count)).map(unit).joined()
  }

  /// Makes a text of about so many bytes.
  private struct Shape: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (Int) -> String

    init(_ name: String, _ make: @escaping @Sendable (Int) -> String) { (testDescription, self.make) = (name, make) }
  }

  private static let front = "---\ntitle: T\nnumber: 1\ndate: 2020-01-01\n"

  private static let shapes = [
    Shape("cells that are missing") { times("|a", $0 / 3) + "\n" + times("|-", $0 / 3) + "\n" + times("b\n", $0 / 3) },
    Shape("columns times rows") { _ in times("a|", 400) + "\n" + times("-|", 400) + "\n" + times("|x\n", 60_000) },
    Shape("backticks in a cell") { "|a|\n|-|\n|" + times("`|", $0) + "\n" },
    Shape("delimiters below each other") { "a\n" + times("|-|\n", $0) },
    Shape("lines above a table") { times("abc\n", $0) + "|a|\n|-|\n" },
    Shape("tables below long paragraphs") { times(times("abc\n", 15_000) + "|a|\n|-|\n\n", $0) },
    Shape("lines above what is no table") { times("abc\n", $0 / 2) + times("|-|-|\n", 250) },
    Shape("rows that are none") { times("a|b\n", $0) },
    Shape("brackets behind an address") { "www.a.example" + times(")", $0) },
    Shape("addresses without blanks") { times("http://a<", $0) },
    Shape("e-mail addresses") { times("mailto:a@b.example ", $0) },
    Shape("images that do not end") { times("![[]()", $0) },
    Shape("brackets inside each other") { times("[", $0 / 2) + times("]", $0 / 2) },
    Shape("stars between brackets") {
      times("**x [a*b**c*](d) ", 12_000) + "\n\n" + times("**x [a*b**c*](d) ", $0 / 4)
    },
    Shape("instructions that do not end") { times("a <? b ", $0) },
    Shape("declarations that do not end") { times("a <!A b ", $0) },
    Shape("data that do not end") { times("a <![CDATA[ b ", $0) },
    Shape("attributes") { "<p " + counted($0) { "a\($0)=b " } + ">x</p>" },
    Shape("a reference that is used often") { "[a]: " + times("u", $0 / 2) + "\n\n" + times("[a] ", $0 / 2) },
    Shape("a short reference that is used often") { "[a]: " + times("u", 90) + "\n\n" + times("[a]\n\n", $0) },
    Shape("addresses that are defined for one link each") { counted($0) { "[ẞ\($0)ß]: u\($0)\n\n[SS\($0)ss]\n\n" } },
    Shape("links by reference in a table") { size in
      "[r]: https://a.example/\n\n|a|\n|-|\n" + times("|[r]|\n", min(size, 18_000))
    },
    Shape("articles") { times("## The quay\n\nAda Example\n\n", $0) },
    Shape("articles with notes") { size in
      counted(size) { "## The quay\n\nAda Example\n\nOak.[^\($0)]\n\n[^\($0)]: Note.\n\n" }
    },
    Shape("mastheads") { times(head, $0) },
    Shape("equal headings") { times("### Same\n\nText.\n\n", $0) },
    Shape("equal run-ins") { times("**Same.** Text.\n\n", $0) },
    Shape("different run-ins") { counted($0) { "**Topic \($0).** Text.\n\n" } },
    Shape("paragraphs that go on") { times("and so it goes on\n\n", $0) },
    Shape("links in one paragraph") { times("[x](a.md) ", $0 / 2) },
    Shape("footnotes") { size in
      counted(size / 2) { "[^\($0)] " + ($0 % 50 == 0 ? "\n\n" : "") } + "\n\n"
        + counted(size / 2) { "[^\($0)]: x\n\n" }
    },
    Shape("lists in each other and blank lines") { times("- ", $0 / 2) + "x" + times("\n", $0 / 2) },
    Shape("quotations in each other and lines that go on") { times("> ", $0 / 2) + "x\n" + times("a\n", $0 / 2) },
    Shape("damaged letters in one line") { times("Ã© â€™ ", $0) },
    Shape("lists of attributes") { times("{: .x}\n", $0) },
    Shape("lists of attributes below paragraphs") { times("a\n{: .x}\n\n", $0) },
    Shape("lists of attributes below items") { times("- a\n  {: .x}\n", $0) },
    Shape("one list of attributes below many lines") { times("a\n", $0) + "{: .x}" },
    Shape("names of lists that double") { "{:a: .x}\n" + times("{:a: a a}\n", $0) },
    Shape("comments of kramdown that do not end") { times("{::comment}\n", $0) },
    Shape("comments of Liquid that do not end") { times("{% comment %}\n", $0) },
    Shape("backticks of all lengths") { size in
      (1...max(2, Int(Double(size).squareRoot()))).map { times("`", $0) + " " }.joined() + "{: .x}"
    },
    Shape("emphasis above a table") { times("_x\n", $0 / 2) + "|a|\n|-|\n|b|\n" },
    Shape("lines with dashes that are no list") {
      "a\n" + times("– b\n", $0 / 2) + "c\n– d\n" + times("– b\n", $0 / 2)
    },
    Shape("tags of what HTML does not have") { "<p>a</p>" + counted($0) { "<x\($0)></x\($0)>" } },
    Shape("end tags of blocks in a paragraph") { times("<div>\n\n", $0 / 2) + times("a</div>", $0 / 2) },
    Shape("tags behind which none is read") { "<p>a</p>" + times("<xmp><title><textarea>", $0) },
    Shape("elements that ask for Markdown") { "<b>\n" + times("<div markdown>\n<p markdown>a\n", $0) },
    Shape("names that HTML does not have") { times("a &nbps; ", $0) },
    Shape("shown names in one line") { times("a &amp;nbps; ", $0) },
    Shape("different names in one line") { counted($0) { "&nbsq\($0); " } },
    Shape("marks without footnotes") { times("a[^1] ", $0) },
    Shape("drawings that never end") { times("a <svg>", $0) },
    Shape("styles that never end") { times("a <style>", $0) },
    Shape("mail addresses that never end") { times("[a](mailto:b?c d ", $0) },
    Shape("changes without end") { times("{++a ", $0) }, Shape("shortcodes without end") { times("[gallery a=1 ", $0) },
    Shape("raised letters on one line") { times("m^2^ ", $0) },
    Shape("escaped raised letters") { times("m\\^2^ ", $0) },
    Shape("raised letters that touch") { times("a^b^^c ", $0) },
    Shape("raised letters in a text with one formula at its end") { times("a^b^ ", $0) + "\\" },
    Shape("different escaped letters between emphasis") { counted($0) { "m\\^\($0)^ *a* " } },
    Shape("runs of tildes that differ") { times("a~b~~c ", $0) },
    Shape("runs of stars and underscores that differ") { times("*a**b_c__ ", $0) },
    Shape("stars, underscores and tildes in one word") { times("a*b_c~~d", $0) },
    Shape("readings of letters without an end") { times("<rt>", $0) },
    Shape("readings of letters in each other") { times("<ruby><rt><rp>", $0) },
    Shape("items in terms") { "a " + times("<li><dd>", $0) },
    Shape("stars behind tags") { "<div>" + times("<b>a</b>", $0) + "**a" },
    Shape("definitions and code") { times("    a\n\n[a]: b\n\n", $0) },
    Shape("marks without footnotes at the beginnings of lines") { counted($0) { "[^\($0)]\n" } },
    Shape("marks that are never closed") { times("[^a ", $0) },
    Shape("frames that end by themselves") { times("<iframe src=//a.example />\n", $0) },
    Shape("quotations without an end") { times("{{< quote >}}\n", 25_000) + times("a\n", $0 / 2) },
    Shape("tags in one line") { times("{{< youtube abc >}} ", $0) },
    Shape("a value that doubles") { "{% assign a = 'x' %}\n" + times("{% assign a = a | append: a %}\n", $0) },
    Shape("a path without end") { "{% assign a = 'x' %}{{ " + times("a[", $0) + " }}" },
    Shape("blocks between colons") { times("::: note\na\n:::\n\n", $0) },
    Shape("blocks between colons in each other") { times("::: note\n", $0 / 2) + times(":::\n", $0 / 2) },
    Shape("blocks between colons that hold blank lines") {
      times("::: note\n", $0 / 4) + times("\n", $0 / 2) + times(":::\n", $0 / 4)
    },
    Shape("blocks between colons that are moved in") { times("      ::: note\n", $0) },
    Shape("blocks below exclamation marks") { times("!!! note \"a\"\n    b\n\n", $0) },
    Shape("lists of contents") { times("## H\n\n", $0 / 2) + times("[TOC]\n\n", $0 / 2) },
    Shape("headings that no list of contents has") { "[TOC]\n\n" + times("## H\n{: .no_toc}\n\n", $0) },
    Shape("sentences that begin in lower case") { times("word. next. ", $0) },
    Shape("YAML: signs and elements in a title") {
      "---\nnumber: 1\ndate: 2020-01-01\ntitle: \"" + times("&amp;<b>", min($0, 120_000)) + "\"\n---\n\nText.\n"
    },
    Shape("YAML: blank lines in a text as it stands") {
      front + "x: |\n  a\n" + times("\n", $0) + "  b\n---\n\nText.\n"
    },
    Shape("YAML: blank lines in a folded text") { front + "x: >-\n  a\n" + times("\n", $0) + "  b\n---\n\nText.\n" },
    Shape("YAML: blank lines in a plain text") { front + "x: a\n" + times("\n", $0) + "  b\n---\n\nText.\n" },
    Shape("YAML: lines of blanks in quotation marks") {
      front + "x: \"a" + times("  \n", $0) + "  b\"\n---\n\nText.\n"
    },
    Shape("YAML: blank lines behind a text") { front + "x: |-\n  a\n" + times("\r\n", $0) + "---\n\nText.\n" },
    Shape("YAML: runs of blank lines") {
      front + "x: |\n" + times("  a\n" + times("\n", 90), $0) + "---\n\nText.\n"
    },
    Shape("YAML: topics") { front + "topics: [" + counted($0) { "t\($0), " } + "a]\n---\n\nText.\n" },
    Shape("YAML: topics in lines") { front + "topics:\n" + counted($0) { "- t\($0)\n" } + "---\n\nText.\n" },
    Shape("YAML: authors") { front + "authors: [" + counted($0) { "Ada B\($0), " } + "Ada C]\n---\n\nText.\n" },
    Shape("YAML: keys") { front + counted($0) { "k\($0): v\n" } + "---\n\nText.\n" },
    Shape("YAML: anchors") { front + counted($0) { "k\($0): &a\($0) v\n" } + "---\n\nText.\n" },
    Shape("byline: authors") { size in
      "# BULLETIN\n\nNo. 1 (1) • January 8, 2026 • © X\n\n---\n\n## T\n\n" + counted(size) { "Ada B\($0), " }
        + "Ada C\n\nText."
    },
    Shape("masthead: editors on lines of their own") { editors("Ada\\\n", $0) },
    Shape("masthead: editors on lines that end in blanks") { editors("Ada  \n", $0) },
    Shape("masthead: labels") { editors("Ada:\n", $0) }, Shape("masthead: one name") { editors("与", $0) },
    Shape("masthead: letters that join the comma") { editors("\u{301}a, ", $0) },
    Shape("masthead: initials") { editors("A.-B. C., ", $0) }, Shape("masthead: additions") { editors("III, ", $0) },
    Shape("byline: lines of one name") { head.dropLast(2) + times("\\\nAda", $0) + "\n\nText.\n" },
    Shape("YAML: one name in many lines") {
      front + "authors: |\n" + times("  Ada\n", $0) + "---\n\nText.\n"
    },
    Shape("TOML: topics") {
      "+++\ntitle='T'\nnumber=1\ndate=2020-01-01\ntopics=[" + counted($0) { "'t\($0)'," } + "]\n+++\n\nText.\n"
    },
    Shape("header lines: authors") {
      "Title: T\nNumber: 1\nDate: 2020-01-01\nAuthors: " + counted($0) { "Ada B\($0), " } + "Ada C\n\nText.\n"
    },
  ]

  /// A masthead with one list of editors.
  private static func editors(_ unit: String, _ bytes: Int) -> String {
    "# BULLETIN\n\nNo. 1 (1) • January 8, 2026 • © X\n\nEditors: " + times(unit, bytes)
      + "\n\n---\n\n## T\n\nAda Example\n\nText.\n"
  }

  private static let head =
    "# BULLETIN\n\nNo. 1 (1) • January 8, 2026 • © X\n\nEditors: Ada Example\n\n---\n\n## T\n\nAda Example\n\n"

  @Test("each is read in the time that its length allows, or refused at its line", arguments: shapes)
  private func shape(_ shape: Shape) {
    for size in [25_000, 200_000] {
      let text = shape.make(size)
      let isWhole =
        text.hasPrefix("---") || text.hasPrefix("# BULLETIN") || text.hasPrefix("+++") || text.hasPrefix("Title")
      let source = SourceFile(path: "a.md", bytes: Bytes((isWhole ? text : Self.head + text + "\n").utf8))
      let start = Self.seconds
      let reading = Issue.read(source)
      let took = Self.seconds - start
      // What is compiled for tests takes ten times as long as what is published.
      #expect(took < 8, "\(size) bytes take \(took) s")
      #expect(reading.issue != nil || reading.diagnostics.contains { $0.severity == .error && $0.location != nil })
    }
  }

  @Test("braces of MDX are looked for on their line alone")
  func mdx() {
    for line in ["{a}\n", "<img style={{ a\n", "{require('a\n", "`{/*`\n", "import {\n", "export const a = {\n\n"] {
      let text = "---\ntitle: T\nnumber: 1\ndate: 2020-01-01\n---\n\n" + Self.times(line, 200_000)
      let start = Self.seconds
      _ = Issue.read(SourceFile(path: "a.mdx", bytes: Bytes(text.utf8)))
      #expect(Self.seconds - start < 8, "\(line) takes \(Self.seconds - start) s")
    }
  }

  private static let slips = [
    Shape("opened brackets") { times("(", $0) }, Shape("closed brackets") { times(")", $0) },
    Shape("brackets of words") { times("a [b ", $0) }, Shape("opened quotations") { times("“a ", $0) },
    Shape("closed quotations") { times("a” ", $0) }, Shape("doubled words") { times("the the boat boat , ", $0) },
    Shape("divided words") { times("har-\nbour ", $0) }, Shape("ranges") { times("1931-1960 1931–1960 ", $0) },
    Shape("brackets in paragraphs of ten pages") { times(times(") ", 30_000) + "\n\n", $0) },
  ]

  @Test("the style of each is looked at in the time that its length allows", arguments: slips)
  private func style(_ shape: Shape) {
    var options = ReadingOptions()
    options.looksAtStyle = true
    let source = SourceFile(path: "a.md", bytes: Bytes((Self.head + shape.make(200_000) + "\n").utf8))
    let start = Self.seconds
    #expect(Issue.read(source, options: options).issue != nil)
    #expect(Self.seconds - start < 12, "it takes \(Self.seconds - start) s")
  }

  /// What this thread has used of the processor.
  private static var seconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
