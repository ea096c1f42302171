import Diagnostics
import Testing
import Text

@testable import Bulletins

@Suite("Texts of Franklin")
struct FranklinTests {
  @Test(
    "lines of a program say what they say, with `@def` or between `+++`",
    arguments: ["@def %\n@def hascode = true\n", "+++\n%\nhascode = true\nmeta = [(\"a\", \"b\")]\n+++\n"])
  func head(form: String) {
    let lines = [
      "title = \"The \\\"ebb\\\" of May\"", "rss_pubdate = Date(2024, 5, 7)", "tags = [\"ice\", \"nets\"]",
      "authors = \"\"\" <a href=\"https://x.org/\">Ada Rill</a>, Bo Lund\"\"\"",
      "rss_description = \"\"\"Low\nwater, a < b.\"\"\"",
    ]
    let joint = form.hasPrefix("@") ? "\n@def " : "\n"
    let reading = read(form.replacing("%", with: lines.joined(separator: joint)) + "\nText.\n")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.printed))")
    let issue = reading.issue
    #expect(issue?.title == "The \"ebb\" of May" && issue?.date.description == "2024-05-07")
    #expect(issue?.tags == ["ice", "nets"] && issue?.lead.authors.map(\.name) == ["Ada Rill", "Bo Lund"])
    #expect(issue?.lead.abstract == "Low water, a < b.")
    #expect(reading.texts.first?.string == "<p>Text.</p>\n")
  }

  @Test("the day for readers goes before the one for feeds")
  func published() {
    let text = "@def title = \"A\"\n@def rss_pubdate = Date(2024, 5, 19)\n@def published = \"9 May 2024\"\n\nText.\n"
    #expect(read(text).issue?.date.description == "2024-05-09")
  }

  @Test(
    "blank lines between those of the head, and a comment above, take nothing from it",
    arguments: [
      "@def published = \"9 May 2024\"\n\n\n@def title = \"A\"\n",
      "\n@def title = \"A\"\n \n@def published = \"9 May 2024\"\n",
      "<!-- a note -->\n\n@def title = \"A\"\n@def published = \"9 May 2024\"\n",
    ])
  func looseHead(head: String) {
    let reading = read(head + "\nText.\n")
    #expect(reading.issue?.title == "A" && reading.issue?.date.description == "2024-05-09")
    #expect(reading.diagnostics.isEmpty && reading.texts.first?.string == "<p>Text.</p>\n")
  }

  @Test("what stands between tildes is HTML, and what between `@@` is a block")
  func body() {
    let text = """
      @def title = "A"
      @def published = "9 May 2024"

      \\toc

      ~~~
      <p class="x">Ice</p>
      ~~~

      Low ~~~<em>water</em>~~~ here.

      @@note
      Nets.
      @@

      ```
      ~~~
      ```
      """
    let html = read(text).texts.first?.string ?? ""
    #expect(html.contains("<p class=\"x\">Ice</p>") && !html.contains("toc"))
    #expect(html.contains("<em>water</em>") && html.contains("<p class=\"alert-title\">Note</p>\n<p>Nets.</p>"))
    #expect(html.contains("<code>~~~\n</code>"), "\(html)")
  }

  @Test("TOML that is wrong is wrong, and no program")
  func toml() { #expect(kinds("+++\ntitle = Ice\n+++\nText.\n") == ["malformed-front-matter:2"]) }
}
