import Bulletins
import Diagnostics
import Foundation
import TestSupport
import Testing
import Text

@testable import Importing

@Suite("Importing documents")
struct DocumentTests {
  private func text(_ top: Int, _ left: Int, _ width: Int, _ font: Int, _ markup: String, height: Int = 18) -> String {
    "<text top=\"\(top)\" left=\"\(left)\" width=\"\(width)\" height=\"\(height)\" font=\"\(font)\">\(markup)</text>\n"
  }

  private func page(_ lines: String...) -> String {
    "<page number=\"1\" position=\"absolute\" top=\"0\" left=\"0\" height=\"1000\" width=\"700\">\n" + lines.joined()
      + "</page>\n"
  }

  private let fonts = """
    <fontspec id="0" size="14" family="A"/>
    <fontspec id="1" size="25" family="B"/>
    <fontspec id="2" size="10" family="A"/>

    """

  private func read(_ pages: String...) -> (text: String, doubts: [String]) {
    let margins = PrintedMargins(PrintedPages(Bytes(pages.joined().utf8)).lines)
    var layout = PrintedLayout(margins.text)
    let text = layout.markdown
    return (text, layout.doubts + margins.doubtful)
  }

  @Test("of a printed issue in two columns come masthead, title, abstract, run-in headings, divided words and notes")
  func printed() {
    let (markdown, doubts) = read(
      page(
        fonts, text(960, 300, 40, 2, "1 / 2"), text(60, 50, 90, 0, "<b>TIDE LETTER</b>"),
        text(60, 140, 300, 0, " • No. 7 (31) • March 4, 2019 • © Pilot House • ISSN 1234-5679"),
        text(80, 50, 300, 0, "Editors: Karla Moor (Editor)"), text(120, 50, 400, 1, "<b>The ebb</b>", height: 36),
        text(170, 50, 100, 0, "Ole Brandt"), text(200, 60, 300, 0, "<i>The water falls twice a day,</i>"),
        text(220, 60, 300, 0, "<i>and nobody asks why.</i>"),
        text(260, 50, 250, 0, "Boats lie on the sand at the har-"),
        text(280, 50, 250, 0, "bour&#39;s end, and wait for the flood."), text(280, 300, 6, 2, "1", height: 14),
        text(310, 50, 60, 0, "<b>Nets.</b>"), text(310, 110, 190, 0, " They hang over the rail of each"),
        text(260, 360, 250, 0, "boat and dry."), text(290, 360, 60, 0, "<b>Lamps.</b>"),
        text(290, 420, 190, 0, " None burn.")),
      page(
        text(60, 50, 250, 2, "Tide Letter 7"), text(960, 300, 40, 2, "2 / 2"),
        text(100, 50, 250, 2, "1. Not in winter.")))
    #expect(
      markdown == """
        # TIDE LETTER

        No. 7 (31) • March 4, 2019 • © Pilot House

        Editors: Karla Moor (Editor)

        ---

        ## The ebb

        Ole Brandt

        *The water falls twice a day, and nobody asks why.*

        Boats lie on the sand at the harbour's end, and wait for the flood.[^1]

        **Nets.** They hang over the rail of each boat and dry.

        **Lamps.** None burn.

        [^1]: Not in winter.

        """)
    #expect(doubts.contains { $0.contains("harbour") })
    #expect(doubts.contains { $0.contains("ISSN 1234-5679") })
  }

  @Test("signs that Markdown would take for its own are escaped")
  func escaped() {
    let (markdown, _) = read(page(fonts, text(200, 50, 250, 0, "1. a*b [c] &lt;d&gt; e_f")))
    #expect(markdown.contains("1\\. a\\*b \\[c] \\<d> e\\_f"))
  }

  @Test("what was typed without a rule becomes a masthead, in any language, and other texts stay as they are")
  func masthead() {
    let typed = "BIULETYN\n\nNr 1 (18) • 9 marca 2019 • © Port\n\nRedakcja: Jan Kos\n\n# Prom\n\nTekst.\n"
    #expect(
      PrintedText.withMasthead(typed).text
        == "# BIULETYN\n\nNr 1 (18) • 9 marca 2019 • © Port\n\nRedakcja: Jan Kos\n\n---\n\n## Prom\n\nTekst.\n")
    #expect(!PrintedText.withMasthead("# A title\n\nText.\n").hasMasthead)
  }

  /// Whether a program is installed; tests of what it makes are skipped where it is not.
  private static func has(_ program: String) -> Bool {
    ["/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + program) }
  }

  @Test("a Word document gives back the issue that it was made of", .enabled(if: has("pandoc"), "no pandoc"))
  func word() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/old", withIntermediateDirectories: true)
    let issue = """
      # TIDE LETTER

      No. 7 (31) • March 4, 2019 • © Pilot House

      Editors: Karla Moor (Editor)

      ---

      ## The ebb

      Ole Brandt

      *The water falls.*

      Boats lie on the sand.

      **Nets.** They dry.

      """
    try Data(issue.utf8).write(to: URL(filePath: folder + "/issue.md"))
    let pandoc = Process()
    pandoc.executableURL = URL(filePath: "/usr/bin/env")
    pandoc.arguments = ["pandoc", "-f", "markdown", "-o", folder + "/old/seven.docx", folder + "/issue.md"]
    try pandoc.run()
    pandoc.waitUntilExit()
    let report = try Import.run(from: folder + "/old", to: folder + "/new")
    #expect(report.written.contains("Content/bulletins/seven.md"))
    let made = try String(contentsOfFile: folder + "/new/Content/bulletins/seven.md", encoding: .utf8)
    // Pandoc keeps “No.” and its number on one line.
    #expect(made.replacing("\u{A0}", with: " ") == issue)
  }

  @Test(
    "what a text of reStructuredText says of itself stands above it, in fields or in comments",
    arguments: [
      (
        "######\nThe ebb\n######\n\n:date: 2019-03-04\n:tags: ice,\n  nets\n\nWater: it falls.\n", "The ebb",
        ["date=2019-03-04", "tags=ice, nets"], "Water: it falls.\n"
      ),
      (
        ".. title: The ebb\n.. date: 2019-03-04\n.. category:\n\nText\n====\n", nil,
        ["title=The ebb", "date=2019-03-04", "category="], nil
      ),
      ("The ebb\n-------\n\n:doc:`x` is read.\n", "The ebb", [], ":doc:`x` is read.\n"),
      ("It falls.\n\n:date: never\n", nil, [], "It falls.\n\n:date: never\n"),
    ] as [(String, String?, [String], String?)])
  func structuredHead(file: String, title: String?, fields: [String], text: String?) {
    let head = StructuredTextHead(file)
    #expect(head.fields.map { "\($0.key)=\($0.value)" } == fields)
    if let text { #expect(head.title == title && head.text == text) }
  }

  @Test("a text of reStructuredText becomes one of Markdown", .enabled(if: has("pandoc"), "no pandoc"))
  func structured() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/old/2019", withIntermediateDirectories: true)
    let old =
      "The ebb\n#######\n\n:date: 2019-03-04\n:tags: ice, nets\n\nThe *water* `falls <https://x.example/>`_.\n\n.. tide:: high\n"
    try old.write(toFile: folder + "/old/2019/ebb.rst", atomically: true, encoding: .utf8)
    let report = try Import.run(from: folder + "/old", to: folder + "/new")
    let made = try String(contentsOfFile: folder + "/new/Content/bulletins/2019/ebb.md", encoding: .utf8)
    #expect(
      made.hasPrefix("---\ntitle: \"The ebb\"\ndate: \"2019-03-04\"\ntags: [\"ice\", \"nets\"]\n---\n\n"), "\(made)")
    #expect(made.contains("The *water* [falls](https://x.example/)."))
    #expect(report.doubts.contains { $0.file == "2019/ebb.rst" && $0.message.contains("`.. tide::`") })
  }

  @Test("a page of HTML gives title, day, text and its former address", .enabled(if: has("pandoc"), "no pandoc"))
  func html() throws {
    let folder = Project.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/old/2019/ebb.html"
    try FileManager.default.createDirectory(atPath: folder + "/old/2019", withIntermediateDirectories: true)
    let page =
      "<html><head><title>Tides: the ebb</title></head><body><nav>Home</nav><article><h1>The &amp; ebb</h1><time datetime=\"2019-03-04\">March</time><p>The <em>water</em> falls.</p></article></body></html>"
    try Data(page.utf8).write(to: URL(filePath: path))
    _ = try Import.run(from: folder + "/old", to: folder + "/new")
    let made = try String(contentsOfFile: folder + "/new/Content/bulletins/2019/ebb.md", encoding: .utf8)
    #expect(made.hasPrefix("---\ntitle: \"The & ebb\"\ndate: 2019-03-04\naliases: [\"/2019/ebb.html\"]\n---\n"))
    #expect(made.contains("The *water* falls."))
    #expect(!made.contains("Home"))
  }

  @Test(
    "of a page that was published here come masthead, names without links, abstract and run-in headings, and no menus")
  func publishedPage() throws {
    let page = try #require(
      PublishedPage(
        """
        [Skip to content](#main)

        - [Archive](/archive/)

        [Tide Letter](/)

        TIDE LETTER • No.\u{A0}7 (31) • March 4, 2019

        Editors: [Karla Moor](/people/karla-moor/) (Editor)

        # The ebb

        [Ole Brandt](/people/ole-brandt/)

        The water falls twice a day.

        ## In this issue

        - [Nets](#nets)
        - [Lamps](#lamps)

        Boats wait.

        ## Nets.

        They hang [there](/2019/6/).

        ### A list: of nets

        Topics: [Nets](/topics/nets/)

        Cite as: Ole Brandt, <https://tides.example/2019/7/>

        [Previous issue](/2019/6/)

        """))
    #expect(
      page.text == """
        # TIDE LETTER

        No. 7 (31) • March 4, 2019

        Editors: Karla Moor (Editor)

        ---

        ## The ebb

        Ole Brandt

        *The water falls twice a day.*

        Boats wait.

        **Nets.** They hang [there](/2019/6/).

        ### A list: of nets

        """)
    #expect(page.leftOut.first == "Topics: Nets")
    #expect(page.leftOut.count == 3)
    #expect(PublishedPage("Tides • No. 7\n\nText.\n") == nil)
  }
}
