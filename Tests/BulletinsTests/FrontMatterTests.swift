import Diagnostics
import Testing
import Text

@testable import Bulletins

@Suite("Front matter as the world writes it")
struct FrontMatterTests {
  private func issue(_ lines: String) -> Bulletins.Issue? { read("---\n\(lines)\n---\n\nText.\n").issue }

  /// What is found in front matter, as `kind line:column`.
  private func findings(_ lines: String) -> [String] {
    read("---\n\(lines)\n---\n\nText.\n").diagnostics.map {
      "\($0.kind.name) \($0.location?.line ?? 0):\($0.location?.column ?? 0)"
    }
  }

  @Test("where a text is wanted, the characters as written are the text")
  func textAsWritten() {
    let found = issue("title: True\ndate: 2024-05-01\ntags: [FALSE, 1.50, 'null']\nnumber: 7\nseries: 0x1F")
    #expect(found?.title == "True" && found?.tags == ["FALSE", "1.50", "null"] && found?.series == "0x1F")
  }

  @Test(
    "a title that stands elsewhere is one, where nothing else is",
    arguments: [
      ("newstitle: Ice", "Ice"), ("postTitle: Ice\neleventyNavigation:\n  key: Nets", "Ice"),
      ("eleventyNavigation:\n  key: Nets\n  parent: Home", "Nets"),
      ("eleventyNavigation: {key: Nets, title: Ice}", "Ice"), ("title: Boats\nnewstitle: Ice", "Boats"),
      ("subtitle: Ice", nil), ("newstitle: Ice\npagetitle: Nets", nil),
    ] as [(String, String?)])
  func titleElsewhere(lines: String, title: String?) { #expect(issue("date: 2024-05-01\n" + lines)?.title == title) }

  @Test("an issue that is a page of the web is no number, and a day may have that of its last change beside it")
  func valuesOfOthers() {
    for issue in ["https://code.example.org/7", "crew/nets#7", "net-floats#7"] {
      #expect(findings("title: A\ndate: 2024-05-01\nissue: \(issue)").isEmpty)
    }
    #expect(findings("title: A\ndate: 2024-05-01\nnumber: https://code.example.org/7") == ["malformed-number 4:9"])
    let found = issue("title: A\ndate:\n  created: 2024-05-01\n  updated: 2024-06-02")
    #expect(found?.date.description == "2024-05-01" && found?.modified?.description == "2024-06-02")
  }

  @Test("front matter may stand below blank lines, where a key is its first line; a rule stays one")
  func late() {
    #expect(read("\n\n+++\ntitle = \"Ice\"\ndate = 2024-05-01\n+++\nText.\n").issue?.title == "Ice")
    #expect(read("\n---\ntitle: Ice\ndate: 2024-05-01\n---\nText.\n").texts.first?.string == "<p>Text.</p>\n")
    #expect(kinds("\n---\nThe ice: thin.\n---\nText.\n") == ["no-metadata:2"])
    #expect(kinds("\n---\ntitle: Ice\n\nText.\n") == ["no-metadata:2"])
  }

  @Test(
    "of a file that tells nothing, the first line says what its author may have meant",
    arguments: [
      ("----\ntitle: T\n----\nText.", "three hyphens"), ("———\ntitle: T\n———\nText.", "three hyphens"),
      ("**Title:** T\n\nText.", "write `Title: T`"), ("Title:T\n\nText.", "write `Title: T`"),
      ("Titel: T\n\nText.", "did you mean `Title: T`?"), ("The ice: thin.\n", "begin the file with"),
    ])
  func nearlyMetadata(text: String, help: String) {
    let found = read(text + "\n").diagnostics
    #expect(found.map(\.kind.name) == ["no-metadata"] && found[0].help.contains { $0.contains(help) }, "\(found)")
  }

  @Test("days in one figure and those of mail are read; a volume before a number is kept, and a turned key found")
  func otherForms() {
    #expect(issue("title: A\ndate: 20240305")?.date.description == "2024-03-05")
    #expect(issue("title: A\ndate: Tue, 05 Mar 2024 10:00:00 GMT")?.date.description == "2024-03-05")
    #expect(issue("title: A\ndate: 5 Mar 2024 10:00:00 +0100")?.date.description == "2024-03-05")
    #expect(kinds("---\ntitle: A\ndate: 20241305\n---\n\nText.\n") == ["unreadable-date:3"])
    let numbered = issue("title: A\ndate: 2024-03-05\nissue: Vol. 3, No. 7")
    #expect(numbered?.number?.description == "7" && numbered?.volume == "3")
    #expect(kinds("---\ntitle: A\ndate: 2024-03-05\ndio: 10.5555/x\n---\n\nText.\n") == ["unknown-key:4"])
    #expect(kinds("---\ntitle: A\ndate: 2024-03-05\nzone: 10.5555/x\n---\n\nText.\n").isEmpty)
    let person =
      "---\ntitle: A\ndate: 2024-03-05\nauthors: [{name: Ada Brink, ordic: 0000-0002-1825-0097}]\n---\n\nText.\n"
    #expect(kinds(person) == ["unknown-key:4"])
  }

  @Test("what says nothing is nothing, in a list and by itself")
  func nothing() {
    let found = issue(
      "title: A\ndate: 2024-05-01\ntags: [ice, null, ~, '']\nauthors: [~, Ada Byron]\nseries:\nlicense: ~")
    #expect(found?.tags == ["ice"] && found?.lead.authors.map(\.name) == ["Ada Byron"])
    #expect(found?.series == nil && found?.license == nil)
    #expect(findings("title: ~\ndate: 2024-05-01") == ["missing-title 2:1"])
  }

  @Test("the lines of a text are people, and each element of a list is one, in whatever order its names stand")
  func people() {
    func authors(_ lines: String) -> [String]? {
      issue("title: A\ndate: 2024-05-01\n\(lines)")?.lead.authors.map(\.name)
    }
    #expect(authors("authors: |\n  Ada Byron\n  Nora Quist") == ["Ada Byron", "Nora Quist"])
    #expect(authors("authors: |\n  - Ada Byron\n  - Nora Quist\n") == ["Ada Byron", "Nora Quist"])
    #expect(authors("authors: ['Byron, Ada', 'van der Lund, Ida']") == ["Ada Byron", "Ida van der Lund"])
    #expect(authors("authors: ['Ada Byron, FRSC', 'Nora Quist, PhD']") == ["Ada Byron", "Nora Quist"])
    #expect(authors("author: {first: Ada, last: Byron}") == ["Ada Byron"])
  }

  @Test("keys that the program does not know keep their types, in the order of the file")
  func extra() {
    let found = issue(
      "title: A\ndate: 2024-05-01\nrating: 5\nshare: 0.5\nhero: ~\nopen: true\ncode: '07'\nextra:\n  map: {b: 1, a: [x, 2]}"
    )
    #expect(
      found?.extra.map { "\($0.key) \($0.value)" } == [
        "rating int(5)", "share double(0.5)", "hero null", "open bool(true)", "code text(\"07\")",
        "map \(ExtraValue.mapping([.init(key: "b", value: .int(1)), .init(key: "a", value: .list([.text("x"), .int(2)]))]))",
      ])
  }

  @Test("a list of one is one value, and one value is a list of one")
  func singles() {
    let found = issue(
      "title: [A]\ndate: [2024-05-01]\nnumber: [7]\ntags: ice\ncategory: [Events, Reports]\ndraft: [false]")
    #expect(found?.title == "A" && found?.number?.description == "7" && found?.tags == ["ice"])
    #expect(found?.categories == ["Events", "Reports"])
    let rows = issue("title: A\ndate: 2024-05-01\ncategories: [[Sea, Nets], [Sea, Boats], Ice]")
    #expect(rows?.categories == ["Sea", "Nets", "Boats", "Ice"])
    #expect(findings("title: A\ndate: 2024-05-01\ncategories: [[Sea, [Nets]]]") == ["wrong-value 4:21"])
    #expect(findings("title: [A, B]\ndate: 2024-05-01") == ["wrong-value 2:9"])
    #expect(findings("title: {a: b}\ndate: 2024-05-01") == ["wrong-value 2:9"])
  }

  @Test("several keys of one meaning add up where they are lists, and else the one of the field's own name counts")
  func spellings() {
    let found = issue(
      "description: For machines\nsummary: For readers\ntitle: A\ndate: 2024-05-01\ntags: [ice]\nkeywords: [ice, snow]")
    #expect(found?.lead.abstract == "For readers" && found?.tags == ["ice", "snow"])
    #expect(issue("title: A\ndate: 2024-05-01\nexcerpt: Short")?.lead.abstract == "Short")
  }

  @Test(
    "an author may be a mapping, and a name in two parts",
    arguments: [
      "author: {name: Ada Byron, email: ada@example.org}", "author:\n  - name: {given: Ada, family: Byron}",
      "authors: [{given: Ada, family: Byron, url: https://ada.example.org}]", "author: Ada Byron",
      "Author: {Name: Ada Byron}",
    ])
  func authors(line: String) {
    #expect(issue("title: A\ndate: 2024-05-01\n" + line)?.lead.authors.map(\.name) == ["Ada Byron"])
    #expect(findings("title: A\ndate: 2024-05-01\n" + line).isEmpty)
  }

  @Test("what is wrong in a list is found at its own place")
  func places() {
    let start = "title: A\ndate: 2024-05-01\n"
    #expect(findings(start + "tags: [ice, [snow]]") == ["wrong-value 4:14"])
    #expect(findings(start + "authors: [{nam: Ada}]").contains("wrong-value 4:12"))
    #expect(findings(start + "authors: [{name: Ada, orcd: x}]") == ["unknown-key 4:23"])
    #expect(findings(start + "aliases: [/right/, ../wrong]") == ["bad-address 4:20"])
    #expect(
      findings(start + "authors: [{name: Ada, orcid: 0000-0002-1825-0098}]") == ["wrong-identifier 4:30"])
  }

  @Test(
    "what can't be read is not missing: one mistake is one error",
    arguments: [
      ("title: The Mole: a story\ndate: 2024-05-01", "malformed-front-matter 2:16"),
      ("title: A\ndate: sometime", "unreadable-date 3:7"), ("title: [A, B]\ndate: 2024-05-01", "wrong-value 2:9"),
      ("date: 2024-05-01\ntitle: A\ntitle: B", "contradicting-key 4:1"), ("- a\n- b", "malformed-front-matter 2:3"),
      ("authors: {nme: x\ntitle: A", "malformed-front-matter 2:10"),
    ])
  func oneError(lines: String, finding: String) { #expect(findings(lines) == [finding]) }

  @Test("front matter that is no YAML hides no other mistake, and none follows from it")
  func severalErrors() {
    #expect(
      findings("title: Tar: a Trade\ndate: 2024-02-31\ntags: [ice, salt\nauhtors: Ada Byron") == [
        "malformed-front-matter 2:11", "impossible-date 3:7", "malformed-front-matter 4:7", "unknown-key 5:1",
      ])
    let masthead = BulletinsTests.issue(series: "---\ntitle: A Title: once more\n---\n\n# BULLETIN")
    #expect(kinds(masthead) == ["malformed-front-matter:2"])
  }

  @Test("nor is it missing from a masthead below, or from a standing page")
  func oneErrorElsewhere() {
    let text = "---\ntitle: The Mole: a story\n---\n\n# BULLETIN\n\nEditors: Ada Byron\n\n---\n\nText.\n"
    #expect(kinds(text) == ["malformed-front-matter:2"])
    let page = StandingPage.read(
      SourceFile(path: "about.md", bytes: Bytes("---\ntitle: a: b\n---\n\nText.\n".utf8)), address: "about",
      options: ReadingOptions())
    #expect(page.page == nil && page.2.map(\.kind.name) == ["malformed-front-matter"])
  }

  @Test("a misspelt key is why a field is missing: one error, at the key")
  func misspelt() {
    let found = read("---\ntilte: A\ndate: 2024-05-01\n---\n\nText.\n").diagnostics
    #expect(found.map(\.message) == ["the issue has no title"] && found.first?.location?.line == 2)
    #expect(found.first?.help == ["did you mean `title`?"])
    #expect(findings("title: A\nDaet: 2024-05-01") == ["missing-date 3:1"])
    #expect(findings("title: A\ndate: 2024-05-01\nDaet: 2024-05-01") == ["unknown-key 4:1"])
    #expect(findings("title: A\ndate: 2024-05-01\nauthor2:\nauthor3: Ole") == ["unknown-key 5:1"])
    let page = StandingPage.read(
      SourceFile(path: "about.md", bytes: Bytes("---\ntilte: A\n---\n\nText.\n".utf8)), address: "about",
      options: ReadingOptions())
    #expect(page.2.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["missing-title:2"])
  }

  @Test("a key twice with one value is a warning")
  func repeated() {
    #expect(findings("title: A\ndate: 2024-05-01\ntitle: 'A'") == ["repeated-key 4:1"])
  }

  @Test(
    "front matter that runs on into the text is one error at its first line, which says where it should end",
    arguments: [
      "---\nlang: en\n\n# BULLETIN\n\nNo. 1 (77) • January 7, 2010 • © VIIP\n\nEditors: A B\n\n---\n\n## T\n\nText.\n",
      "---\nlang: en\n# BULLETIN\n\nNo. 1 (77) • January 7, 2010 • © VIIP\n\n---\n\n## T\n\nText.\n",
      "---\nlang: en\n\nA first sentence. And: more: of it.\n\n---\n\nText.\n",
      "---\nlang: en\n----\n\nText: with: colons.\n\n---\n", "---\nlang: en\n—\n\nText without an end.\n",
      "---\nlang: en\n\nText without an end.\n", "+++\nlang = \"en\"\n\nText without an end.\n",
    ])
  func unclosed(text: String) {
    let found = read(text).diagnostics
    #expect(found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["unclosed-front-matter:1"])
    #expect(found.first?.notes.first?.location?.line == 2)
    #expect(found.first?.help == ["write `\(text.prefix(3))` on a line of its own after its last line"])
  }

  @Test("TOML and JSON are front matter, too, and each mistake has its place")
  func otherSyntaxes() {
    let toml = read(
      "+++\ntitle = \"A\"\ndate = 2024-05-01T10:00:00Z\nrating = 5\n[taxonomies]\ntags = [\"ice\"]\n+++\n\nText.\n")
    #expect(toml.diagnostics.isEmpty && toml.issue?.tags == ["ice"] && toml.issue?.extra.map(\.key) == ["rating"])
    #expect(toml.issue?.date.description == "2024-05-01" && toml.texts.first?.string == "<p>Text.</p>\n")
    let json = read(
      "{\n\t\"title\": \"A \\\"}\",\n\t\"date\": \"2024-05-01\", \"tags\": [\"ice\"]\n}\n\nText.\n")
    #expect(json.diagnostics.isEmpty && json.issue?.tags == ["ice"] && json.issue?.title == "A \"}")
    let indented = read("\n  {\n    \"title\": \"A\",\n    \"date\": \"2024-05-01\"\n  }\n\nText.\n")
    #expect(indented.diagnostics.isEmpty && indented.texts.first?.string == "<p>Text.</p>\n")
    #expect(kinds("+++\ntitle = The Mole\ndate = 2024-05-01\n+++\n\nText.\n") == ["malformed-front-matter:2"])
    #expect(kinds("+++\ntitle = \"A\"\ndate = \"sometime\"\n+++\n\nText.\n") == ["unreadable-date:3"])
    #expect(kinds("{\"title\": \"A\",\n\"date\" \"2024-05-01\"}\n\nText.\n") == ["malformed-front-matter:2"])
    #expect(kinds("{{ a brace }} begins a text\n") == ["no-metadata:1"])
    #expect(
      kinds("+++\ntitle = 'A'\ntitle = 'B'\ndate = 2024-05-01\n+++\n\nText.\n") == ["malformed-front-matter:3"])
  }

  @Test("a line without a colon is no end of front matter")
  func notUnclosed() {
    #expect(findings("title: A\nno colon\ndate: 2024-05-01") == ["malformed-front-matter 3:1"])
    #expect(findings("title: A\n\n# a remark\ndate: x: y") == ["malformed-front-matter 5:8"])
  }

  @Test("a key is one in capitals and with hyphens, too, so that two spellings of it contradict each other")
  func spellingsOfOneKey() {
    #expect(kinds("---\ntitle: A\ndate: 2024-05-01\nTitle: B\n---\n\nText.\n") == ["contradicting-key:4"])
    #expect(
      kinds("---\ntitle: A\ndate: 2024-05-01\npublish-date: 2024-05-02\npublish_date: 2024-05-02\n---\n\nText.\n")
        == ["repeated-key:5"])
  }
}
