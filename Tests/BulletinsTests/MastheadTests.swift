import Diagnostics
import Testing

@testable import Bulletins

@Suite("Mastheads")
struct MastheadTests {
  @Test("the series is the first level-one heading, underlined or not")
  func series() {
    #expect(read(issue()).issue?.series == "BULLETIN")
    #expect(read(issue(series: "THE *Weekly*\nBULLETIN\n====")).issue?.series == "THE Weekly BULLETIN")
  }

  @Test(
    "the number line is read in every form",
    arguments: [
      ("No. 1 (77) • January 7, 2010 • © VIIP", "1", "77", "2010-01-07", "VIIP", "en"),
      ("no. 1 · 7 January 2010 · © 2010 VIIP", "1", nil, "2010-01-07", "VIIP", "en"),
      ("Nr 45–46 (121-122) | 11 lutego 2010 | © WIPM", "45–46", "121-122", "2010-02-11", "WIPM", "pl"),
      ("No.\u{A0}4/5\u{2009}(9/10) • 2010-02-11 • © A & B", "4/5", "9/10", "2010-02-11", "A & B", "en"),
      ("**No. 3** (5) &bull; May 1, 2010 &bull; &copy; VIIP", "3", "5", "2010-05-01", "VIIP", "en"),
      ("Nr 2 (6) • 3 września 2011 r. • © WIPM", "2", "6", "2011-09-03", "WIPM", "pl"),
      ("No. 3 (5) • May 1, 2010 •\n© VIIP", "3", "5", "2010-05-01", "VIIP", "en"),
      ("No. 3 (5) ∙\nMay 1, 2010 ● © VIIP", "3", "5", "2010-05-01", "VIIP", "en"),
    ] as [(String, String, String?, String, String, String)])
  func numberLine(
    line: String, number: String, cumulative: String?, date: String, publisher: String, language: String
  ) {
    let bulletin = read(issue(number: line)).issue
    #expect(bulletin?.number?.description == number)
    #expect(bulletin?.cumulative?.description == cumulative)
    #expect(bulletin?.date.description == date)
    #expect(bulletin?.publisher == publisher)
    #expect(bulletin?.language == language)
  }

  @Test(
    "a number line that can't be right is an error at its place",
    arguments: [
      ("No. 42 (118) • February 30, 2010 • © V", "impossible-date", 16),
      ("No. 42 (118) • 31 April 2010 • © V", "impossible-date", 16),
      ("No. 42 (118) • Febuary 3, 2010 • © V", "unreadable-date", 16),
      ("No. 42 (118) • soon • © V", "unreadable-date", 16),
      ("No. 46–45 (118) • May 3, 2010 • © V", "malformed-number", 5),
      ("No. 45–45 (118) • May 3, 2010 • © V", "malformed-number", 5),
      ("No. 42 (x) • May 3, 2010 • © V", "malformed-number", 9),
      ("No. 42 (118 • May 3, 2010 • © V", "malformed-number", 8), ("No. 42 (118) • © V", "missing-date", 1),
      ("No. l (118) • May 3, 2010 • © V", "malformed-number", 5),
      ("No. (118) • May 3, 2010 • © V", "malformed-number", 1),
      ("No. xii • May 3, 2010 • © V", "malformed-number", 5),
    ])
  func wrongNumberLine(line: String, kind: String, column: Int) {
    let error = read(issue(number: line)).diagnostics.first { $0.severity == .error }
    #expect(error?.kind.name == kind)
    #expect(error?.location?.line == 3)
    #expect(error?.location?.column == column)
  }

  @Test(
    "a number line that is missing or can't be told is an error where it should stand",
    arguments: ["", "Number one, January 7, 2010", "January 7, 2010 • © V", "Mo. 1 (77) • January 7, 2010 • © V"])
  func missingNumberLine(line: String) {
    let error = read(issue(number: line)).diagnostics.first
    #expect(error?.kind.name == "missing-number-line")
    #expect(error?.location?.line == (line.isEmpty ? 5 : 3))
  }

  @Test(
    "editors are people between commas, roles stand in brackets behind them",
    arguments: [
      ("Editors: A Bee (Chief), C Dee", ["A Bee: Chief", "C Dee: "]),
      (
        "A Bee (Chief, Head of X and Y), C Dee (One; Two) (Three)",
        ["A Bee: Chief|Head of X and Y", "C Dee: One|Two|Three"]
      ),
      ("Redakcja: A Bee (red. naczelna),\nC\nDee", ["A Bee: red. naczelna", "C Dee: "]),
      (
        "Editors: John Ash, Jr. (Chief), Ann Oak (ret.), Max Elm, III",
        ["John Ash, Jr.: Chief", "Ann Oak (ret.): ", "Max Elm, III: "]
      ),
      ("Editors: Jan Buk (mł.) (Chief), Anna (Hanka) Lis (Web)", ["Jan Buk (mł.): Chief", "Anna (Hanka) Lis: Web"]),
      ("**Editors:** *A Bee* (Chief), C Dee.", ["A Bee: Chief", "C Dee: "]),
    ])
  func editors(line: String, expected: [String]) {
    let editors = read(issue(editors: line)).issue?.editors.map { "\($0.name): \($0.roles.joined(separator: "|"))" }
    #expect(editors == expected)
  }

  @Test("a bracket that is not closed is an error where it opens")
  func unclosedRole() {
    let error = read(issue(editors: "Editors: A Bee (Chief, C Dee")).diagnostics.first
    #expect(error?.kind.name == "unbalanced-brackets")
    #expect(error?.location?.line == 5 && error?.location?.column == 16)
  }

  @Test("a rule ends the masthead, even one glued to the editors", arguments: ["---", "\n---", "\n* * *", "\n_____"])
  func rule(rule: String) {
    let bulletin = read(issue(rule: rule)).issue
    #expect(bulletin?.editors.map(\.name) == ["Halina Brzeska", "Olgierd Tarnawa"])
    #expect(bulletin?.title == "A Title")
  }

  @Test("a masthead without a rule is an error where the title stands")
  func missingRule() {
    let error = read(issue(rule: "")).diagnostics.first
    #expect(error?.kind.name == "missing-rule")
    #expect(error?.location?.excerpt == "## A Title")
    #expect(error?.notes.first?.location?.excerpt == "# BULLETIN")
  }

  @Test("the title is the first level-two heading after the rule, underlined or not")
  func title() {
    #expect(
      read(issue(title: "A *de facto* Title:\nIts Second Line\n-----")).issue?.title
        == "A de facto Title: Its Second Line")
    #expect(read(issue(title: "## Ports &amp; \\*Pipes\\*")).issue?.title == "Ports & *Pipes*")
    #expect(kinds(issue(title: "")).contains("missing-title:11"))
  }

  @Test(
    "authors are split at commas and at the last conjunction",
    arguments: [
      ("Lena Orzech and Borys Kmita", ["Lena Orzech", "Borys Kmita"]),
      ("A Bee, C Dee, and E Eff", ["A Bee", "C Dee", "E Eff"]),
      ("Jan Buk i Ewa Lis", ["Jan Buk", "Ewa Lis"]), ("Jan Buk oraz Ewa Lis", ["Jan Buk", "Ewa Lis"]),
      ("John Ash, Jr., Ann Oak", ["John Ash, Jr.", "Ann Oak"]),
      ("Max Elm, John Ash, Jr. and Ann Oak", ["Max Elm", "John Ash, Jr.", "Ann Oak"]),
      ("Sandy Anders", ["Sandy Anders"]),
      ("dr hab. Jan Buk, Ann Oak", ["Jan Buk", "Ann Oak"]), ("bell hooks", ["bell hooks"]),
    ])
  func authors(byline: String, expected: [String]) {
    #expect(read(issue(byline: byline)).issue?.lead.authors.map(\.name) == expected)
  }

  @Test("an abstract is a paragraph that one span of emphasis covers, no other")
  func abstract() {
    #expect(read(issue(abstract: "*All **of** [it](https://x.org).*")).issue?.lead.abstract == "All of it.")
    #expect(read(issue(abstract: "_All of it._")).issue?.lead.abstract == "All of it.")
    #expect(read(issue(abstract: "*De facto* recognition is granted.")).issue?.lead.abstract == nil)
    #expect(read(issue(abstract: "*One.* *Two.*")).issue?.lead.abstract == nil)
    #expect(read(issue(abstract: "**Strong.**")).issue?.lead.abstract == nil)
  }

  @Test("a byline that is missing is a warning, and nothing of the text is taken for one")
  func missingByline() {
    let reading = read("# BULLETIN\n\nNo. 1 • May 1, 2010 • © V\n\nA Bee\n\n---\n\n## T\n\n*Abstract.*\n\nText here.\n")
    #expect(reading.issue?.lead.authors.isEmpty == true)
    #expect(reading.issue?.lead.abstract == "Abstract.")
    #expect(reading.diagnostics.map(\.kind.name) == ["missing-authors"])
  }

  @Test("leading blank lines, a byte-order mark and carriage returns change nothing but line numbers")
  func lineEndings() {
    let text = "\u{FEFF}\n\n" + issue(number: "No. 42 (118) • February 30, 2010 • © V")
    #expect(kinds(text.replacing("\n", with: "\r\n")).first == "impossible-date:5")
    #expect(read("\u{FEFF}\n\n" + issue().replacing("\n", with: "\r\n")).issue?.title == "A Title")
  }
}
