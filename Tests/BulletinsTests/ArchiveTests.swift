import Diagnostics
import Languages
import Synchronization
import Testing
import Text

@testable import Bulletins

@Suite("Lists that are fetched")
struct LazyListTests {
  @Test("a list that holds a few things fetches the others once more, and they are the same", arguments: [1, 3, .max])
  func holding(most: Int) {
    let fetches = Mutex(0)
    let list = LazyList(count: 10, holding: most) { place in
      fetches.withLock { $0 += 1 }
      return place * place
    }
    for _ in 1...2 { #expect(Array(list) == (0..<10).map { $0 * $0 }) }
    #expect(fetches.withLock { $0 } == (most < 10 ? 20 : 10))
  }
}

@Suite("The archive")
struct ArchiveTests {
  private func archive(
    _ issues: [(path: String, text: String)], people: String? = nil, topics: String? = nil
  ) -> (Archive, [Diagnostic]) {
    let bulletins = issues.compactMap { read($0.text, path: $0.path).issue }
    #expect(bulletins.count == issues.count)
    func file(_ path: String, _ text: String?) -> SourceFile? {
      text.map { SourceFile(path: path, bytes: Bytes($0.utf8)) }
    }
    let (authorities, problems) = Authorities.read(
      people: file("people.yaml", people), topics: file("topics.yaml", topics))
    let (archive, found) = Archive.of(
      bulletins, languages: known("en", "pl"), authorities: authorities)
    return (archive, problems + found + archive.findings(IssuePlaces(ReadingOptions()) { _ in nil }))
  }

  private func numbered(
    _ number: String, _ date: String, body: String = "Text.", editors: String = "Editors: A Bee (Chief)",
    byline: String = "C Dee"
  ) -> String {
    issue(number: "No. \(number) • \(date) • © V", editors: editors, byline: byline, body: body)
  }

  @Test("issues stand in order with their neighbours and volumes")
  func order() {
    let (archive, found) = archive([
      ("b.md", numbered("2 (12)", "March 1, 2010")), ("a.md", numbered("1 (11)", "January 5, 2010")),
      ("c.md", numbered("1 (13)", "January 9, 2011")),
    ])
    let series = archive.series[0]
    #expect(found.isEmpty)
    #expect(series.issues.map(\.address) == ["2010/1", "2010/2", "2011/1"])
    #expect(
      series.issues.indices.map(series.previous) == [nil, 0, 1]
        && series.issues.indices.map(series.next) == [1, 2, nil])
    #expect(series.volumes == [Volume(year: 2010, issues: 0..<2), Volume(year: 2011, issues: 2..<3)])
  }

  @Test("a double issue has both numbers in its address and claims both")
  func doubleIssue() {
    let (archive, found) = archive([
      ("a.md", numbered("45–46 (121–122)", "May 6, 2010")), ("b.md", numbered("46 (122)", "May 9, 2010")),
    ])
    #expect(archive.series[0].issues.map(\.address) == ["2010/45-46"])
    #expect(found.map(\.kind.name) == ["duplicate-number"])
  }

  @Test("a repeated number is an error in the later file that names the first")
  func repeatedNumber() {
    let (_, found) = archive([
      ("b.md", numbered("1 (11)", "January 5, 2010")), ("a.md", numbered("1 (11)", "March 5, 2010")),
    ])
    #expect(found.map(\.path) == ["b.md"])
    #expect(found.first?.notes.first?.location?.path == "a.md")
    #expect(found.first?.location?.line == 3)
  }

  @Test("a cumulative number out of step is a warning that names both files")
  func cumulativeLaw() {
    let (_, found) = archive([
      ("a.md", numbered("1 (11)", "January 5, 2010")), ("b.md", numbered("2 (12)", "March 1, 2010")),
      ("c.md", numbered("3 (14)", "April 1, 2010")),
    ])
    #expect(found.map(\.kind.name) == ["broken-cumulative-law"])
    #expect(
      found.first?.path == "c.md" && found.first?.message.contains("a.md") == true
        && found.first?.help == ["expected (13)"])
  }

  @Test("an issue without a number is found under its date, or its file's name where two share a day")
  func withoutNumbers() {
    let (archive, _) = archive([
      ("2016-12-08-one.md", "Title: One\nDate: 2016-12-08\n\nx\n"),
      ("2016-12-15-two.md", "Title: Two\nDate: 2016-12-15\n\nx\n"),
      ("2016-12-15-three.md", "Title: Three\nDate: 2016-12-15\n\nx\n"),
    ])
    #expect(
      archive.series[0].issues.map(\.address).sorted() == [
        "2016/12/08", "2016/12/15/three", "2016/12/15/two",
      ])
  }

  @Test("topics come from run-in headings and metadata, rubrics left out, each leading to its section")
  func topics() {
    let (archive, _) = archive([
      (
        "a.md",
        "---\ntags: [Energy, Iran]\n---\n"
          + numbered("1", "May 1, 2010", body: "**Iran.** x\n\n**Prospects.** y\n\n**Conclusions for Poland.** z")
      )
    ])
    let series = archive.series[0]
    #expect(series.topics.map(\.name) == ["Energy", "Iran"])
    #expect(series.topics.map { $0.entries.map(\.section) } == [[nil], ["iran"]])
    #expect(series.topics[1].entries.count == 1)
  }

  @Test(
    "a picture's number, a day and the place of a heading are no subjects",
    arguments: [
      ("Table 1", []), ("Fig. 2b", []), ("Figure 3", []), ("Source", []), ("Notes", []), ("5 March 2024", []),
      ("March 2024", []), ("1. Ice", ["Ice"]), ("12) Ice", ["Ice"]), ("Agenda 2030", ["Agenda 2030"]),
      ("G 20", ["G 20"]), ("Tables", ["Tables"]), ("1989", []),
      ("Keywords", []), ("References", []), ("About the Author", []), ("5 May", []), ("May 5", []), ("Q", []),
      ("(a)", []),
      ("P.S", []), ("E 5", ["E 5"]), ("冰", ["冰"]),
    ])
  func noSubjects(heading: String, topics: [String]) {
    let (archive, _) = archive([("a.md", numbered("1", "May 1, 2010", body: "**\(heading).** It came."))])
    #expect(archive.series[0].topics.map(\.name) == topics)
  }

  @Test("people have every role in every issue they edited and every issue they wrote")
  func people() {
    let (archive, _) = archive([
      ("a.md", numbered("1", "May 1, 2010", editors: "Editors: A Bee (Chief), C Dee")),
      ("b.md", numbered("2", "May 9, 2010", editors: "Editors: A Bee (Chief, Web)")),
    ])
    let series = archive.series[0]
    #expect(series.people.map(\.sortName) == ["Bee, A", "Dee, C"])
    #expect(series.people[0].edited.map(\.roles) == [["Chief"], ["Chief", "Web"]])
    #expect(series.people[1].wrote == [0, 1] && series.people[1].edited.map(\.issue) == [0])
  }

  @Test("who is named twice in a masthead has the roles of both places")
  func namedTwice() {
    let (archive, _) = archive([
      ("a.md", numbered("1", "May 1, 2010", editors: "Editors: A Bee (Chief), C Dee, A Bee (Layout)"))
    ])
    let issue = archive.series[0].issues[0]
    #expect(issue.editors.map(\.roles) == [["Chief", "Layout"], []])
  }

  @Test("topics are related by any of their words")
  func relatedWords() {
    let (archive, found) = archive(
      [("a.md", numbered("1", "May 1, 2010", body: "**Iran.** x\n\n**Iraq.** y"))],
      topics: "- name: Iran\n  also: [Persia]\n- name: Iraq\n  broader: Persia\n  related: [Persia]\n")
    let iraq = archive.series[0].topics[1].authority
    #expect(found.isEmpty && iraq?.name == "Iraq")
    #expect(iraq?.broader == "Iran" && iraq?.related == ["Iran"])
  }

  @Test("people stand by family name in the order of the language")
  func familyNames() {
    let (archive, _) = archive([
      (
        "a.md",
        issue(
          number: "Nr 1 • 1 maja 2010 • © V",
          editors: "Redakcja: Ewa Łęcka, Jan Lis, Adam Żuk, Iga Ćwik, John Ash, Jr.", byline: "Ola Zając")
      )
    ])
    #expect(
      archive.series[0].people.map(\.sortName) == [
        "Ash, John Jr.", "Ćwik, Iga", "Lis, Jan", "Łęcka, Ewa", "Zając, Ola", "Żuk, Adam",
      ])
    #expect(archive.series[0].people.map(\.letter) == ["A", "Ć", "L", "Ł", "Z", "Ż"])
  }

  @Test("authority files merge spellings, and a name they lack is a warning with the nearest one")
  func authorities() {
    let (archive, found) = archive(
      [
        (
          "a.md",
          numbered(
            "1", "May 1, 2010", body: "**Persia.** x\n\n**Irna.** y", editors: "Editors: Alan Bee, A. Bee",
            byline: "Alan Bea")
        )
      ],
      people: "- name: Alan Bee\n  also: [A. Bee]\n", topics: "topics:\n  - name: Iran\n    also: [Persia]\n")
    #expect(archive.series[0].people.map(\.name) == ["Alan Bea", "Alan Bee"])
    #expect(archive.series[0].topics.map(\.name) == ["Iran", "Irna"])
    #expect(found.flatMap(\.help) == ["did you mean “Alan Bee”?", "did you mean “Iran”?"])
  }

  @Test("authority files with mistakes say where they are")
  func wrongAuthorities() {
    let (_, found) = archive(
      [("a.md", issue())], people: "- name: A\n  also: [B]\n- name: B\n- nme: C\n", topics: "topics: 5\n")
    #expect(
      found.map(\.kind.name).sorted().filter { $0 != "unknown-person" }
        == ["repeated-spelling", "unknown-setting", "wrong-entry"])
  }

  @Test("characters that were lost in authority files and in a language's are told where they stand")
  func lostInAuthorities() {
    let (_, found) = archive(
      [("a.md", issue())], people: "- name: Jana Å‚ada\n  also: [J. �]\n",
      topics: "- name: Ebb\n  also: [Low \u{FFFD}]\n")
    let lost = found.filter { $0.kind.name == "lost-characters" }
    #expect(
      lost.map { "\($0.location?.path ?? ""):\($0.location?.line ?? 0)" } == [
        "people.yaml:1", "people.yaml:2", "topics.yaml:2",
      ])
    #expect(lost.first?.mend != nil)
    let file = SourceFile(
      path: "Content/languages/gd.yaml", bytes: Bytes("name: GÃ¡idhlig\n".utf8))
    #expect(KnownLanguages.of(site: ["gd"], files: [file]).diagnostics.map(\.kind.name) == ["lost-characters"])
  }

  @Test("translations are linked by their key, each series numbered for itself")
  func translations() {
    let (archive, _) = archive([
      ("a.md", "---\ntranslation_key: ferry\n---\n" + numbered("41", "April 15, 2010")),
      ("b.md", "---\ntranslation_key: ferry\n---\n" + issue(number: "Nr 60 • 16 kwietnia 2010 • © V")),
    ])
    #expect(archive.series.map(\.language) == ["en", "pl"])
    #expect(archive.series[0].issues[0].translations.map(\.language) == ["pl"])
    #expect(archive.series[1].issues[0].translations.map(\.issue) == [0])
  }
}
