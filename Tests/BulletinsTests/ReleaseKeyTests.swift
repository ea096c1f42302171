import Diagnostics
import Testing

@testable import Bulletins

@Suite("Keys that hold a text back")
struct ReleaseKeyTests {
  private func reading(_ line: String, in language: String = "en") -> Reading {
    let options = ReadingOptions(languages: known(language))
    return read("---\ntitle: A\ndate: 2021-02-03\n\(line)\n---\nText.\n", options: options)
  }

  @Test(
    "a day to come behind a key that can only mean that holds the text back",
    arguments: [
      "release_date", "releaseDate", "release-date", "available_from", "available-on", "embargo_end_date",
      "hold_until", "goes_live", "publish_after", "scheduled", "not_before", "publication_date",
    ])
  func days(key: String) {
    for day in ["2199-05-01", "May 1, 2199", "2199-05-01T10:00:00Z", "1 May 2199 at 10am", "1.5.2199 10:00"] {
      #expect(reading("\(key): \(day)").issue?.release.start?.year == 2199, "\(key): \(day)")
    }
    #expect(reading("\(key): 2199-15-40").diagnostics.containErrors, "what can't be read is not published")
  }

  @Test("the same holds in the languages of the site, and for the day on which a text goes")
  func others() {
    for (line, language) in [
      ("data publikacji: 2199-05-01", "pl"), ("Sperrfrist: 1. Mai 2199", "de"), ("date de parution: 2199-05-01", "fr"),
      ("дата публикации: 2199-05-01", "ru"), ("公開日: 2199年5月1日", "ja"), ("publicatiedatum: 2199-05-01", "nl"),
    ] {
      #expect(reading(line, in: language).issue?.release.start?.year == 2199, "\(line)")
    }
    for key in ["available_until", "availableUntil", "expire_date", "remove_on"] {
      #expect(reading("\(key): 2022-01-01").issue?.release.end?.year == 2022, "\(key)")
    }
    #expect(read(issue(editors: "Release date: 2199-05-01")).issue?.release.start?.year == 2199)
  }

  @Test(
    "what is no day behind such a key is kept for templates, and holds nothing back",
    arguments: [
      "available_from: Harbour Press", "scheduled: 2024-W12", "release_date: none",
      "publication_date: 2.0", "release_date: 2024/25", "available_on: [Kindle, paper]", "expire: never",
      "release_at: 12 copies",
      "workflow: printed",
    ])
  func otherValues(line: String) {
    let reading = reading(line)
    #expect(reading.issue?.release.start?.year ?? 2021 == 2021 && reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    #expect(reading.issue?.extra.map(\.key) == [String(line.prefix { $0 != ":" })])
  }

  @Test("of two keys of which one holds a text back, the other is told, and the text is held back")
  func contradictions() {
    for (lines, line) in [
      ("status: published\nreview_status: draft", 4), ("review_status: draft\nstatus: published", 5),
      ("draft: false\nprivate: true", 4), ("is_draft: true\npublished: true", 5),
    ] {
      let reading = reading(lines)
      #expect(
        reading.isDraft && reading.diagnostics.map(\.kind.name) == ["sources-disagree"]
          && reading.diagnostics.first?.location?.line == line, "\(lines): \(reading.diagnostics.map(\.printed))")
    }
    for lines in ["status: draft\nreview_status: draft", "draft: false\nstatus: published", "draft: true\nworkflow: x"]
    {
      #expect(reading(lines).diagnostics.isEmpty, "\(lines)")
    }
  }

  @Test("an embargo that there is not holds nothing back, and a word of many uses in another language is no mistake")
  func nothingHeld() {
    for line in ["embargo: false", "publication: Tide House", "parution: weekly"] {
      #expect(reading(line).issue?.release.start?.year ?? 2021 == 2021 && reading(line).diagnostics.isEmpty, "\(line)")
    }
    #expect(reading("post_status: draft").isDraft && reading("workflow: draft").isDraft)
    #expect(reading("embargoed: true").isDraft && reading("embargoed: yes").isDraft)
    #expect(reading("embargoUntil: soon").diagnostics.map(\.kind.name) == ["unreadable-date"])
  }
}
