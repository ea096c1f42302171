import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Registers")
struct RegisterTests {
  private func archive(_ issues: [(authors: String, topics: String)], editors: String = "") -> Archive {
    let read = issues.enumerated().compactMap { index, one in
      Bulletins.Issue.read(
        SourceFile(
          path: "\(index).md",
          bytes: Bytes(
            "---\ntitle: T\(index)\ndate: 2020-01-0\(index + 1)\nauthors: \(one.authors)\neditors: \(editors)\ntopics: [\(one.topics)]\n---\n\nText.\n"
              .utf8))
      ).issue
    }
    return Archive.of(read, languages: .ofProgram, authorities: Authorities(), sources: { _ in nil }).0
  }

  @Test("people have what they wrote and edited, from when to when")
  func people() throws {
    let register = Register(
      .people, of: archive([("Ewa Lis, Jo Bay", ""), ("Jo Bay", ""), ("Ewa Lis", "")], editors: "Jo Bay"))
    let jo = try #require(register.entries.first { $0.name == "Jo Bay" })
    #expect(jo.written == 2 && jo.edited == 3 && jo.first.path == "0.md" && jo.last.path == "2.md")
  }

  @Test(
    "names that may be one are told, and others are not",
    arguments: [
      ("J. Kowalski", "Jan Kowalski", true), ("Kowalski Jan", "Jan Kowalski", true),
      ("Jan M. Kowalski", "Jan Kowalski", true),
      ("Jan Kowalsky", "Jan Kowalski", true), ("Maria Nowak", "Marta Nowak", false),
      ("P. Kowalski", "Jan Kowalski", false), ("Kalra Nowak", "Klara Nowak", true),
      ("Klara Nwoak", "Klara Nowak", true),
      ("Ida Nowak", "Adi Nowak", false),
      ("Jan Piotr Kowalski", "Jan Kowalski", false), ("Jan Nowak", "Jan Kowalski", false),
    ])
  func similar(one: String, other: String, areAlike: Bool) {
    let register = Register(.people, of: archive([(one, ""), (other, ""), (other, ""), (other, "")]))
    let found = register.entries.map { $0.similar }
    #expect(found.allSatisfy { $0.isEmpty != areAlike }, "\(found)")
  }

  @Test(
    "topics in singular and plural are told, and others are not",
    arguments: [
      ("Port", "Ports", true), ("Ferry", "Ferries", true), ("Water Level", "Level Water", true),
      ("Icebreakrs", "Icebreakers", true), ("Plan", "Plannen", true),
      ("Vis", "Vissen", true), ("Boot", "Boten", true), ("Schaal", "Schalen", true), ("Medlem", "Medlemmar", true),
      ("Regel", "Regler", true), ("Vinter", "Vintrar", true), ("Artikel", "Artiklar", true),
      ("Port", "Portugal", false),
      ("Center", "Central", false), ("Moon", "Money", false), ("Iran", "Iraq", false),
      ("Treaty of 1991", "Treaty of 1992", false),
    ])
  func topics(one: String, other: String, areAlike: Bool) {
    let register = Register(
      .topics, of: archive([("A Bee", one), ("A Bee", other), ("A Bee", other), ("A Bee", other)]))
    #expect(register.entries.allSatisfy { $0.similar.isEmpty != areAlike }, "\(register.entries.map(\.similar))")
  }

  @Test("with the first authority files, every name is known and keeps its address")
  func authorities() throws {
    let names = "\"Zoë O’Neil\", \"Zoe O'Neil\", \"No\", \"#1: Team\", \"李明\", Jan Kowalski, J. Kowalski"
    let before = archive([("[\(names)]", "\"yes\", Ports, Port, \"a: b\"")])
    func file(_ register: Register) -> SourceFile {
      SourceFile(path: register.authorityFile, bytes: Bytes(register.authorityText.utf8))
    }
    let (people, topics) = (Register(.people, of: before), Register(.topics, of: before))
    let (authorities, found) = Authorities.read(people: file(people), topics: file(topics))
    #expect(found.isEmpty, "\(found.map(\.printed).joined())")
    let issues = before.series.flatMap { $0.issues.map(\.issue) }
    let (after, said) = Archive.of(issues, languages: .ofProgram, authorities: authorities, sources: { _ in nil })
    #expect(said.isEmpty, "\(said.map(\.printed).joined())\n\(people.authorityText)")
    #expect(after.series[0].people.map(\.slug) == before.series[0].people.map(\.slug))
    #expect(after.series[0].topics.map(\.slug) == before.series[0].topics.map(\.slug))
  }
}
