import Coding
import Diagnostics
import Languages
import Markdown
import Testing
import Text

@testable import Bulletins

@Suite("Sources of metadata")
struct MetadataTests {
  @Test("front matter beats the masthead, and the difference is a warning that lists the fields")
  func frontMatter() {
    let text =
      "---\nnumber: 32\ndate: 2010-03-16\ntitle: \"Ports & Pipes\"\nauthors: [Lena Orzech]\nextra_key: 5\n---\n"
      + issue()
    let reading = read(text)
    #expect(reading.issue?.number?.description == "32")
    #expect(reading.issue?.title == "Ports & Pipes")
    #expect(reading.issue?.editors.count == 2)
    #expect(reading.issue?.extra.map(\.key) == ["extra_key"])
    #expect(reading.issue?.extra.first?.value == .int(5))
    #expect(reading.diagnostics.map(\.message) == ["front matter and masthead differ in number, date, title"])
  }

  @Test("a list of editors that can't be told apart is an error wherever it stands")
  func editorsInKeys() {
    for list in ["\"Ada Byron (Editor, Bo Li\"", "[\"Ada Byron (Editor\", Bo Li]"] {
      #expect(kinds("---\neditors: \(list)\n---\n" + issue()).contains("unbalanced-brackets:2"))
    }
  }

  @Test("a language tag has one form, however it is written")
  func languageTag() {
    #expect(read("---\nlang: EN\n---\n" + issue()).issue?.language == "en")
    func language(_ written: String, in languages: KnownLanguages) -> String? {
      read("---\nlang: \(written)\n---\n" + issue(), options: ReadingOptions(languages: languages)).issue?.language
    }
    #expect(language("PT-BR", in: known("en")) == "pt-BR" && language("pt-BR", in: known("pt-BR", "pt")) == "pt-BR")
    // What differs in the country alone is the site's language, unless the country has other letters.
    #expect(language("pl_PL", in: known("en", "pl")) == "pl" && language("pt-BR", in: known("pt")) == "pt")
    #expect(language("zh-TW", in: known("zh")) == "zh-TW" && language("pl-PL", in: known("en")) == "pl-PL")
  }

  @Test("a kept value of a kind that nobody writes is damage")
  func unknownKind() {
    var writer = BinaryWriter()
    writer.put(9)
    var reader = BinaryReader(writer.bytes)
    #expect(ExtraValue(from: &reader) == .null && reader.isDamaged)
  }

  @Test("a field that front matter gives may be wrong in the masthead")
  func frontMatterMends() {
    let text = "---\ndate: 2010-03-02\n---\n" + issue(number: "No. 42 (118) • February 30, 2010 • © V")
    #expect(read(text).issue?.date.description == "2010-03-02")
  }

  @Test("header lines are metadata up to the first blank line")
  func headerLines() {
    let text =
      "Title: This Week 160\nNumber: 160\nDate: 2016-12-13 14:30\nCategory: Weekly\nTags: a, b\nAuthor: Lena Orzech and Borys Kmita\n\nHello *there*.\n"
    let reading = read(text)
    let issue = reading.issue
    #expect(issue?.title == "This Week 160")
    #expect(issue?.number?.description == "160")
    #expect(issue?.date.description == "2016-12-13")
    #expect(issue?.categories == ["Weekly"])
    #expect(issue?.tags == ["a", "b"])
    #expect(issue?.lead.authors.count == 2)
    #expect(reading.texts.first?.string == "<p>Hello <em>there</em>.</p>\n")
  }

  @Test("a key that stands twice in header lines is told where it stands again, as in front matter")
  func repeatedHeaderLines() {
    #expect(kinds("Title: x\nDate: 2016-12-13\nTITLE: y\n\nText.\n") == ["contradicting-key:3"])
    #expect(kinds("Title: x\nDate: 2016-12-13\nDate: 2016-12-13\n\nText.\n") == ["repeated-key:3"])
  }

  @Test("a key without a value is where the value is missing")
  func keysWithoutValues() {
    #expect(kinds("---\nnumber: 3\ntitle:\ndate: 2016-12-13\n---\n\nText.\n") == ["missing-title:3"])
    #expect(kinds("---\ntitle: x\nnumber: 3\ndate: \"\"\n---\n\nText.\n") == ["missing-date:4"])
    #expect(kinds("Number: 3\nTitle:\nDate: 2016-12-13\n\nText.\n") == ["missing-title:2"])
    #expect(kinds("---\ntitle:\nnumber: 3\ndate: 2016-12-13\n---\n\n# Ice\n\nText.\n") == [])
  }

  @Test("a header line without a colon is an error on its line")
  func malformedHeader() {
    let key = read("Title: x\nDate: 2016-12-13\nAuthors Ada Byron\n\nText.\n").diagnostics
    #expect(key.map(\.help) == [["write `Authors: Ada Byron`"]] && key.first?.mend?.isSafe == false)
    #expect(kinds("Title: x\nDate: 2016-12-13\nno colon here\n\nText.\n") == ["malformed-header:3"])
  }

  @Test("the date may stand in the file's name, where nothing else gives one")
  func fileName() {
    #expect(read("Title: x\n\nText.\n", path: "a/2016-12-08-news.md").issue?.date.description == "2016-12-08")
    #expect(kinds("Title: x\n\nText.\n", path: "news.md") == ["missing-date:1"])
  }

  @Test(
    "a file's name tells when its text was begun: only one that can't be right is said to differ",
    arguments: [
      ("2016-12-08", true), ("2016-11-20", true), ("2016-12-10", true), ("2015-12-09", false), ("2017-12-09", false),
    ])
  func begunBefore(name: String, isRight: Bool) {
    let reading = read("Title: x\nDate: 2016-12-09\n\nText.\n", path: "\(name)-news.md")
    #expect(reading.issue?.date.description == "2016-12-09")
    #expect(reading.diagnostics.map(\.kind.name) == (isRight ? [] : ["sources-disagree"]))
  }

  @Test("a date that can't be read is a mistake, also where the file's name has one")
  func wrongDate() {
    let text = issue(number: "No. 42 (118) • February 30, 2010 • © V")
    #expect(kinds(text, path: "2010-02-03-x.md") == ["impossible-date:3"])
    #expect(kinds(issue(number: "No. 42 (118) • © V"), path: "2010-02-03-x.md").isEmpty)
  }

  @Test("a source that has no value does not differ")
  func nothingToDiffer() {
    let text = "---\ndate: 2010-03-02\n---\n" + issue(number: "No. 42 (118) • © V")
    #expect(read(text).diagnostics.isEmpty)
    let heading = read("---\ntitle: The “Reset”\ndate: 2010-03-02\n---\n\n# The \"reset\"\n\nText.\n")
    #expect(heading.diagnostics.isEmpty && heading.issue?.title == "The “Reset”")
  }

  @Test("a file that says nothing of itself is an error, also with a date in its name")
  func nothing() {
    #expect(kinds("Just text.\n") == ["no-metadata:1"])
    #expect(kinds("# Heading\n\nJust text.\n", path: "x.md") == ["no-metadata:1"])
    #expect(kinds("Just text.\n", path: "2016-12-08-x.md") == ["no-metadata:1"])
  }

  @Test("a key that is nearly a known one is a warning")
  func misspeltKeys() {
    let warnings = read("---\ntilte: x\n---\n" + issue()).diagnostics
    #expect(warnings.map(\.kind.name) == ["unknown-key"])
    #expect(warnings.first?.help == ["did you mean `title`?"])
  }

  @Test(
    "a misspelt key that would keep the text back stops the build",
    arguments: [
      "staus: draft", "visibilty: private", "unpublised: true", "withdrwan: true", "retratced: true", "draff: true",
      "pubished: false", "visibility: privat",
    ])
  func misspeltRelease(line: String) {
    let reading = read("---\ntitle: A\ndate: 2021-02-03\n\(line)\n---\nText.\n")
    #expect(reading.issue == nil)
    #expect(reading.diagnostics.map { $0.location?.line } == [4], "\(reading.diagnostics.map(\.printed))")
  }

  @Test("days between which a text may be out hold under a key that is misspelt, too, which is a warning")
  func misspeltDays() {
    for key in ["pubishDate", "publishDat", "embargo_til", "embargo_date", "embrago"] {
      let reading = read("---\ntitle: A\ndate: 2021-02-03\n\(key): 2199-01-01\n---\nText.\n")
      #expect(reading.issue?.release.start?.year == 2199, "\(key)")
      #expect(!reading.diagnostics.containErrors, "\(key)")
    }
    #expect(
      read("---\ntitle: A\ndate: 2021-02-03\nexipres: 2022-01-01\n---\nText.\n").issue?.release.end?.year == 2022)
    #expect(read("---\ntitle: A\ndate: 2021-02-03\nvisibility: internal\n---\nText.\n").issue?.release.isDraft == true)
  }

  @Test(
    "front matter that can't be used is an error on its line",
    arguments: [
      ("---\nnumber: 47\ntitle: \"open\nauthors: [x\n---\n", "malformed-front-matter", 3),
      ("---\n- a\n- b\n---\n", "malformed-front-matter", 2),
      ("---\nlang: en\ndate: 2010-02-30\n---\n", "impossible-date", 3),
      ("---\ntitle: [a, b]\n---\n", "wrong-value", 2), ("---\nlang: english!\n---\n", "bad-language", 2),
      ("---\naliases: [../../etc]\n---\n", "bad-address", 2), ("---\ndraft: maybe\n---\n", "wrong-value", 2),
    ])
  func wrongFrontMatter(frontMatter: String, kind: String, line: Int) {
    let error = read(frontMatter + issue()).diagnostics.first { $0.severity == .error }
    #expect(error?.kind.name == kind)
    #expect(error?.location?.line == line)
  }

  @Test(
    "a value that begins with a sign of comments is lost, and said",
    arguments: [
      ("title: A\nnumber: #68\ndate: 2024-05-01", ["text-as-comment:3"]),
      ("title: Port #5\ndate: 2024-05-01", ["text-as-comment:2"]),
      ("title: #5 is open\ndate: 2024-05-01", ["text-as-comment:2"]), ("title: 'Port #5'\ndate: 2024-05-01", []),
      ("title: A # the first\nnumber: 1 # so far\ndate: 2024-05-01", []),
      ("title: A\ntags: [x] #y\ndate: 2024-05-01", []),
      ("title: A\nexcerpt: Net #3\ndate: 2024-05-01", ["text-as-comment:3"]),
      ("title: A\ncumulative_number: #68\ndate: 2024-05-01", ["text-as-comment:3"]),
    ])
  func comments(frontMatter: String, expected: [String]) {
    #expect(kinds("---\n\(frontMatter)\n---\n\nText.\n") == expected)
  }

  @Test(
    "marks in a title or an abstract of front matter are printed, and said",
    arguments: [
      ("The **Pier**", 1), ("See [two](2.md)", 1), ("The <em>Pier</em>", 1), ("Fish &amp; Chips", 0), ("One<br>two", 1),
      ("2 ** 3", 0), ("Tolls <5 & rising", 0), ("A [sic] (and more)", 0), ("f(x)[1](", 0), ("AT&T; more", 0),
      ("The **Pier", 1), ("**The Pier", 1), ("2 **3", 0), ("The Pier**", 0),
    ])
  func plainText(text: String, count: Int) {
    for key in ["title", "summary"] {
      let title = key == "title" ? "" : "title: A\n"
      let found = kinds("---\n\(title)\(key): '\(text)'\ndate: 2024-05-01\n---\n\nText.\n")
      #expect(found.count == count && found.allSatisfy { $0.hasPrefix("markup-as-text") })
    }
  }

  @Test(
    "a title or an abstract that was written for HTML is read as what readers saw",
    arguments: [
      ("Fish &amp; Chips", "Fish & Chips"), ("The pier&#8217;s end", "The pier’s end"), ("A &#x2014; B", "A — B"),
      ("The <em>Pier</em>", "The Pier"), ("One<br>two", "One two"), ("See <a href=\"b\">two</a>.", "See two."),
      ("Net<T> and Option<a>", "Net<T> and Option<a>"), ("AT&T; more", "AT&T; more"), ("&#0;&#xZ;", "&#0;&#xZ;"),
      ("Tolls <5 & rising", "Tolls <5 & rising"),
    ])
  func writtenForHTML(text: String, expected: String) {
    let issue = read("---\ntitle: '\(text)'\nsummary: '\(text)'\ndate: 2024-05-01\n---\n\nText.\n").issue
    #expect(issue?.title == expected)
    #expect(issue?.lead.abstract == expected)
  }

  @Test("two spellings of one key that name others are said, since one of them is lost")
  func twoSpellings() {
    func found(_ lines: String) -> [String] { kinds("---\ntitle: A\ndate: 2024-05-01\n\(lines)\n---\n\nText.\n") }
    #expect(found("author: Ada Rill\nauthors: [Bo Li]") == ["sources-disagree:4"])
    #expect(found("authors: [Bo Li]\nauthor: Ada Rill") == ["sources-disagree:5"])
    #expect(found("volume: 3\nvol: 4") == ["sources-disagree:5"])
    // Of one spelling in two forms, it is said that it stands there twice.
    #expect(found("author: Ada Rill\nAuthor: Bo Li") == ["contradicting-key:5"])
    #expect(found("authors: [Bo Li]\nauthor: Bo Li").isEmpty && found("summary: a\ndescription: b").isEmpty)
  }

  @Test("fields have their names in the languages of the site, too, and those of other languages are told")
  func translatedKeys() {
    let text = "---\nTytuł: Prom\ndata: 2024-05-01\nautorzy: [Ada Lis, Jan Oko]\nsłowa kluczowe: lód\n---\n\nTekst.\n"
    let polish = read(text, options: ReadingOptions(languages: known("pl")))
    #expect(polish.issue?.title == "Prom" && polish.issue?.date.description == "2024-05-01")
    #expect(polish.issue?.lead.authors.map(\.name) == ["Ada Lis", "Jan Oko"])
    #expect(polish.diagnostics.isEmpty, "\(polish.diagnostics.map(\.printed))")
    func found(_ line: String, in language: String) -> [String] {
      read(
        "---\ntitle: A\ndate: 2024-05-01\n\(line)\n---\n\nText.\n",
        options: ReadingOptions(languages: known(language))
      ).diagnostics.map { "\($0.kind.name): \($0.help.joined())" }
    }
    #expect(found("auteur: Ida Lund", in: "en") == ["unknown-key: did you mean `authors`?"])
    #expect(found("auteur: Ida Lund", in: "fr").isEmpty)
    #expect(found("datum: 2024-05-01", in: "en") == ["unknown-key: did you mean `date`?"])
    #expect(found("data: {ice: 1}", in: "en").isEmpty && found("data: [1, 2]", in: "en").isEmpty)
    #expect(found("datum: sea level", in: "en").isEmpty && found("datum: {file: ice.json}", in: "de").isEmpty)
  }

  @Test("a word for a draft keeps a text back in whichever language it is, where its value says yes")
  func wordsForDrafts() {
    for (key, isDraft) in [
      ("entwurf: true", true), ("Szkic: yes", true), ("草稿: true", true), ("szkic: tak", true), ("brouillon: Oui", true),
      ("szkic: nie", false), ("brouillon: Ida Lund", false),
    ] {
      for language in ["de", "fr"] {
        let text = "---\ntitle: A\ndate: 2024-05-01\n\(key)\n---\n\nText.\n"
        #expect(read(text, options: ReadingOptions(languages: known(language))).isDraft == isDraft, "\(key)")
      }
    }
  }

  @Test(
    "what keeps a page from being made elsewhere keeps a text back",
    arguments: ["is_published: false", "isPublished: no", "permalink: false", "published: false"])
  func unpublished(line: String) {
    #expect(read("---\ntitle: A\ndate: 2024-05-01\n\(line)\n---\n\nText.\n").isDraft)
  }

  @Test("a state that is none of a text's, and what is for everybody, keep nothing back")
  func otherStates() {
    for line in ["state: Oregon", "public: true", "public: [nurses]", "stage: published", "entwurf: Ida Lund"] {
      #expect(!read("---\ntitle: A\ndate: 2024-05-01\n\(line)\n---\n\nText.\n").isDraft, "\(line)")
    }
  }

  @Test("letters may stand apart from the number that they go with, and a month behind a slash")
  func suffixesApart() {
    for (printed, address) in [
      ("N° 23 bis", "23bis"), ("No. 23 A", "23a"), ("No. 23-A", "23a"), ("No. 23/S", "23s"),
      ("No. 23 Suppl.", "23suppl"),
      ("№ 23А", "23a"), ("No. 23/2010", "23"),
    ] {
      #expect(read(issue(number: "\(printed) • 2010-03-05 • © V")).issue?.number?.address == address, "\(printed)")
    }
    for printed in ["No. 1 O", "No. 23 of", "No. 12º", "No. 23 A1A", "No. 23 a", "No. 23 May"] {
      #expect(read(issue(number: "\(printed) • 2010-03-05 • © V")).issue?.number == nil, "\(printed)")
    }
    let month = read("---\ntitle: A\ndate: 2024/03\n---\n\nText.\n").issue?.date
    #expect(month?.precision == .month && month?.month == 3)
    for unclear in ["2002/03", "2000/01", "2024/25", "2024/2", "2010/12", "2026-01-08 10:00 maybe"] {
      #expect(read("---\ntitle: A\ndate: \(unclear)\n---\n\nText.\n").issue == nil, "\(unclear)")
    }
  }

  @Test(
    "what is not for everybody is held back, in the words of other engines, too",
    arguments: [
      "visibility: private", "unpublished: true", "build: {render: never}", "_build: {render: false}", "hidden: yes",
      "public: false", "state: draft", "wip: true", "headless: true",
    ])
  func heldBack(line: String) {
    #expect(read("---\ntitle: A\ndate: 2024-05-01\n\(line)\n---\n\nText.\n").isDraft)
  }

  @Test("where an author works is printed, also when a mapping says it")
  func affiliation() {
    let reading = read(
      "---\ntitle: A\ndate: 2024-05-01\nauthors: [{first_name: Ada, last_name: Rill, affiliation: Harbour Office}]\n---\n\nText.\n"
    )
    #expect(reading.issue?.lead.authors == [Contributor(name: "Ada Rill", roles: ["Harbour Office"])])
  }

  @Test(
    "names in parts, and as notes that link to each other have them, are whole names",
    arguments: [
      "[{given-names: Ada, family-names: Rill}]", "[{given-names: Ada, name-particle: '', family-names: Rill}]",
      "['[[Ada Rill]]']", "[[[Ada Rill]]]", "'[[people/ada|Ada Rill]]'", "['[[people/Ada Rill]]']",
      "[{given: Ada, surname: Rill, alias: ada}]", "[{literal: Ada Rill}]", "[{author: Ada Rill}]",
    ])
  func namesInParts(authors: String) {
    let reading = read("---\ntitle: A\ndate: 2024-05-01\nauthors: \(authors)\n---\n\nText.\n")
    #expect(
      reading.issue?.lead.authors.map(\.name) == ["Ada Rill"] && reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }

  @Test("front matter can't grow without bounds")
  func bombs() {
    let lines = (1...9).map { "k\($0): &k\($0) [\(repeatElement("*k\($0 - 1)", count: 9).joined(separator: ", "))]" }
    #expect(kinds("---\nk0: &k0 x\n\(lines.joined(separator: "\n"))\n---\n" + issue()) == ["malformed-front-matter:3"])
    #expect(
      kinds("---\nk: \(String(repeating: "[", count: 10_000))\n---\n" + issue()).first == "malformed-front-matter:2")
  }

  @Test("front matter that never ends is an error where it begins")
  func unclosedFrontMatter() {
    #expect(kinds("---\ntitle: x\n" + issue(rule: "\n* * *")) == ["unclosed-front-matter:1"])
  }

  @Test("files that can't be read as text are refused")
  func refused() {
    for (bytes, kind) in [
      (Bytes("# B\n\n\u{1}\u{0}".utf8), "not-utf-8"), ([0x61, 0xFF, 0x62], "not-utf-8"), ([], "empty-file"),
      (Bytes(" \n\n".utf8), "empty-file"), (Bytes(repeating: 0x61, count: (8 << 20) + 1), "file-too-large"),
      (Bytes((issue() + String(repeating: "> ", count: 10_000) + "x\n").utf8), "nested-too-deeply"),
    ] {
      let reading = Issue.read(SourceFile(path: "x.md", bytes: bytes))
      #expect(reading.diagnostics.map(\.kind.name) == [kind])
      #expect(reading.issue == nil)
    }
  }

  @Test("ten thousand brackets are text")
  func brackets() {
    #expect(read(issue(body: String(repeating: "[", count: 10_000))).issue != nil)
  }
}

@Suite("Fields of metadata")
struct MetadataFieldTests {
  @Test("each property has one declaration")
  func declarations() {
    let others = ["origin", "extra", "problems", "unreadable", "emptyFields", "misspellings", "isMalformed", "seldom"]
    let often = Mirror(reflecting: Metadata(from: .masthead)).children.compactMap(\.label)
      .filter { !others.contains($0) }
    let seldom = Mirror(reflecting: Metadata.Seldom()).children.compactMap(\.label)
    let declared = Metadata.fields.compactMap(\.property).map { $0.path as AnyKeyPath }
    #expect(Set(declared).count == declared.count, "no property has two declarations")
    let names = Set(declared.map { String("\($0)".split(separator: ".").last ?? "") })
    #expect(often.filter { !names.contains($0) } == [], "these have none")
    #expect(declared.count == often.count + seldom.count, "of these some have none: \(seldom)")
  }

  @Test("every field is read under each of its spellings, in any case")
  func spellings() {
    for field in Metadata.fields {
      for spelling in [field.key] + field.otherSpellings {
        #expect(Metadata.field(spelled: spelling)?.key == field.key)
        #expect(Metadata.field(spelled: spelling.uppercased().replacing("_", with: " "))?.key == field.key)
      }
    }
  }

  /// A value of front matter for each field, with what is kept of it.
  private static let examples = [
    "series": "BULLETIN", "number": "4-5", "cumulative": "118", "volume": "XII", "year": "2011",
    "special": "Special Issue", "date": "2010-03-02", "date_text": "Fall 2010", "language": "pl",
    "publisher": "VIIP", "title": "A title", "authors": "[Lena Orzech]", "editors": "[Olgierd Tarnawa (Web)]",
    "abstract": "Short.", "topics": "[a, b]", "categories": "Weekly", "license": "CC-BY-4.0", "slug": "a-title",
    "template": "own.html", "subtitle": "Of piers",
    "aliases": "[/old/]", "draft": "true", "publish_date": "2010-03-05", "expiry_date": "2011-01-01",
    "translation_key": "ports", "join_paragraphs": "false", "doi": "10.5555/ports", "withdrawn": "true",
    "updated": "2010-03-09",
    "corrections": "[\"2010-03-08: The third pier is of stone.\"]",
  ]

  @Test("what a file says of a field is in the issue, also when it comes from the store")
  func stored() throws {
    // Of an issue that was withdrawn, nothing is kept of the abstract.
    let lines = Metadata.fields.filter { $0.key != "withdrawn" }.compactMap { field in
      field.property.map { _ in "\(field.key): \(Self.examples[field.key] ?? "")\n" }
    }
    let reading = read("---\n\(lines.joined())---\nText.\n")
    #expect(reading.diagnostics.isEmpty)
    let issue = try #require(reading.issue)
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    let stored = try #require(Reading.read(from: writer.bytes)?.issue)
    let bare = try #require(read("---\ndate: 1999-09-09\ntitle: Other\n---\nText.\n").issue)
    let fields = [issue, stored, bare].map { FieldGroup.allCases.flatMap($0.inspected) }
    for (one, (other, without)) in zip(fields[0], zip(fields[1], fields[2])) {
      #expect(one.text == other.text)
      #expect(JSON.object(one.members) == JSON.object(other.members))
      // What a file does not say is printed as well, as nothing.
      #expect(one.members.map(\.0) == without.members.map(\.0))
      #expect(
        one.members.isEmpty || one.name == "withdrawn" || JSON.object(one.members) != JSON.object(without.members),
        "\(one.name) is lost")
    }
    #expect(stored.metadata.dateText?.value == "Fall 2010")
    #expect(stored.release.start?.description == "2010-03-05")
    #expect(stored.release.end?.description == "2011-01-01")
  }

  @Test("a weaker source fills each field that a stronger one lacks, and changes none that it has")
  func merging() throws {
    let source = SourceFile(path: "x.md", bytes: [])
    for field in Metadata.fields {
      guard let property = field.property else { continue }
      let example = try #require(Self.examples[field.key], "\(field.key) has no example")
      var weak = MetadataReader(source: source, origin: .header, .ofProgram)
      let text = example.filter { !"[]\"".contains($0) }
      weak.read(field.key, WrittenValue(text: text, at: 2..<3), key: 0..<1)
      #expect(weak.diagnostics.isEmpty)
      var merged = Metadata(from: .frontMatter)
      merged.fill(from: weak.metadata)
      #expect(property.range(merged) == 2..<3, "\(field.key)")
      var strong = MetadataReader(source: source, origin: .frontMatter, .ofProgram)
      strong.read(field.key, WrittenValue(text: text, at: 5..<6), key: 0..<1)
      merged = strong.metadata
      merged.fill(from: weak.metadata)
      #expect(property.range(merged) == 5..<6, "\(field.key)")
      #expect(merged.differences(from: weak.metadata) == nil, "\(field.key)")
    }
  }
}
