import Diagnostics
import Languages
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
    "a double issue may have its year beside it or a word between its numbers, and a sign may stand behind another",
    arguments: [
      ("No. 7–8/2010 • January 7, 2010 • © VIIP", "7-8", nil), ("No. 7/8/2010 • January 7, 2010 • © VIIP", "7-8", nil),
      ("No. 2010/7-8 • January 7, 2010 • © VIIP", "7-8", nil), ("Nos. 7 & 8 • January 7, 2010 • © VIIP", "7-8", nil),
      ("Nos. 7 and 8 • January 7, 2010 • © VIIP", "7-8", nil), ("Nr 7 i 8 (84–85) • 7 stycznia 2010 • © W", "7-8", nil),
      ("Issue No. 7 • January 7, 2010 • © VIIP", "7", nil), ("Issue #7 • January 7, 2010 • © VIIP", "7", nil),
      ("Vol. 4 (2010), No. 7 • January 7, 2010 • © VIIP", "7", "4"), ("Vol. 4(7) • January 7, 2010 • © VIIP", "7", "4"),
      ("Vol. 4 (7–8) • January 7, 2010 • © VIIP", "7-8", "4"), ("Rok IV, nr 7 • 7 stycznia 2010 • © W", "7", "IV"),
      ("12. Jahrgang, Heft 7 • 7. Januar 2010 • © V", "7", "12"),
      ("12e jaargang, nr. 7 • 7 januari 2010 • © V", "7", "12"),
      ("第七号 • 2010年1月7日 • © V", "7", nil), ("第十二期 • 2010年1月7日 • © V", "12", nil),
    ] as [(String, String, String?)])
  func numbers(line: String, address: String, volume: String?) {
    let reading = read(issue(number: line))
    #expect(reading.issue?.number?.address == address && reading.issue?.volume == volume)
    #expect(reading.issue?.year == 2010 && reading.diagnostics.isEmpty)
  }

  @Test("a merge that cut a masthead in two is told at its mark, and nothing that follows from it")
  func conflict() {
    let number = "<<<<<<< HEAD\nNo. 1 • January 7, 2010 • © V\n=======\nNo. 2 • January 7, 2010 • © V\n>>>>>>> b"
    #expect(kinds(issue(number: number)) == ["conflict-marker:3"])
  }

  @Test("a title that ends in a colon goes on in the line right below, whatever that looks like")
  func openTitle() {
    let text = issue(title: "## The Old Lock:\nRepairs and Prospects")
    #expect(kinds(text) == ["broken-title:10"])
    #expect(read(text).issue?.lead.authors.map(\.name) == ["Lena Orzech"])
  }

  @Test("a line break of HTML parts two names", arguments: ["<br>", "<br />", "<BR/>"])
  func lineBreak(tag: String) {
    #expect(
      read(issue(byline: "Lena Orzech\(tag)Borys Kmita")).issue?.lead.authors.map(\.name)
        == ["Lena Orzech", "Borys Kmita"])
  }

  @Test("what stands behind a volume and is no number is said, and two numbers far apart are no double issue")
  func otherNumbers() {
    #expect(kinds(issue(number: "Vol. 4 (new series) • January 7, 2010 • © VIIP")) == ["unread-masthead-line:3"])
    #expect(kinds(issue(number: "No. 7/512 • January 7, 2010 • © VIIP")) == ["malformed-number:3"])
  }

  @Test(
    "numbers of volumes and of double issues are read as East Asian texts print them",
    arguments: [
      ("第十二巻第三号 • 2024年3月3日", "3", "12"), ("第12卷第三期 • 2024年3月3日", "3", "12"), ("第5、6期合刊 • 2024年3月3日", "5–6", nil),
      ("No. 5, 6 • March 3, 2024", "5–6", nil), ("No. 1984, 1985 • March 3, 2024", "1984–1985", nil),
      ("N°s 5-6 • 3 mars 2024", "5-6", nil),
    ] as [(String, String, String?)])
  func eastAsianNumbers(line: String, number: String, volume: String?) {
    let issue = read(issue(number: line + " • © IMP")).issue
    #expect(issue?.number?.description == number && issue?.volume == volume)
    #expect(kinds(BulletinsTests.issue(number: "No. 1,234 • March 3, 2024 • © IMP")) == ["malformed-number:3"])
  }

  @Test(
    "an era has no year behind its last one",
    arguments: [
      ("平成50年1月8日", 31), ("平成五十年一月八日", 31), ("平成50年", 31), ("昭和65年1月7日", 64), ("大正16年1月1日", 15), ("明治46年1月1日", 45),
    ])
  func erasThatEnded(date: String, last: Int) {
    for text in [issue(number: "第1号 • \(date) • © IMP"), "---\nlanguage: ja\ntitle: 潮\ndate: \(date)\n---\n\n本文。\n"] {
      let found = read(text).diagnostics.filter { $0.severity == .error }
      #expect(found.map(\.kind.name) == ["impossible-date"] && found[0].message.hasSuffix("ended with \(last)"))
    }
  }

  @Test(
    "the last year of an era, a year alone and a day of the week behind a date are read",
    arguments: [
      ("平成31年4月30日", "2019-04-30"), ("昭和64年1月7日", "1989-01-07"), ("大正15年12月1日", "1926-12-01"), ("昭和50年", "1975"),
      ("2024年", "2024"), ("2024年1月8日 星期一", "2024-01-08"), ("2024年1月8日月曜日", "2024-01-08"),
      ("Third quarter of 2024", "2024-35"),
      ("2024 r.", "2024"),
    ])
  func otherDates(date: String, read day: String) {
    let issue = read("---\ntitle: A\ndate: \(date)\n---\n\nText.\n").issue
    #expect(issue?.date.description == day)
  }

  @Test(
    "a quarter or a season is printed in the words of its masthead",
    arguments: [
      "Fall 2010", "Autumn 2010", "Winter 2010/11", "Winter 2010–2011", "Second Quarter 2010", "Q2 2010",
    ])
  func namedDates(text: String) throws {
    for file in [issue(number: "No. 7 • \(text) • © VIIP"), "---\ntitle: A\ndate: \(text)\n---\n\nText.\n"] {
      let issue = try #require(read(file).issue)
      #expect(issue.dateText(in: KnownLanguages.ofProgram.tagged("en")) == text)
      #expect(issue.dateText(in: KnownLanguages.ofProgram.tagged("pl")).hasSuffix("2010") || text.contains("11"))
    }
    // A day that front matter gives is not called a season.
    let both = try #require(read("---\ndate: 2010-10-05\n---\n" + issue(number: "No. 7 • \(text) • © VIIP")).issue)
    #expect(both.dateText(in: KnownLanguages.ofProgram.tagged("en")) == "October 5, 2010")
  }

  @Test("the words of a date are those of the source that gives it, in the language of the pages, or those of a key")
  func sourceOfDateText() throws {
    func text(_ frontMatter: String, _ line: String, _ path: String = "x.md") throws -> String {
      let issue = try #require(read("---\n\(frontMatter)\n---\n" + issue(number: line), path: path).issue)
      return issue.dateText(in: KnownLanguages.ofProgram.tagged(issue.language))
    }
    #expect(try text("date: 2010-21", "No. 7 • Fall 2010 • © VIIP") == "Spring 2010")
    #expect(try text("topics: Ice", "No. 7 • Fall 2010 • © VIIP") == "Fall 2010")
    #expect(try text("date_text: High tide\ndate: Fall 2010", "No. 7 • © VIIP") == "High tide")
    #expect(try text("date: Fall 2010\ndate_text: High tide", "No. 7 • © VIIP") == "High tide")
    #expect(try text("date: Fall 2010\nlanguage: de", "Nr. 7 • © VIIP", "x.de.md") == "Herbst 2010")
  }

  @Test("a month of another language does not outdo the label of the editors")
  func labelTellsLanguage() {
    func language(_ editors: String) -> String? {
      let options = ReadingOptions(languages: known("en", "pl"))
      return read(issue(number: "No. 7 • 7 mars 2010 • © VIIP", editors: editors), options: options).issue?.language
    }
    #expect(language("Editors: Halina Brzeska") == "en")
    #expect(language("Halina Brzeska") == "fr")
  }

  @Test("one day of the week is passed over, however many stand there")
  func manyWeekdays() {
    let days = String(repeating: "Mon ", count: 20_000)
    #expect(read(issue(number: "No. 7 • \(days)January 7, 2010 • © V")).issue == nil)
  }

  @Test(
    "the day of the week beside a date is passed over",
    arguments: [
      ("No. 7 • Thursday, January 7, 2010 • © V", "2010-01-07"),
      ("Nr. 7 • Donnerstag, 7. Januar 2010 • © V", "2010-01-07"),
      ("N° 7 • jeudi 7 janvier 2010 • © V", "2010-01-07"), ("N° 7 • Le 7 janvier 2010 • © V", "2010-01-07"),
      ("Nr 7 • czwartek, 7 stycznia 2010 r. • © V", "2010-01-07"), ("第7号 • 2010年1月7日（木） • © V", "2010-01-07"),
      ("第7期 • 2010年1月7日（星期四） • © V", "2010-01-07"), ("No. 7 • January & February 2010 • © V", "2010-01/2010-02"),
    ])
  func weekdays(line: String, date: String) { #expect(read(issue(number: line)).issue?.date.description == date) }

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
      ("No. 1O • May 3, 2010 • © V", "malformed-number", 5), ("No. xii • May 3, 2010 • © V", "malformed-number", 5),
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
      (
        "Editor-in-Chief Ann Oak, Editors Max Elm, Ida Ash",
        ["Ann Oak: Editor-in-Chief", "Max Elm: ", "Ida Ash: "]
      ),
      ("Ann Oak – Editor-in-Chief, Max Elm – Maps", ["Ann Oak: Editor-in-Chief", "Max Elm: Maps"]),
      ("Editor Nora Quist, Ole Brandt", ["Nora Quist: ", "Ole Brandt: "]),
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
    #expect(read(issue(abstract: "*One* *two.*")).issue?.lead.abstract == nil)
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
