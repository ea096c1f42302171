import Coding
import Diagnostics
import Markdown
import Testing
import Text

@testable import Bulletins

@Suite("Heads of articles")
struct ArticleHeadTests {
  @Test(
    "italics line by line, with the stop behind them, or above the byline are an abstract",
    arguments: [
      issue(abstract: "*It is late.*\n*Nobody came.*"), issue(abstract: "*It is late. Nobody came*."),
      issue(byline: "*It is late. Nobody came.*", abstract: "Lena Orzech"),
    ])
  func abstracts(text: String) {
    let reading = read(text)
    #expect(reading.issue?.lead.abstract == "It is late. Nobody came.")
    #expect(reading.issue?.lead.authors.map(\.name) == ["Lena Orzech"] && reading.diagnostics.isEmpty)
  }

  @Test(
    "a line below the authors that may be another one is advice",
    arguments: [
      ("Ole Brandt", true), ("Ole Brandt, Ida Lund", true), ("Harbour Office", false), ("Rowna", false),
      ("University of Tarn, Rowna", false), ("Rowna, 2 May", false),
    ])
  func namesBelow(line: String, isFound: Bool) {
    let reading = read(issue(byline: "Nora Quist\n\n\(line)"))
    #expect(reading.diagnostics.map(\.kind.name) == (isFound ? ["name-below-byline"] : []))
    #expect(reading.issue?.lead.authors.map(\.name) == ["Nora Quist"])
  }

  @Test(
    "a heading is the title of another article only where names stand below it, and no thing does",
    arguments: [
      ("A New Crane", 1), ("An van Houtte", 2), ("An Old Town", 1), ("A B Rill", 2), ("A. Rill", 2), ("Ada Rill", 2),
    ])
  func otherArticles(line: String, count: Int) {
    let reading = read(issue(body: "Text.\n\n## In Brief\n\n\(line)\n\nMore text."))
    #expect(reading.issue?.articles.count == count)
  }

  @Test("italics between title and byline are a subtitle, where the abstract stands below")
  func subtitleInItalics() {
    let article = read(issue(byline: "*A Story of Nine Permits*\n\nLena Orzech")).issue?.lead
    #expect(article?.subtitleHTML.string == "A Story of Nine Permits" && article?.abstract == "An abstract.")
  }

  @Test("the second paragraph of an abstract may be unclosed as the first may")
  func unclosedSecond() {
    #expect(kinds(issue(abstract: "*It is late.*\n\n*Nobody came.")) == ["unclosed-abstract:15"])
  }

  @Test("an abstract may have several paragraphs, but not all that there is")
  func abstracts() {
    let two = read(issue(abstract: "*One is so.*\n\n*Two is *more* so.*"))
    #expect(two.issue?.lead.abstract == "One is so. Two is more so.")
    #expect(two.issue?.lead.abstractHTML.string == "One is so.<br>\nTwo is <em>more</em> so.")
    #expect(two.texts.first?.string == "<p>Text.</p>\n")
    let all = read(issue(abstract: "*One is so.*", body: "*Two is so.*"))
    #expect(all.issue?.lead.abstract == "One is so." && all.texts.first?.string == "<p><em>Two is so.</em></p>\n")
  }

  @Test("a mark of italics that is never closed is a warning where it stands", arguments: ["*", "_"])
  func unclosed(mark: String) {
    #expect(kinds(issue(abstract: "\(mark)An abstract that goes on and on.")) == ["unclosed-abstract:13"])
    #expect(kinds(issue(abstract: "\\\(mark)An abstract that goes on and on.")).isEmpty)
    #expect(kinds(issue(abstract: "\(mark)De facto\(mark) it goes on and on.")).isEmpty)
  }

  @Test(
    "a mark that is missing before an abstract, one too many, or a blank beside one is a warning where it stands",
    arguments: [
      ("An abstract that goes on.*", "unclosed-abstract:13:26"),
      ("An abstract\nthat goes on._", "unclosed-abstract:14:14"),
      ("*An abstract that goes on.**", "unclosed-abstract:13:27"),
      ("**An abstract that goes on.*", "unclosed-abstract:13:28"),
      ("* An abstract that goes on.*", "unclosed-abstract:13:1"),
      ("*An abstract that goes on. *", "unclosed-abstract:13:28"),
      ("*An abstract that **goes on.*", "unclosed-abstract:13:19"),
      ("*An abstract that** goes on.*", "unclosed-abstract:13:18"),
    ])
  func unevenMarks(abstract: String, finding: String) {
    let found = read(issue(abstract: abstract)).diagnostics
    #expect(found.map { "\($0.kind.name):\($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == [finding])
  }

  @Test(
    "a text without abstract may end a paragraph with the mark of a note, with words in italics, and begin with a list",
    arguments: [
      ("Three ships came.*", "More.\n\n\\* By the count of the pilots."), ("Three ships came, *all late.*", "More."),
      ("It was *De facto*", "More."), ("* ships\n* nets", "More."), ("* ships", "More."),
      ("Three ships came.\\*", "More."),
    ])
  func noAbstract(first: String, body: String) {
    #expect(kinds(issue(abstract: first, body: body)).allSatisfy { !$0.hasPrefix("unclosed-abstract") })
  }

  @Test("a line with the authors' house is no author, and stands above the abstract")
  func affiliation() {
    let reading = read(issue(byline: "Lena Orzech\n\nHarbour *Office*, Rowna"))
    #expect(reading.issue?.lead.authors.map(\.name) == ["Lena Orzech"])
    #expect(reading.issue?.lead.affiliationHTML.string == "Harbour <em>Office</em>, Rowna")
    #expect(reading.issue?.lead.abstract == "An abstract." && reading.diagnostics.isEmpty)
    let sentence = read(issue(byline: "Lena Orzech\n\nThe harbour was closed all winter."))
    #expect(sentence.issue?.lead.abstract == nil && sentence.issue?.lead.affiliationHTML.isEmpty == true)
  }

  @Test("a further author below the first, each with a house, is one, too")
  func furtherBlocks() {
    let reading = read(issue(byline: "Lena Orzech\nHarbour Office, Rowna\n\nBorys Kmita\nPort School, Tarn"))
    #expect(reading.issue?.lead.authors.map(\.name) == ["Lena Orzech", "Borys Kmita"])
    #expect(reading.issue?.lead.abstract == "An abstract.")
  }

  @Test("the mark of a note may stand behind the abstract")
  func noteBehindAbstract() {
    let reading = read(issue(abstract: "*An abstract.*[^1]", body: "Text.\n\n[^1]: A note."))
    #expect(reading.issue?.lead.abstract == "An abstract.")
    #expect(reading.issue?.lead.abstractHTML.string.contains("#fn-1") == true)
  }

  @Test("a sentence that a rule made a heading begins no article, whoever signs below it")
  func ruleBelowSentence() {
    let text = issue(body: "The boat came in when it was calm again.\n---\n\nBorys Kmita\n\nMore text.")
    #expect(kinds(text) == ["accidental-heading:16"])
    #expect(read(text).issue?.others.isEmpty == true)
  }

  @Test("a subtitle in front matter stands where the text prints none")
  func subtitleInFrontMatter() {
    let front = "---\ntitle: A Title\nsubtitle: A Tale of Piers & Quays\nnumber: 1\ndate: 2010-01-07\n---\n\nText.\n"
    #expect(read(front).issue?.lead.subtitleHTML.string == "A Tale of Piers &amp; Quays")
    #expect(kinds(front.replacing("A Tale", with: "A **Tale**")) == ["markup-as-text:3"])
    var options = ReadingOptions()
    options.markdown.smartPunctuation = true
    let quoted = read(front.replacing("Piers & Quays", with: "\"Piers\""), options: options)
    #expect(quoted.issue?.lead.subtitleHTML.string == "A Tale of “Piers”")
  }

  @Test("a heading right below the title is its subtitle, if the byline follows")
  func subtitle() {
    let reading = read(issue(title: "## A Title\n\n### A Tale of `Two` Piers"))
    #expect(reading.issue?.lead.subtitleHTML.string == "A Tale of <code>Two</code> Piers")
    #expect(
      reading.issue?.lead.authors.map(\.name) == ["Lena Orzech"] && reading.issue?.lead.abstract == "An abstract.")
    let section = read(issue(byline: "### A Section", abstract: "It begins with a long sentence here."))
    #expect(section.issue?.lead.subtitleHTML.isEmpty == true && section.issue?.lead.text.headings.count == 1)
  }

  @Test(
    "the second half of a broken title is said at its line, and is no author",
    arguments: [
      "## The Pier at the Old\nRowna Bank", "## The Pier at the Old\n## Rowna Bank", "## The Pier and the\nRowna Bank",
    ])
  func brokenTitle(title: String) throws {
    let reading = read(issue(title: title))
    #expect(kinds(issue(title: title)) == ["broken-title:10"])
    #expect(
      reading.issue?.lead.authors.map(\.name) == ["Lena Orzech"] && reading.issue?.lead.abstract == "An abstract.")
    #expect(try #require(reading.texts.first).string.contains("Rowna Bank"))
  }

  @Test("a byline glued to the title is one")
  func gluedByline() {
    for byline in ["Lena Orzech", "Lena Orzech, Borys Kmita"] {
      let reading = read(issue(title: "## A Title\n\(byline)", byline: "*An abstract.*", abstract: "Text is here."))
      #expect(reading.issue?.lead.authors.map(\.name).joined(separator: ", ") == byline)
      #expect(reading.diagnostics.isEmpty)
    }
  }

  @Test("links and pictures of title and abstract are read as those of the text")
  func links() {
    let reading = read(
      issue(title: "## A [Title](2.md)", abstract: "*See [it](3.md#x), ![m](m.png)\nand [b](javascript:x).*"),
      path: "a/1.md")
    let text = reading.issue?.lead.text
    #expect(text?.links.compactMap(\.source) == ["a/2.md", "a/3.md"])
    #expect(text?.links.compactMap(\.attachment?.path) == ["a/m.png"])
    #expect(reading.diagnostics.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["dangerous-link:14"])
    #expect(reading.issue?.lead.abstractHTML.string.contains("javascript") == false)
  }
}

@Suite("Issues with several articles")
struct SeveralArticlesTests {
  private let text =
    issue(
      body:
        "The buoy lies there.[^a]\n\n**Ice.** It froze.[^b]\n\n[^a]: Since June.\n[^b]: In May. See [x].\n\n[x]: https://x.org/"
    )
    + "\n## A Letter\n\n### On Sand\n\nBorys Kmita and Ewa Lis\n\nSand Office\n\n*Sand moves.*\n\nIt was measured.[^b]\n\n**Ice.** None, [x]\n"

  @Test("a title with a byline right below begins an article of its own")
  func split() throws {
    let reading = read(text)
    #expect(reading.diagnostics.isEmpty)
    let issue = try #require(reading.issue)
    #expect(issue.lead.id == nil && issue.lead.title == "A Title" && issue.lead.authors.map(\.name) == ["Lena Orzech"])
    let other = try #require(issue.others.first)
    #expect(issue.others.count == 1 && reading.texts.count == 2)
    #expect(
      other.id == "a-letter" && other.title == "A Letter" && other.authors.map(\.name) == ["Borys Kmita", "Ewa Lis"])
    #expect(other.subtitleHTML.string == "On Sand" && other.affiliationHTML.string == "Sand Office")
    #expect(other.abstract == "Sand moves.")
    #expect(issue.lead.text.runIns.map(\.id) == ["ice"] && other.text.runIns.map(\.id) == ["ice-2"])
  }

  @Test("two articles that count their notes from one have both")
  func sameLabels() {
    let note = "It lies there.[^1]\n\n[^1]: "
    let reading = read(issue(body: note + "First.") + "\n## A Letter\n\nBorys Kmita\n\n" + note + "Second.\n")
    let texts = reading.texts.map(\.string)
    #expect(texts.count == 2 && texts[0].contains("First.") && texts[1].contains("Second."))
    #expect(
      texts[0].contains("\"fn-1\"") && texts[1].contains("\"fn-a-letter-1\"")
        && texts[1].contains("\"#fnref-a-letter-1\""))
  }

  @Test("each article has its own notes, numbered from one, and the addresses that are defined anywhere")
  func notes() {
    let texts = read(text).texts.map(\.string)
    #expect(texts[0].contains("Since June.") && texts[0].contains("In May."))
    #expect(!texts[1].contains("Since June.") && texts[1].contains("In May.") && texts[1].contains(">1</a></sup>"))
    #expect(texts[1].contains("None, <a href=\"https://x.org/\">x</a>"))
  }

  @Test(
    "a heading without a line of names below is a section",
    arguments: [
      "## Second\n\nMore.", "## Second\n\nIt is old.", "## Second\n\nBuoys of the bay", "## Second\n\n- Borys Kmita",
      "## Second\n\n*Borys Kmita*", "## Second\n\n**Borys Kmita** wrote it.", "### Second\n\nBorys Kmita",
    ])
  func sections(body: String) {
    let reading = read(issue(body: "First.\n\n\(body)\n\nAnd more of it."))
    #expect(reading.issue?.others.isEmpty == true && reading.texts.count == 1)
  }

  @Test("an article without text is a warning, and an article of one issue is as another from the store")
  func stored() throws {
    #expect(kinds(issue() + "\n## A Letter\n\nBorys Kmita\n") == ["missing-text:19"])
    let reading = read(text)
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    let stored = try #require(Reading.read(from: writer.bytes)?.issue)
    #expect(stored.articles == reading.issue?.articles)
  }

  @Test("people and topics lead to the article that they are in")
  func indexes() throws {
    let issue = try #require(read(text).issue)
    let (archive, _) = Archive.of([issue], languages: known("en"), authorities: Authorities())
    let series = try #require(archive.series.first)
    let placed = series.issues[0]
    #expect(placed.authors.map { series.people[$0.person].name } == ["Lena Orzech"])
    #expect(placed.otherAuthors.map { $0.map { series.people[$0.person].name } } == [["Borys Kmita", "Ewa Lis"]])
    #expect(series.people.filter { !$0.wrote.isEmpty }.count == 3)
    #expect(series.topics.map(\.name) == ["Ice"])
    var written: Bytes = []
    archive.write { written += $0 }
    let again = try #require(Archive(stored: written, authorities: Authorities()) { _ in issue })
    #expect(again.series[0].issues[0].otherAuthors == placed.otherAuthors)
  }
}
