import Diagnostics
import Testing

@testable import Bulletins

@Suite("Beginnings of files")
struct BeginningTests {
  private let known = "---\ntitle: Rope Report\ndate: 2020-05-01\nnumber: 1\n---\n\n"

  @Test(
    "without a number line there is no masthead: a heading, a paragraph and a rule are text",
    arguments: [
      "# Week one\n\nIn this issue: a crane, a quay and some rope.\n\n---\n\n## The crane\n\nIt lifts.\n",
      "# Hello\n\nThe best of it were the people :)\n\n* * *\n\n## Points\n\nWe talked.\n",
      "# Ropes\n\nEditors: Orla Fenn (Chief\n\n---\n\n## Old ones\n\nThey hold.\n",
      "# Quay\n\nNo. 1 priority of the port is rope.\n\n---\n\nIt is tarred.\n",
      "# Quay\n\nMay 1, 2020 | by the water\n\n---\n\nIt is tarred.\n",
    ])
  func noMasthead(body: String) throws {
    let reading = read(known + body)
    #expect(reading.diagnostics.isEmpty)
    let issue = try #require(reading.issue)
    #expect(issue.editors.isEmpty && issue.lead.authors.isEmpty && issue.title == "Rope Report")
    let html = try #require(reading.texts.first).string
    #expect(html.contains("<hr />") && html.contains("</h1>") == false && html.contains("<h2"))
  }

  @Test("front matter may stand below comments, but not in one, nor below one with words behind it")
  func belowComments() {
    for comment in ["<!-- a note -->\n", "<!--\na note\n\nand more -->\n\n<!-- b -->\n"] {
      let reading = read(comment + known + "Text.\n")
      #expect(reading.issue?.title == "Rope Report" && reading.texts.first?.string == "<p>Text.</p>\n")
    }
    for text in ["<!--\n\(known)-->\nText.\n", "<!-- a --> b\n\(known)Text.\n", "<!-- a\n\(known)Text.\n"] {
      #expect(read(text).issue == nil)
    }
  }

  @Test("key lines are metadata at the very beginning, and text after front matter")
  func keyLines() {
    let reading = read(known + "Status: the talks go on.\n\nMore.\n")
    #expect(reading.texts.first?.string == "<p>Status: the talks go on.</p>\n<p>More.</p>\n")
    #expect(reading.diagnostics.isEmpty)
    #expect(read("Status: draft\nTitle: x\nDate: 2020-05-01\n\nText.\n").isDraft)
  }

  @Test("a first-level heading is the title where nothing else gives one")
  func headingAsTitle() throws {
    let named = read("# The *Mole*\n\nStones.\n", path: "2024-05-07-mole.md")
    #expect(named.issue?.title == "The Mole" && named.issue?.date.description == "2024-05-07")
    #expect(named.issue?.lead.titleHTML.string == "The <em>Mole</em>")
    #expect(named.texts.first?.string == "<p>Stones.</p>\n" && named.diagnostics.isEmpty)
    #expect(read("---\ndate: 2024-05-07\n---\n# Mole\n\nStones.\n").issue?.title == "Mole")
    #expect(kinds("---\ndate: 2024-05-07\n---\n## Mole\n\nStones.\n") == ["missing-title:1"])
  }

  @Test(
    "a title that front matter and the first heading give is printed once",
    arguments: ["# Rope Report", "## Rope Report", "# ROPE report.", "Rope Report\n===="])
  func titleTwice(heading: String) {
    let reading = read(known + heading + "\n\n## Second\n\nText.\n")
    #expect(reading.texts.first?.string == "<h2 id=\"second\">Second</h2>\n<p>Text.</p>\n")
    #expect(reading.issue?.title == "Rope Report" && reading.diagnostics.isEmpty)
  }

  @Test("another heading than the title stays text")
  func otherHeading() {
    #expect(
      read(known + "# Week one\n\nText.\n").texts.first?.string == "<h2 id=\"week-one\">Week one</h2>\n<p>Text.</p>\n")
  }

  @Test("an issue that ends too early is a warning at its last line, but not while it is a draft")
  func noText() {
    #expect(kinds(issue(body: "")) == ["missing-text:13"])
    #expect(kinds(known) == ["missing-text:2"])
    #expect(kinds("---\ndraft: true\n---\n" + issue(body: "")).isEmpty)
    #expect(kinds(issue(body: "![The pier](https://x.org/p.png)")).isEmpty)
  }

  @Test("a printed abstract that front matter puts otherwise stays text")
  func otherAbstract() {
    let reading = read("---\ndescription: For search engines.\n---\n" + issue())
    #expect(reading.issue?.lead.abstract == "For search engines.")
    #expect(reading.texts.first?.string == "<p><em>An abstract.</em></p>\n<p>Text.</p>\n")
    let same = read("---\ndescription: An abstract.\n---\n" + issue(abstract: "*An **abstract**.*"))
    #expect(same.issue?.lead.abstractHTML.string == "An <strong>abstract</strong>.")
  }
}
