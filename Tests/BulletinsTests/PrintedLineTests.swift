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
}
