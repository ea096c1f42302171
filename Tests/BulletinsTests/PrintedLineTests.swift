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
    ])
  func roles(line: String) {
    #expect(editors(line) == ["Wanda Osicka (Editor-in-Chief)", "Ole Brandt (Executive Editor)"])
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
