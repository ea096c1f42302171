import Diagnostics
import Testing
import Text

@testable import Bulletins

/// What issues say of each other.
@Suite("The series")
struct SeriesTests {
  /// The findings about issues, given as `number (cumulative)` and a date, as `kind:file`.
  private func findings(_ lines: [(String, String)]) -> [String] {
    found(
      lines.enumerated().map { index, line in
        issue(number: "No. \(line.0) • \(line.1) • © VIIP", title: "## The Title No. \(index)")
      }
    ).map { "\($0.kind.name):\($0.path)" }
  }

  private func found(_ texts: [String]) -> [Diagnostic] {
    let sources = texts.enumerated().map { SourceFile(path: "\($0 + 1).md", bytes: Bytes($1.utf8)) }
    let issues = sources.compactMap { Issue.read($0).issue }
    #expect(issues.count == texts.count)
    let (archive, findings) = Archive.of(issues, languages: known("en", "pl"), authorities: Authorities())
    let places = IssuePlaces(ReadingOptions()) { path in sources.first { $0.path == path } }
    return (findings + archive.findings(places)).inOrder
  }

  @Test("a series in order gives no finding, with double issues, restarts and days on which several came out")
  func right() {
    #expect(
      findings([
        ("1 (11)", "January 5, 2010"), ("2–3 (12–13)", "March 1, 2010"), ("4 (14)", "March 1, 2010"),
        ("1 (15)", "January 9, 2011"), ("2/3 (16/17)", "May 9, 2011"), ("1 (18)", "June 9, 2012"),
      ]).isEmpty)
    #expect(findings([("1", "January 5, 2010"), ("7", "March 1, 2026")]).isEmpty)
    #expect(findings([("7", "January 5, 2010"), ("8", "March 1, 2011"), ("9", "March 1, 2012")]).isEmpty)
  }

  @Test("a number that is missing is told at the issue behind the gap, once")
  func gap() {
    let start = [("1 (11)", "January 5, 2010"), ("2 (12)", "March 1, 2010")]
    #expect(findings(start + [("4 (14)", "May 1, 2010"), ("5 (15)", "May 2, 2010")]) == ["number-gap:3.md"])
    #expect(findings(start + [("2 (14)", "May 1, 2011")]).contains("number-gap:3.md"))
    let running = [("10", "May 1, 2010"), ("11", "June 1, 2010"), ("12", "July 1, 2010")]
    #expect(findings(running + [("14", "May 1, 2011"), ("15", "June 1, 2011")]) == ["number-gap:4.md"])
    // Single issues of an archive have gaps everywhere.
    #expect(
      findings([("1", "January 5, 2010"), ("9", "May 1, 2010"), ("23", "May 9, 2010"), ("31", "June 9, 2010")]).isEmpty)
  }

  @Test("of two issues out of step, the one is told that breaks the law")
  func culprit() {
    let before = [("1 (48)", "January 5, 2009"), ("2 (49)", "March 1, 2009"), ("3 (50)", "October 1, 2009")]
    let last = ("2 (52)", "May 5, 2010")
    #expect(findings(before + [("1 (15)", "March 5, 2010"), last]) == ["broken-cumulative-law:4.md"])
    #expect(findings(before + [("1 (91)", "March 5, 2010"), last]) == ["broken-cumulative-law:4.md"])
    #expect(
      findings(before + [("1 (51)", "March 5, 2010"), ("2 (25)", "May 5, 2010")]) == ["broken-cumulative-law:5.md"])
  }

  @Test("where a year counts in another step from one issue on, that one is told, and not those that follow it")
  func culpritOfMany() {
    let first = [("1 (48)", "January 5, 2009"), ("2 (49)", "March 1, 2009"), ("3 (50)", "October 1, 2009")]
    let skipped = [
      ("5 (51)", "October 8, 2009"), ("6 (52)", "November 1, 2009"), ("7 (53)", "November 8, 2009"),
      ("8 (54)", "December 8, 2009"),
    ]
    #expect(findings(first + skipped).filter { $0.hasPrefix("broken") } == ["broken-cumulative-law:4.md"])
    let jumped = [("4 (61)", "October 8, 2009"), ("5 (62)", "November 1, 2009"), ("6 (63)", "December 8, 2009")]
    #expect(findings(first + jumped).filter { $0.hasPrefix("broken") } == ["broken-cumulative-law:4.md"])
  }

  @Test("a cumulative number that stands twice is told at the one that breaks the law, and neither is out of order")
  func repeatedCumulative() {
    let before = [("1 (48)", "January 5, 2009"), ("2 (49)", "March 1, 2009"), ("1 (50)", "January 9, 2010")]
    #expect(
      findings(before + [("2 (51)", "May 5, 2010"), ("3 (51)", "June 5, 2010")]) == ["broken-cumulative-law:5.md"])
  }

  @Test("a double issue may count once, where all others do")
  func countedOnce() {
    let once = [
      ("1 (51)", "January 5, 2010"), ("2–3 (52)", "March 5, 2010"), ("4 (53)", "April 5, 2010"),
      ("5–6 (54)", "June 5, 2010"), ("7 (55)", "July 5, 2010"), ("1 (56)", "January 5, 2011"),
    ]
    #expect(findings(once).isEmpty)
    #expect(findings(Array(once.prefix(3))).isEmpty)
    #expect(
      findings(once + [("2 (58)", "March 5, 2011"), ("3 (58)", "April 5, 2011")]).contains("broken-cumulative-law:7.md")
    )
  }

  @Test("an issue without editors among others that have them, and one of another volume, are told")
  func oddOnes() {
    let texts = (1...5).map { number in
      issue(
        number:
          "Vol. \(number == 3 ? 21 : 12), No. \(number) (\(50 + number)) • \(["", "January", "February", "March", "April", "May"][number]) 5, 2010 • © VIIP",
        editors: number == 4 ? "" : "Editors: Halina Brzeska (Editor-in-Chief)", title: "## The Title No. \(number)")
    }
    #expect(found(texts).map { "\($0.kind.name):\($0.path)" } == ["odd-volume:3.md", "missing-editor:4.md"])
  }

  @Test("a supplement needs no cumulative number, and a double issue counts for two where others do")
  func supplements() {
    let before = [("1 (48)", "January 5, 2009"), ("2–3 (49–50)", "March 1, 2009"), ("4 (51)", "June 9, 2009")]
    #expect(
      findings(before + [("4S", "July 5, 2009"), ("5 (52)", "August 5, 2009"), ("6 (53)", "September 5, 2009")]).isEmpty
    )
    #expect(
      findings(before + [("5–6 (52)", "August 5, 2009"), ("7 (54)", "October 5, 2009")]) == [
        "broken-cumulative-law:4.md"
      ])
  }

  @Test("an abstract that was copied from the issue before is told at its words")
  func copiedAbstract() {
    func text(_ number: Int, _ abstract: String) -> String {
      issue(
        number: "No. \(number) (\(number)) • January \(number), 2010 • © VIIP", title: "## The Title No. \(number)",
        abstract: abstract)
    }
    let long = "*The quay was closed for all of the winter, and nobody in the harbour missed it.*"
    let found = found([text(1, "*One.*"), text(2, "*Two.*"), text(3, long), text(4, long)])
    #expect(found.map { "\($0.kind.name):\($0.path):\($0.location?.line ?? 0)" } == ["copied-issue:4.md:13"])
    #expect(self.found([text(1, long), text(2, long), text(3, long), text(4, long)]).isEmpty)
  }

  @Test("within a year, where numbers rise with dates, the cumulative number is told, and not the order")
  func cumulativeOfOneYear() {
    #expect(findings([("1 (49)", "January 9, 2024"), ("3 (15)", "March 5, 2024")]) == ["broken-cumulative-law:2.md"])
    #expect(
      findings([("1 (49)", "January 9, 2024"), ("2 (15)", "March 5, 2024"), ("3 (51)", "May 5, 2024")])
        == ["broken-cumulative-law:2.md"])
  }

  @Test("a year begins with the number after the last one of the year before")
  func acrossYears() {
    let before = [("1 (48)", "January 5, 2009"), ("2 (49)", "March 1, 2009"), ("3 (50)", "October 1, 2009")]
    #expect(
      findings(before + [("1 (61)", "March 5, 2010"), ("2 (62)", "May 5, 2010")]) == ["cumulative-jump:4.md"])
  }

  @Test("a year far ahead of its series is told where it stands, be it of the newest issue or of the one before")
  func yearAhead() {
    let before = [("1 (51)", "March 3, 2026"), ("2 (52)", "April 3, 2026")]
    #expect(findings(before + [("3 (53)", "May 3, 2062"), ("4 (54)", "June 3, 2026")]) == ["mistyped-year:3.md"])
    #expect(findings(before + [("3 (53)", "May 3, 2026"), ("4 (54)", "June 3, 2062")]) == ["mistyped-year:4.md"])
    #expect(findings(before + [("3 (53)", "May 3, 2026"), ("1 (54)", "June 3, 2036")]).isEmpty)
    // A series that rested.
    #expect(findings(before + [("3 (53)", "May 3, 2026"), ("4 (54)", "June 3, 2040")]).isEmpty)
  }

  @Test("a year that was mistyped is told with the one that fits")
  func mistypedYear() throws {
    let lines = [
      ("1 (48)", "January 5, 2009"), ("2 (49)", "March 1, 2009"), ("1 (50)", "February 5, 2001"),
      ("2 (51)", "March 5, 2010"),
    ]
    #expect(findings(lines) == ["mistyped-year:3.md"])
    let finding = try #require(found(lines.map { issue(number: "No. \($0.0) • \($0.1) • © V") }).first)
    #expect(finding.help == ["did you mean 2010?"] && finding.location?.line == 3)
  }

  @Test("dates and numbers that do not rise together are told once")
  func order() {
    #expect(
      findings([
        ("1 (11)", "January 5, 2010"), ("2 (12)", "March 1, 2010"), ("3 (13)", "February 1, 2010"),
        ("4 (14)", "May 2, 2010"),
      ]).filter { $0.hasPrefix("out-of-order") }.count == 1)
    #expect(
      findings([("1", "January 5, 2010"), ("3", "March 1, 2010"), ("2", "April 1, 2010"), ("4", "May 2, 2010")]).count
        == 1)
  }

  @Test("an issue without a cumulative number among others is told; where a series begins to count, none is")
  func missingCumulative() {
    #expect(
      findings([("1 (11)", "January 5, 2010"), ("2", "March 1, 2010"), ("3 (13)", "April 1, 2010")])
        == ["missing-cumulative:2.md"])
    #expect(
      findings([
        ("1", "January 5, 2010"), ("2", "March 1, 2010"), ("3 (13)", "April 1, 2010"), ("4 (14)", "May 1, 2010"),
      ]).isEmpty)
  }

  @Test("one year that does not begin with 1 is told, where others do")
  func restart() {
    #expect(
      findings([
        ("1", "January 5, 2008"), ("2", "March 1, 2008"), ("1", "January 5, 2009"), ("2", "March 1, 2009"),
        ("3", "January 5, 2010"), ("4", "March 5, 2010"), ("1", "January 5, 2011"),
      ]) == ["year-not-restarted:5.md"])
    // It may be the last of three.
    #expect(
      findings([
        ("1", "January 5, 2008"), ("2", "March 1, 2008"), ("1", "January 5, 2009"), ("2", "March 1, 2009"),
        ("3", "January 5, 2010"), ("4", "March 5, 2010"),
      ]) == ["year-not-restarted:5.md"])
    #expect(
      findings([("1", "January 5, 2008"), ("2", "March 1, 2008"), ("3", "January 5, 2009"), ("4", "March 1, 2009")])
        .isEmpty)
  }

  @Test("a year that nobody has come to yet, with a number that goes on from this one, is mistyped")
  func yearToCome() {
    #expect(
      findings([
        ("1", "January 5, 2008"), ("2", "March 1, 2008"), ("1", "January 5, 2009"), ("2", "March 1, 2009"),
        ("1", "January 5, 2010"), ("2", "March 5, 2010"), ("3", "April 5, 2101"),
      ]) == ["mistyped-year:7.md"])
  }

  private func copies(_ count: Int, _ last: String) -> [Diagnostic] {
    let all = (1...count).map { number in
      issue(
        number: "No. \(number) (\(number + 76)) • January \(number), 2010 • © VIIP", title: "## The Title No. \(number)"
      )
    }
    return found(all + [last])
  }

  @Test("a series' name, a publisher and a role that are nearly those of all others are told at their places")
  func spelling() {
    let found = copies(
      5,
      issue(
        series: "# BULLTEIN", number: "No. 6 (82) • January 9, 2010 • © VIPI",
        editors: "Editors: Halina Brzeska (Editor-in-Cheif), Olgierd Tarnawa", title: "## The Last"))
    #expect(found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == [1, 3, 5].map { "rare-spelling:\($0)" })
    #expect(found.map(\.location?.width) == [10, 4, 15])
    // Another ending is another form of the word.
    #expect(
      copies(
        5,
        issue(
          number: "No. 6 (82) • January 9, 2010 • © VIIP",
          editors: "Editors: Halina Brzeska (Editor-in-Chiefs), Olgierd Tarnawa", title: "## The Last")
      ).isEmpty)
  }

  @Test("a cumulative number that has a line of its own is told at it")
  func placeOfCumulative() {
    let texts = [(1, 11), (2, 12), (3, 31), (4, 14)].map { number, cumulative in
      "---\ntitle: Tides \(number)\nnumber: \(number)\ndate: 2024-03-0\(number)\ncumulative: \(cumulative)\n---\n\nText.\n"
    }
    #expect(found(texts).map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["broken-cumulative-law:5"])
  }

  @Test("what is wrong with a cumulative number or a date is told at it in the number line")
  func placesInNumberLine() {
    let number = copies(5, issue(number: "No. 6 (99) • January 9, 2010 • © VIIP", title: "## The Last"))
    #expect(
      number.map { "\($0.kind.name) \($0.location?.column ?? 0) \($0.location?.width ?? 0)" } == [
        "broken-cumulative-law 8 2"
      ]
    )
    let date = copies(7, issue(number: "No. 8 (84) • January 7, 2010 • © VIIP", title: "## The Last"))
    #expect(date.map { "\($0.location?.column ?? 0) \($0.location?.width ?? 0)" } == ["14 15"])
  }

  @Test("two issues with one DOI are told at the second")
  func sharedIdentifiers() {
    func text(_ number: Int, _ doi: String) -> String {
      "---\ntitle: Tides \(number)\nnumber: \(number)\ndate: 2024-03-0\(number)\ndoi: \(doi)\n---\n\nText.\n"
    }
    #expect(
      found([text(1, "10.5555/tide.a"), text(2, "10.5555/tide.b"), text(3, "https://doi.org/10.5555/TIDE.A")]).map {
        "\($0.kind.name):\($0.path):\($0.location?.line ?? 0)"
      } == ["repeated-identifier:3.md:5"])
  }

  @Test("an issue with the title and the date of the one before is told at both")
  func copied() {
    let found = copies(5, issue(number: "No. 6 (82) • January 5, 2010 • © VIIP", title: "## The Title No. 5"))
    #expect(found.map { "\($0.kind.name):\($0.location?.line ?? 0)" } == ["copied-issue:3", "copied-issue:9"])
  }

  @Test("one day on which two issues came out is told in a long series; a habit is none")
  func sameDay() {
    #expect(
      copies(7, issue(number: "No. 8 (84) • January 7, 2010 • © VIIP", title: "## The Last")).map(\.location?.line) == [
        3
      ])
    #expect(copies(5, issue(number: "No. 6 (82) • January 5, 2010 • © VIIP", title: "## The Last")).isEmpty)
  }

  @Test("an editor whom the issues around name is missed")
  func missingEditor() {
    func text(_ number: Int, _ editors: String) -> String {
      issue(
        number: "No. \(number) (\(number + 76)) • January \(number), 2010 • © VIIP", editors: editors,
        title: "## The Title No. \(number)")
    }
    let (all, fewer) = ("Editors: A Bee (Chief), C Dee, E Eff", "Editors: A Bee (Chief), E Eff")
    #expect(found([text(1, all), text(2, fewer), text(3, all)]).map(\.kind.name) == ["missing-editor"])
    #expect(found([text(1, all), text(2, fewer), text(3, fewer)]).isEmpty)
  }

  @Test("versions of one text have the same authors, and keys that are not misspelt")
  func translations() {
    func pair(_ keys: (String, String), polish: String) -> [String] {
      let english = "---\ntranslation_key: \(keys.0)\n---\n\n" + issue(byline: "Lena Orzech, Borys Kmita")
      let other =
        "---\ntranslation_key: \(keys.1)\n---\n\n"
        + issue(
          number: "Nr 1 (7) • 7 stycznia 2010 • © WIPM", editors: "Redakcja: Halina Brzeska", title: "## Tytuł",
          byline: polish)
      return found([english, other]).map { "\($0.kind.name):\($0.path):\($0.location?.line ?? 0)" }
    }
    #expect(pair(("a-key", "a-key"), polish: "Lena Orzech, Borys Kmita").isEmpty)
    #expect(pair(("a-key", "a-key"), polish: "Lena Orzech") == ["translation-differs:2.md:15"])
    #expect(pair(("a-key", "a-key"), polish: "").contains { $0.hasPrefix("translation-differs:2.md") })
    #expect(pair(("a-key", "a-key"), polish: "Borys Kmita, Lena Orzech").isEmpty)
    #expect(pair(("a-key", "a-key"), polish: "Lenie Orzech, Borysa Kmity").isEmpty)
    #expect(pair(("a-key", "a-key"), polish: "Lena Orzech, Ida Wrona") == ["translation-differs:1.md:15"])
    #expect(pair(("low-water", "low-watre"), polish: "Lena Orzech") == ["misspelt-translation-key:2.md:2"])
    #expect(pair(("part-1", "part-2"), polish: "Lena Orzech").isEmpty)
    // A key that two others share is the one that is meant.
    let versions = [
      ("low-water", "No. 1 (7) • January 7, 2010 • © W", "Editors"),
      ("low-water", "Nr 1 (7) • 7 stycznia 2010 • © W", "Redakcja"),
      ("low-watter", "Nr. 1 (7) • 7. Januar 2010 • © W", "Redaktion"),
    ].map { key, number, label in
      "---\ntranslation_key: \(key)\n---\n\n" + issue(number: number, editors: "\(label): Halina Brzeska")
    }
    #expect(found(versions).map { "\($0.kind.name):\($0.path)" } == ["misspelt-translation-key:3.md"])
  }
}
