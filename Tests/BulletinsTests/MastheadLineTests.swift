import Diagnostics
import Testing

@testable import Bulletins

@Suite("Lines of a masthead that name nobody")
struct MastheadLineTests {
  @Test(
    "what is no list of editors is said at its line, and is no part of a name",
    arguments: [
      "Printed with the help of the harbour fund", "Price: 5 crowns", "ISSN 1234-5678",
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
}
