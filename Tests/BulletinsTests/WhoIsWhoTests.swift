import Coding
import Diagnostics
import TestSupport
import Testing
import Text

@testable import Bulletins

@Suite("Who is who")
struct WhoIsWhoTests {
  private func archive(
    _ issues: [(path: String, text: String)], people: String? = nil, topics: String? = nil
  ) -> (Archive, [Diagnostic]) {
    func file(_ path: String, _ text: String?) -> SourceFile? {
      text.map { SourceFile(path: path, bytes: Bytes($0.utf8)) }
    }
    let (authorities, problems) = Authorities.read(
      people: file("people.yaml", people), topics: file("topics.yaml", topics))
    let (archive, found) = Archive.of(
      issues.compactMap { read($0.text, path: $0.path).issue },
      languages: known("en"),
      authorities: authorities
    ) { path in file(path, issues.first { $0.path == path }?.text) }
    return (archive, problems + found)
  }

  private func tagged(_ date: String, authors: String = "C Dee", topics: String = "") -> String {
    "---\ntitle: T\ndate: \(date)\nauthors: [\(authors)]\ntopics: [\(topics)]\n---\nx\n"
  }

  private func addresses(_ archive: Archive) -> [String: String] {
    let series = archive.series[0]
    return Dictionary(
      series.people.map { ("person \($0.name)", $0.slug.description) }
        + series.topics.map { ("topic \($0.name)", $0.slug.description) }
    ) { first, _ in first }
  }

  @Test("a family name in front of a comma and the given name is the listed person, in front matter and in print")
  func familyNameInFront() {
    let people = "- name: Nora Quist\n- name: Ole B. Brandt\n- name: Halina Brzeska\n- name: Olgierd Tarnawa\n"
    for authors in ["author: Quist, Nora", "author: Quist, Nora and Brandt, Ole B."] {
      let (archive, found) = archive(
        [("1.md", "---\ntitle: T\ndate: 2024-01-01\n\(authors)\n---\nx\n")], people: people)
      let names = archive.series[0].issues[0].authors.map { archive.series[0].people[$0.person].name }
      #expect(names == (authors.contains("and") ? ["Nora Quist", "Ole B. Brandt"] : ["Nora Quist"]) && found.isEmpty)
    }
    let (printed, found) = archive([("1.md", issue(byline: "Quist, Nora"))], people: people)
    #expect(printed.series[0].issues[0].authors.count == 1 && found.isEmpty)
  }

  @Test("who is printed with initials may be the only listed person of that family name")
  func initials() {
    func help(_ author: String) -> [String] {
      archive(
        [("1.md", "---\ntitle: T\ndate: 2024-01-01\nauthor: \(author)\n---\nx\n")],
        people: "- name: Nora Quist\n- name: Ole Brandt\n"
      ).1.flatMap(\.help)
    }
    #expect(help("N. Quist") == ["did you mean “Nora Quist”?"] && help("M. Quist") == ["add the name there"])
  }

  @Test(
    "where nobody lists the person, two people are read, which is said once, and not of those who are named in a list")
  func unlistedFamilyName() {
    func found(_ authors: String, _ people: String? = nil) -> [String] {
      archive([("1.md", "---\ntitle: T\ndate: 2024-01-01\n\(authors)\n---\nx\n")], people: people).1.map {
        "\($0.kind.name):\($0.location?.line ?? 0):\($0.location?.column ?? 0)"
      }
    }
    #expect(found("author: Quist, Nora") == ["family-name-in-front:4:9"])
    // What the message says of two people.
    #expect(found("author: Quist; Nora").isEmpty)
    #expect(found("author: Quist, Nora", "- name: Ole Brandt\n") == ["family-name-in-front:4:9"])
    for authors in [
      "authors: [Quist, Nora]", "author: Nora Quist, Ole Brandt", "author: Quist, Nora; Brandt, Ole",
      "author: Editorial Board, Nora Quist", "author: Nora Quist, PhD",
    ] {
      #expect(found(authors).isEmpty, "\(authors)")
    }
  }

  @Test("two unlisted names with one address share a page, under the name that most issues print, and that is said")
  func sharedPages() {
    let (archive, found) = archive([
      ("a.md", tagged("2010-05-01", authors: "Jan Los")), ("b.md", tagged("2010-06-01", authors: "Jan Łoś")),
      ("c.md", tagged("2010-07-01", authors: "Jan Łoś")),
    ])
    #expect(archive.series[0].people.map(\.name) == ["Jan Łoś"])
    #expect(archive.series[0].people.map(\.wrote) == [[0, 1, 2]])
    #expect(
      found.map { "\($0.kind.name) \($0.path):\($0.location?.line ?? 0):\($0.location?.column ?? 0)" } == [
        "same-slug a.md:4:11"
      ])
  }

  @Test("topics that differ in capitals, hyphens, a stop or decomposed letters are one, and nothing is said")
  func sameTopics() {
    let (archive, found) = archive([
      ("a.md", tagged("2010-05-01", topics: "Code of Conduct, ice, café")),
      ("b.md", tagged("2010-06-01", topics: "code-of-conduct., ICE, 'cafe\u{301}'")),
    ])
    #expect(found.isEmpty)
    #expect(archive.series[0].topics.map(\.slug.description).sorted() == ["cafe", "code-of-conduct", "ice"])
    #expect(archive.series[0].topics.map(\.entries.count) == [2, 2, 2])
  }

  @Test("an entry keeps the address of its name, also where another one has a spelling that would give it")
  func addressOfName() throws {
    let file = SourceFile(
      path: "Content/people.yaml",
      bytes: Bytes("- name: Lukasz Nowak\n- name: Piotr Zet\n  also: [Łukasz Nowak]\n".utf8))
    let people = try #require(Authorities.read(people: file, topics: nil).0.people)
    let slug = try #require(Slug(of: "Lukasz Nowak"))
    #expect(people.owner(of: slug)?.name == "Lukasz Nowak")
  }

  @Test("entries own their addresses, whoever was printed before them")
  func owners() {
    let (archive, found) = archive(
      [
        ("a.md", tagged("2001-05-01", authors: "Ana Lopez", topics: "ice, Zelazo")),
        ("b.md", tagged("2010-05-01", authors: "Ana López", topics: "Ice")),
      ], people: "- name: Ana López\n- name: C Dee\n", topics: "topics: [Ice, Żelazo]")
    #expect(addresses(archive) == ["person Ana López": "ana-lopez", "topic Ice": "ice", "topic Żelazo": "zelazo"])
    #expect(
      found.map(\.path) == ["a.md", "a.md"]
        && found.flatMap(\.help) == ["did you mean “Ana López”?", "did you mean “Żelazo”?"])
  }

  @Test("two entries whose names give one address are an error, unless one says another")
  func entriesWithOneAddress() {
    let both = "- name: 李明\n- name: 黎明\n"
    let (_, found) = archive([], people: both)
    #expect(found.map(\.kind.name) == ["repeated-address"] && found.first?.location?.line == 2)
    #expect(found.first?.help.first?.contains("slug: li-ming-2") == true)
    let (archive, none) = archive(
      [("a.md", tagged("2010-05-01", authors: "黎明, 李明"))], people: both + "  slug: li-ming-teacher\n")
    #expect(none.isEmpty && addresses(archive) == ["person 李明": "li-ming", "person 黎明": "li-ming-teacher"])
    let (_, wrong) = self.archive([], people: "- name: A\n  slug: Ab C\n")
    #expect(wrong.map(\.message) == ["“Ab C” can’t be a part of an address"])
  }

  @Test("a listed office is one author, and listed people without a comma between them are several")
  func listedNames() {
    let people =
      "- name: Tides and Currents\n- name: Bureau of Ice, Snow and Rain\n- name: Nora Quist\n- name: Ole Brandt\n"
    func authors(_ byline: String) -> [String] {
      let (archive, _) = archive([("a.md", issue(editors: "Nora Quist", byline: byline))], people: people)
      return archive.series[0].issues[0].authors.map { archive.series[0].people[$0.person].name }
    }
    #expect(authors("Tides and Currents") == ["Tides and Currents"])
    #expect(authors("Nora Quist, Bureau of Ice, Snow and Rain") == ["Nora Quist", "Bureau of Ice, Snow and Rain"])
    #expect(authors("Nora Quist Ole Brandt") == ["Nora Quist", "Ole Brandt"])
    #expect(authors("Nora Quist\nOle Brandt") == ["Nora Quist", "Ole Brandt"])
  }

  @Test("the entry's own name is suggested, and not the spelling without its marks")
  func suggestions() {
    let (_, found) = archive(
      [("a.md", issue(editors: "Øystein Hval", byline: "Øystein Hvall"))],
      people: "- name: Øystein Hval\n  also: [Oystein Hval]\n")
    #expect(found.flatMap(\.help) == ["did you mean “Øystein Hval”?"])
  }

  @Test("an unknown name is said where it stands, each once")
  func places() {
    let front =
      "---\nnumber: 3\ndate: 2026-09-10\ntitle: T\nauthors:\n  - Nora Quist\n  - Ole Brandd\n"
      + "editors: [Nora Quist, {name: Nora Quisd, roles: [Editor]}]\ntopics: [Ice, Iec]\n---\n\n**Ices.** x\n"
    let printed = issue(
      editors: "Editors: Nora Quist (Editor),  \nOle Brant, Nora Quist", byline: "Nora Quist, Ole Brandt")
    let (_, found) = archive(
      [("a.md", front), ("b.md", printed)], people: "- name: Nora Quist\n- name: Ole Brandt\n", topics: "topics: [Ice]")
    let places = found.inOrder.map { "\($0.path):\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
    #expect(places == ["a.md:7:5", "a.md:8:30", "a.md:9:15", "a.md:12:3", "b.md:6:1"])
  }

  @Test("what is known of names comes out of the store as it was read")
  func stored() throws {
    let text = issue(
      byline: "Dr. Nora Quist (Harbour Office)\nOle Brandt and Ida Lund, PhD", body: "**Ice.** x\n\n**Fog.** y")
    let reading = read("---\ntopics: [Ice]\n---\n" + text)
    var writer = BinaryWriter()
    _ = reading.write(to: &writer)
    let (known, stored) = try (#require(reading.issue), #require(Reading.read(from: writer.bytes)?.issue))
    #expect(stored.lead.authors == known.lead.authors && stored.editors == known.editors)
    #expect(stored.namePlaces == known.namePlaces && known.namePlaces.sections.count == 2)
    let (archive, _) = Archive.of([known], languages: .ofProgram, authorities: Authorities())
    var written: Bytes = []
    archive.write { written += $0 }
    let fetched = try #require(Archive(stored: written, authorities: Authorities()) { _ in stored })
    #expect(fetched.series[0].issues[0].authors == archive.series[0].issues[0].authors)
    #expect(fetched.series[0].issues[0].authors.map(\.titled) == ["Dr. Nora Quist", nil, "Ida Lund, PhD"])
  }

  @Test("what relates many issues is kept in parts, which together are read back")
  func parts() throws {
    // Long paths stand for many issues.
    let issues = (1...40).compactMap { number in
      read(
        issue(number: "No. \(number) • January 7, 2010 • © VIIP", byline: "Nora Quist"),
        path: String(repeating: "long/", count: 12_000) + "\(number).md"
      ).issue
    }
    let (archive, _) = Archive.of(issues, languages: .ofProgram, authorities: Authorities())
    var parts: [Bytes] = []
    archive.write { parts.append($0) }
    #expect(parts.count == 3 && parts.dropLast().allSatisfy { $0.count >= 1 << 20 })
    let byPath = Dictionary(issues.map { ($0.path, $0) }) { first, _ in first }
    let again = try #require(Archive(stored: Bytes(parts.joined()), authorities: Authorities()) { byPath[$0] })
    let (old, new) = (archive.series[0], again.series[0])
    #expect(old.issues.count == 40 && new.issues.map(\.issue.path) == old.issues.map(\.issue.path))
    #expect(new.issues.map(\.address) == old.issues.map(\.address) && new.people[0].wrote == old.people[0].wrote)
  }

  @Test("whatever issue is added, the people and topics of before keep their addresses", arguments: 0..<40)
  func addedIssues(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let names = [
      "Jan Łoś", "Jan Los", "JAN ŁOŚ", "李明", "黎明", "Ольга Ильина", "Dr. Ana López", "Ana Lopez", "Ana López, PhD",
    ]
    let words = ["Ice", "ice.", "ICE", "Co-operation", "Co operation", "Łódź", "Lodz", "Ωκεανός", "ΩΚΕΑΝΟΣ", "Соль"]
    let people = [nil, "- name: Ana López\n- name: 黎明\n  also: [Li M.]\n"].randomElement(using: &random) ?? nil
    func issue(_ index: Int) -> (path: String, text: String) {
      let date = "20\(Int.random(in: 10...29, using: &random))-0\(Int.random(in: 1...9, using: &random))-1\(index % 10)"
      let authors = (0..<2).map { _ in "'\(names.randomElement(using: &random) ?? "")'" }.joined(separator: ", ")
      let topics = (0..<2).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: ", ")
      return ("\(Int.random(in: 0...999, using: &random))-\(index).md", tagged(date, authors: authors, topics: topics))
    }
    var issues = (0..<6).map(issue)
    var before = owners(of: issues, people)
    for index in 6..<12 {
      issues.append(issue(index))
      let after = owners(of: issues, people)
      for (name, slug) in before { #expect(after[name] == slug, "\(name) moved when \(issues[index].path) was added") }
      before = after
    }
  }

  /// The address of everybody and everything by each of the names that issues print.
  private func owners(of issues: [(path: String, text: String)], _ people: String?) -> [String: String] {
    let (archive, _) = archive(issues, people: people)
    var owners: [String: String] = [:]
    for placed in archive.series[0].issues {
      for (written, credit) in zip(placed.issue.lead.authors, placed.authors)
      where placed.authors.count == placed.issue.lead.authors.count {
        owners["person \(written.name)"] = archive.series[0].people[credit.person].slug.description
      }
      for (written, entry) in zip(placed.issue.tags, placed.topics) where placed.topics.count == placed.issue.tags.count
      {
        owners["topic \(written)"] = archive.series[0].topics[entry.topic].slug.description
      }
    }
    return owners
  }
}
