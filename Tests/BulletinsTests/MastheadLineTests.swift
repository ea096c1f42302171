import Diagnostics
import Testing

@testable import Bulletins

@Suite("Lines of a masthead that name nobody")
struct MastheadLineTests {
  @Test(
    "what is no list of editors is said at its line, and is no part of a name",
    arguments: [
      "Printed with the help of the harbour fund", "Weather: 5 squalls", "Weather: two squalls", "Sky: Rain",
      "Weather: Two Squalls", "Council: Vera Holt, Jan Kos",
      "ISSN 1234-5678",
      "https://pier.example.org/", "letters@pier.example.org", "Free copies at every ferry that calls here",
      "![The seal](seal.png)", "> A quotation",
    ])
  func otherLines(line: String) {
    for (editors, at) in [
      ("Editors: Orla Fenn (Chief), Bo Li\n\n\(line)", 7), ("Orla Fenn (Chief), Bo Li\n\n\(line)", 7),
      ("\(line)\n\nEditors: Orla Fenn (Chief), Bo Li", 5),
    ] {
      let reading = read(issue(editors: editors))
      #expect(reading.issue?.editors.map(\.name) == ["Orla Fenn", "Bo Li"], "\(editors)")
      #expect(kinds(issue(editors: editors)) == ["unread-masthead-line:\(at)"], "\(editors)")
    }
  }

  @Test(
    "a line that begins with a word of printers names nobody",
    arguments: [
      ("No. 1 • January 8, 2024", "Editors: Orla Fenn, Bo Li  \nPrinted by Harbour Press"),
      ("Nr. 1 • 8. Januar 2024", "Redaktion: Orla Fenn, Bo Li  \nGedruckt mit Unterstützung des Hafenamts"),
      ("Nr 1 • 8 stycznia 2024", "Redakcja: Orla Fenn, Bo Li  \nWydano przez Ministerstwo Portów"),
      ("N° 1 • 8 janvier 2024", "Rédaction : Orla Fenn, Bo Li  \nImprimé par Presses du Port"),
      ("Nr. 1 • 8. Januar 2024", "Redaktion: Orla Fenn, Bo Li  \nEine Veröffentlichung des Hafeninstituts"),
      ("č. 1 • 8. ledna 2024", "Redakce: Orla Fenn, Bo Li  \nNeprodejné"),
      ("No. 1 • January 8, 2024", "Editors: Orla Fenn, Bo Li  \nMole Street 1, Rowna"),
    ])
  func printers(number: String, editors: String) {
    let text = issue(number: number + " • © VIIP", editors: editors)
    #expect(read(text).issue?.editors.map(\.name) == ["Orla Fenn", "Bo Li"])
    #expect(kinds(text).contains("unread-masthead-line:6"))
  }

  @Test(
    "editors are editors, whatever word of printers stands before theirs, and wherever a line ends")
  func editorsBesides() {
    for (line, editors) in [
      ("Verlag und Redaktion: Orla Fenn, Bo Li", ["Orla Fenn", "Bo Li"]),
      ("Quarterly Editors: Orla Fenn, Bo Li", ["Orla Fenn", "Bo Li"]),
      ("Editors: Orla Fenn, María José\nLópez", ["Orla Fenn", "María José López"]),
    ] {
      #expect(
        read(issue(number: "Nr. 1 • 8. Januar 2024 • © VIIP", editors: line)).issue?.editors.map(\.name) == editors,
        "\(line)")
    }
  }

  @Test("a Chinese or Japanese line is no name where it is longer than one, and several labels may share a line")
  func wideLines() {
    for (line, editors) in [
      ("編集：山口葉子、森太一\n港湾省の助成により発行", ["山口葉子", "森太一"]), ("編集長：山口葉子、編集：森太一", ["山口葉子", "森太一"]),
      ("编辑：陈雨；校对：李明", ["陈雨", "李明"]), ("主编：陈雨　编辑：李明", ["陈雨", "李明"]),
    ] {
      let text = issue(number: "第1号 • 2024年3月3日 • © VIIP", editors: line)
      #expect(read(text).issue?.editors.map(\.name) == editors, "\(line)")
    }
  }

  @Test(
    "a line that says that the text is not to be out stops the build, in whatever words",
    arguments: [
      "DRAFT", "Not for publication", "Embargoed until January 5, 2199", "Status: szkic", "Staus: draft",
      "Visibilty: private", "(Entwurf)", "Ne pas publier avant le 5 janvier", "Черновик", "草稿",
    ])
  func unpublished(line: String) {
    let found = kinds(issue(editors: "Editors: Orla Fenn\n\n\(line)"))
    #expect(found == ["unknown-status:7"] || found == ["unknown-key:7"], "\(found)")
    #expect(read(issue(editors: "Editors: Orla Fenn\n\n\(line)")).issue == nil)
    #expect(
      kinds("---\ndraft: true\n---\n" + issue(editors: "Editors: Orla Fenn\n\nDRAFT")) == ["unread-masthead-line:10"])
  }

  @Test("a line in which such a word stands further on is not understood, and no more")
  func unpublishedWords() {
    for line in ["The draft of the treaty", "Drafting: Max Elm", "Price: draft beer 3 zl"] {
      #expect(!kinds(issue(editors: "Editors: Orla Fenn\n\n\(line)")).contains("unknown-status:7"), "\(line)")
    }
  }

  @Test("a status that may be a misspelt draft stops the build in a masthead, too")
  func misspeltStatus() {
    #expect(kinds(issue(editors: "Editors: Orla Fenn\n\nStatus: darft")) == ["unknown-status:7"])
  }

  @Test("a dash will do behind the label of the editors")
  func dashBehindLabel() {
    #expect(read(issue(editors: "Editors – Orla Fenn, Bo Li")).issue?.editors.map(\.name) == ["Orla Fenn", "Bo Li"])
  }

  @Test("such a line right below the editors is no part of the last name either")
  func sameParagraph() {
    let text = issue(
      editors: "Editors: Orla Fenn (Chief), Bo Li\nISSN 1234-5678\nprinted by the ferry company at Rowna")
    #expect(read(text).issue?.editors.map(\.name) == ["Orla Fenn", "Bo Li"])
    #expect(kinds(text) == ["unread-masthead-line:6", "unread-masthead-line:7"])
  }

  @Test("a key that says something about the text is read as if it stood in front matter")
  func keys() {
    let reading = read(
      issue(editors: "Editors: Orla Fenn\n\nLicence: CC BY 4.0\nDOI: 10.5555/pier.7\nKeywords: rope, tar"))
    #expect(reading.issue?.doi?.description == "10.5555/pier.7")
    #expect(reading.issue?.license == "CC BY 4.0" && reading.issue?.tags == ["rope", "tar"])
    #expect(reading.issue?.editors.map(\.name) == ["Orla Fenn"] && reading.diagnostics.isEmpty)
  }

  @Test("a house or a town above labelled editors is none of them")
  func house() {
    let text = issue(editors: "Rowna Pier Company\n\nEditors: Orla Fenn (Chief), Bo Li")
    #expect(read(text).issue?.editors.map(\.name) == ["Orla Fenn", "Bo Li"])
    #expect(kinds(text) == ["unread-masthead-line:5"])
  }

  @Test("editors in several paragraphs are all read")
  func paragraphs() {
    let names = ["Orla Fenn", "Bo Li", "Vera van den Berg", "Ewa Lis"]
    for editors in [
      "Orla Fenn (Chief), Bo Li,\n\nVera van den Berg, Ewa Lis",
      "Orla Fenn (Chief), Bo Li\n\nVera van den Berg, Ewa Lis",
    ] { #expect(read(issue(editors: editors)).issue?.editors.map(\.name) == names) }
  }

  @Test("what follows the publisher in the number line is said at its place")
  func numberLine() {
    let reading = read(issue(number: "No. 1 (77) • January 7, 2010 • © VIIP • Price 5 crowns"))
    #expect(reading.issue?.publisher == "VIIP")
    #expect(reading.diagnostics.map { "\($0.kind.name) \($0.location?.column ?? 0)" } == ["unread-masthead-line 41"])
  }

  @Test("a mistake in the number line hides nothing else: the rest of the masthead is read")
  func nearlyNumberLine() {
    #expect(kinds(issue(number: "No. I (77) • January 7, 2010 • © VIIP")) == ["malformed-number:3"])
    #expect(kinds(issue(number: "Mo. 7 (77) • January 7, 2010 • © VIIP")) == ["missing-number-line:3"])
    #expect(
      kinds("---\ntags: [a]\n---\n" + issue(number: "No. I (77) • January 7, 2010 • © VIIP")) == ["malformed-number:6"])
  }

  @Test(
    "a date that nothing parts from the number is told at its place, and not as a line that is not understood",
    arguments: [
      ("No. 1 (77), January 7, 2010, VIIP", 13),
      ("No. 1 (77) January 7, 2010", 12),
    ])
  func gluedDate(line: String, column: Int) {
    let found = read(issue(number: line)).diagnostics
    #expect(found.map(\.kind.name) == ["missing-date"])
    #expect(found.first?.message == "no • stands before this, so that the number line has no date")
    #expect(found.first?.location?.column == column)
  }

  @Test(
    "what an editor writes behind a key that keeps a text back does not let it out",
    arguments: [
      "Status: draft (not final)", "Draft: yes, until Monday", "Published: no, wait for Nora",
      "Editors: Greta Vollan; Draft: true",
    ])
  func keptBack(line: String) {
    let reading = read(issue(editors: line))
    #expect(reading.isDraft && reading.issue?.release.isDraft == true, "\(reading.diagnostics)")
  }

  @Test("an embargo that can't be read is an error, and words that only look like a status are none")
  func nearlyKeptBack() {
    #expect(read(issue(editors: "Embargo: until further notice")).issue == nil)
    for line in ["Status: Quarterly", "Published: No. 5", "Published: weekly"] {
      #expect(read(issue(editors: line)).issue?.release.isDraft == false, "\(line)")
    }
    #expect(read("---\ntitle: A\ndate: 2021-02-03\ndarft: true\n---\nText.\n").issue == nil)
  }

  @Test(
    "addresses and notes below a masthead are no editors",
    arguments: [
      "Editorial Office: Rope Lane, Tarn", "Editor's note: Nora Quist, Ole Brandt",
    ])
  func noEditors(line: String) {
    #expect(read(issue(editors: "Editors: Orla Fenn\n\n" + line)).issue?.editors.map(\.name) == ["Orla Fenn"])
  }

  @Test("a month's misprint is found between the other words of a date, too")
  func monthBetweenWords() {
    let options = ReadingOptions(languages: known("es", "pt"))
    for (date, month, column) in [("7 de enerro de 2010", "enero", 19), ("7 de janeyro de 2010", "janeiro", 19)] {
      let found = read(issue(number: "Núm. 1 (77) • \(date) • © VIIP"), options: options).diagnostics
        .filter { $0.kind == .unreadableDate }
      #expect(found.map { $0.location?.column } == [column + 1], "\(found)")
      #expect(found.first?.help == ["did you mean “\(month)”?"])
    }
  }

  @Test(
    "a mail address in a label, and lines of keys with the words of editors, name nobody",
    arguments: [
      "Chief Editor a@b.example: Orla Fenn", "Editor a@b.example: Orla Fenn, a@b.example", "a@b.example:",
      "Editors a@b.example, c@d.example: Orla Fenn; Jens Holm",
    ])
  func addressesInLabels(line: String) {
    #expect(read(issue(editors: line)).issue?.lead.title == "A Title")
  }

  @Test("what a key says is taken as it stands, though words of it are what editors are called")
  func keysOfEditors() {
    #expect(read(issue(editors: "Keywords: ports, design; tides")).issue?.tags == ["ports", "design", "tides"])
    #expect(read(issue(editors: "Topics: ports – Design, tides")).issue?.tags.contains { $0.contains("(") } == false)
  }

  @Test("a title or a series without a blank behind its signs is told there, and nothing follows from it")
  func gluedTitle() throws {
    let title = read(issue(title: "##A Title")).diagnostics
    #expect(title.map(\.kind.name) == ["missing-title"] && title.first?.location?.line == 9)
    #expect(title.first?.help == ["write `## A Title`"] && title.first?.mend?.isSafe == true)
    let noRule = read(issue(rule: "", title: "##A Title")).diagnostics
    #expect(noRule.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["missing-rule:8", "missing-title:8"])
    let series = read(issue(series: "#BULLETIN")).diagnostics
    #expect(series.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["no-metadata:1"])
    #expect(series.first?.help == ["write `# BULLETIN`"])
    let marked = read("\u{FEFF}" + issue(series: "#BULLETIN")).diagnostics
    #expect(marked.first?.help == ["write `# BULLETIN`"] && marked.first?.location?.column == 1)
    // What else is wrong is read, too; and a tag that begins a text is none.
    let more = read(issue(series: "#BULLETIN", number: "No. 1 (77) • January 37, 2010 • © VIIP")).diagnostics
    #expect(more.map(\.kind.name) == ["no-metadata", "impossible-date"])
    #expect(kinds("---\ntitle: A\ndate: 2010-01-07\n---\n\n#ice\n\nNo. 1 was the pilot.\n") == [])
  }

  @Test("a role that is never closed is shown as it should be")
  func openRole() {
    func help(_ editors: String) -> [String]? { read(issue(editors: editors)).diagnostics.first?.help }
    #expect(
      help("Editors: Halina Brzeska (Executive Editor, Olgierd Tarnawa")
        == ["write each role in brackets after the name: `(Executive Editor)`"])
    #expect(
      help("Editors: Halina Brzeska, Olgierd Tarnawa Editor)")
        == ["write each role in brackets after the name: `(Editor)`"])
  }

  @Test("a masthead without the series' name is one although its date has a misprint")
  func misprintWithoutSeries() {
    let text = issue(series: "", number: "No. 1 (77) • Janury 7, 2010 • © VIIP")
    #expect(kinds(text) == ["unreadable-date:3"])
  }

  @Test("a tag that ends with the file below a number line is no end of the program")
  func tagBelow() {
    #expect(kinds("# BULLETIN\n\nNo. 1 (77) • January 7, 2010\n\n<textarea>").contains { $0.hasPrefix("missing-rule") })
  }

  @Test("a masthead that is longer than any is an error where it begins, and none of its lines is read")
  func endless() {
    let names = String(repeating: "Halina Brzeska, ", count: 5_000)
    let text = issue(editors: "Editors: \(names)Olgierd Tarnawa")
    #expect(kinds(text) == ["too-much-markup:3"])
  }
}
