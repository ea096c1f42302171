import Languages
import Testing
import Text

@testable import Bulletins

@Suite("Printed lines of mastheads")
struct PrintedLineTests {
  private func editors(_ line: String) -> [String] {
    (read(issue(editors: line)).issue?.editors ?? []).map {
      $0.name + ($0.roles.isEmpty ? "" : " (\($0.roles.joined(separator: "; ")))")
    }
  }

  @Test(
    "a role may stand behind a dash, or behind a comma where semicolons part people",
    arguments: [
      "Editors: Wanda Osicka – Editor-in-Chief, Ole Brandt – Executive Editor",
      "Wanda Osicka — Editor-in-Chief, Ole Brandt — Executive Editor",
      "Editors: Wanda Osicka, Editor-in-Chief; Ole Brandt, Executive Editor",
      "Wanda Osicka, Editor-in-Chief; Ole Brandt, Executive Editor",
      "Wanda Osicka, Editor-in-Chief, Ole Brandt, Executive Editor",
      "Editors: Wanda Osicka, Editor-in-Chief, Ole Brandt, Executive Editor",
      "Wanda Osicka [Editor-in-Chief], Ole Brandt [Executive Editor]",
      "Editor-in-Chief: Wanda Osicka. Executive Editor: Ole Brandt.",
      "Editor-in-Chief: Wanda Osicka | Executive Editor: Ole Brandt",
      "Editor-in-Chief – Wanda Osicka; Executive Editor – Ole Brandt",
    ])
  func roles(line: String) {
    #expect(editors(line) == ["Wanda Osicka (Editor-in-Chief)", "Ole Brandt (Executive Editor)"])
  }

  @Test("beside a known role before a dash, words in small letters are one, and who took a picture edits nothing")
  func unknownRoles() {
    #expect(
      editors("Editor-in-Chief – Wanda Osicka, quay master – Ole Brandt") == [
        "Wanda Osicka (Editor-in-Chief)", "Ole Brandt (quay master)",
      ])
    #expect(
      editors("Cover photo: Ada Rook").isEmpty && kinds(issue(editors: "Photo: Ada Rook")) == ["unread-masthead-line:5"]
        && kinds(issue(editors: "Available at: 12 High Street")) == ["unread-masthead-line:5"]
    )
  }

  @Test("what an editor is called needs no colon before the name, and libraries' order is turned round")
  func withoutColon() {
    #expect(editors("Editor-in-Chief Wanda Osicka") == ["Wanda Osicka (Editor-in-Chief)"])
    #expect(editors("Editors Wanda Osicka, Ole Brandt") == ["Wanda Osicka", "Ole Brandt"])
    #expect(editors("Editors: Osicka, Wanda; Brandt, Ole") == ["Wanda Osicka", "Ole Brandt"])
  }

  @Test(
    "a line of words with capitals behind the editors is no further editor",
    arguments: ["Open Access", "Quarterly Review", "Not For Sale", "Happy Easter"])
  func noFurtherEditors(line: String) {
    let text = issue(editors: "Editors: Wanda Osicka (Editor-in-Chief)\n\n\(line)")
    #expect(read(text).issue?.editors.map(\.name) == ["Wanda Osicka"])
    #expect(kinds(text) == ["unread-masthead-line:7"])
  }

  @Test(
    "a line that says that the text is not to be out keeps it from being published, whatever its case is",
    arguments: [
      "STRICTLY CONFIDENTIAL", "HOLD FOR RELEASE: January 5, 2199", "Status – draft", "Status draft", "Withdrawn",
      "Niet voor publicatie", "Nezveřejňovat", "Nezverejňovať",
    ])
  func heldBack(line: String) {
    #expect(kinds(issue(editors: "Editors: Wanda Osicka (Editor-in-Chief)\n\n\(line)")) == ["unknown-status:7"])
    #expect(kinds(issue(editors: line)).contains("unknown-status:5"))
  }

  @Test(
    "the rule below a masthead may be of dashes, of equals signs, or one of HTML",
    arguments: ["———", "–––––", "===", "<hr>", "<hr />", "⸻"])
  func typedRules(rule: String) {
    let read = read(issue(rule: "\n" + rule))
    #expect(read.issue?.title == "A Title" && read.diagnostics.isEmpty)
  }

  @Test("number, date and owner may stand on lines of their own, and have strokes between")
  func numberLines() {
    for line in ["No. 1 (77)\nJanuary 7, 2010\n© VIIP", "No. 1 (77) / January 7, 2010 / © VIIP"] {
      let read = read(issue(number: line))
      #expect(read.issue?.number?.description == "1" && read.issue?.date.description == "2010-01-07", "\(line)")
      #expect(read.issue?.publisher == "VIIP" && read.diagnostics.isEmpty, "\(line)")
    }
  }

  @Test("a DOI stands in the number line, too, and the stop behind it is none of it")
  func doi() {
    let issue = read(issue(number: "No. 1 (77) • January 7, 2010 • © VIIP • DOI: 10.5555/viip.77.")).issue
    #expect(issue?.doi?.description == "10.5555/viip.77")
  }

  @Test("what is no role stays what it was behind a dash, and behind a semicolon's comma")
  func noRoles() {
    #expect(editors("Editors: Wanda Osicka; Ole Brandt") == ["Wanda Osicka", "Ole Brandt"])
    #expect(editors("Editors – Wanda Osicka, Ole Brandt") == ["Wanda Osicka", "Ole Brandt"])
  }

  @Test(
    "words that editors follow need no colon",
    arguments: [
      "Edited by Wanda Osicka and Ole Brandt", "Edited by: Wanda Osicka and Ole Brandt",
      "Edited by Wanda Osicka, Ole Brandt",
    ])
  func editedBy(line: String) { #expect(editors(line) == ["Wanda Osicka", "Ole Brandt"]) }

  @Test(
    "an address among editors is none of them, and is said at its place",
    arguments: [
      ("Editors: Wanda Osicka, Ole Brandt, editors@bay.example", ["Wanda Osicka", "Ole Brandt"]),
      ("Editors: Wanda Osicka (w@bay.example), Ole Brandt", ["Wanda Osicka", "Ole Brandt"]),
      ("Editors: Wanda Osicka w@bay.example; Ole Brandt", ["Wanda Osicka", "Ole Brandt"]),
      ("Editors: Wanda Osicka (Editor, w@bay.example), Ole Brandt", ["Wanda Osicka (Editor)", "Ole Brandt"]),
    ])
  func addresses(line: String, names: [String]) {
    let reading = read(issue(editors: line))
    #expect(editors(line) == names && reading.diagnostics.map(\.kind.name) == ["unread-masthead-line"])
    #expect((reading.diagnostics.first?.location?.column ?? 0) > 10)
  }

  @Test(
    "a line of addresses without editors stays unread", arguments: ["Letters: post@bay.example", "bay@bay.example"])
  func letters(line: String) {
    #expect(
      editors(line).isEmpty && read(issue(editors: line)).diagnostics.map(\.kind.name).contains("unread-masthead-line"))
  }

  private func dateAndNumbers(_ line: String, _ languages: KnownLanguages) -> [String?] {
    let line = NumberLine.read(line, in: languages)
    return [line?.date.value?.description, line?.number.value?.description, line?.volume]
  }

  @Test(
    "a volume and a number may have a separator between them",
    arguments: ["·", "•", "|"])
  func volumes(mark: String) {
    let line = "Vol. 12 \(mark) No. 3 \(mark) March 5, 2024 \(mark) © Bay"
    #expect(dateAndNumbers(line, known("en")) == ["2024-03-05", "3", "12"])
    #expect(dateAndNumbers("Vol. 12 \(mark) March 5, 2024 \(mark) © Bay", known("en")) == ["2024-03-05", nil, "12"])
  }

  @Test(
    "a day is read with the weekday, the town or the article beside it, and without its accents",
    arguments: [
      ("fr", "5 mars 2024, mardi"), ("en", "the 5th of March, 2024"), ("en", "Tuesday, the 5th of March, 2024"),
      ("pl", "dnia 5 marca 2024 r."), ("pl", "Rowna, dnia 5 marca 2024 r."), ("de", "Rowna, den 5. März 2024"),
      ("en", "New Rowna, March 5, 2024"), ("de", "5. Marz 2024"),
    ])
  func dates(tag: String, text: String) {
    guard case .success(let date) = PublicationDate.read(text, of: known(tag)) else {
      Testing.Issue.record("\(text) is no date")
      return
    }
    #expect(date.description == "2024-03-05")
  }

  @Test(
    "what is no day beside other words stays none",
    arguments: ["Rowna, March 2024", "Rowna, 2024", "Marhc, 5, 2024", "No. 3, March 5, 2024", "soon, March 5, 2024"])
  func noDates(text: String) {
    if case .success = PublicationDate.read(text, of: known("en")) { Testing.Issue.record("\(text) is a date") }
  }

  @Test(
    "the day of the week, and how the date is set, tell the language among equals",
    arguments: [
      ("Nr 3 • tisdag 5 mars 2024 • © Bay", "sv"), ("Nr 3 • 5 juni 2024 • © Bay", "sv"),
      ("Nr. 3 • 5. Juni 2024 • © Bay", "de"), ("Nr. 3 • Dienstag, 5. März 2024 • © Bay", "de"),
    ])
  func languages(line: String, tag: String) {
    let text = issue(number: line, editors: "Redaktion: Wanda Osicka")
    #expect(read(text).issue?.language == tag)
  }
}
