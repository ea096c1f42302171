import Languages
import TestSupport
import Testing

@testable import Bulletins

/// Dates of figures that end in their year.
@Suite("Dates in figures")
struct DateInFiguresTests {
  private func date(_ text: String, _ order: DateOrder? = nil) -> String? {
    let languages = KnownLanguages.of(site: ["en"], dateOrder: order, files: []).languages
    var reading = ReadingOptions(languages: languages)
    reading.numbers = nil
    return read("---\ntitle: Nets\ndate: \"\(text)\"\n---\nText.\n", options: reading).issue?.date.description
  }

  @Test(
    "where a site says which figure comes first, dates are read so, and in the one way that the calendar leaves",
    arguments: [
      ("03/04/2024", "2024-03-04", "2024-04-03"), ("03.04.2024", "2024-03-04", "2024-04-03"),
      ("09/27/2022", "2022-09-27", "2022-09-27"), ("27-9-2022", "2022-09-27", "2022-09-27"),
      ("12-11-1999 18:30", "1999-12-11", "1999-11-12"),
    ])
  func ordered(text: String, monthFirst: String, dayFirst: String) {
    #expect(date(text, .monthFirst) == monthFirst)
    #expect(date(text, .dayFirst) == dayFirst)
  }

  @Test(
    "without that, a finding names the days that it may be, and the settings",
    arguments: [
      ("03-04-2024", "write `2024-03-04` or `2024-04-03`, or `dates: month-first` or `dates: day-first` in site.yaml"),
      ("03-24-2024", "write `2024-03-24`, or `dates: month-first` in site.yaml"),
    ])
  func unordered(text: String, help: String) {
    let found = read("---\ntitle: Nets\ndate: \(text)\n---\nText.\n").diagnostics
    #expect(found.map(\.kind.name) == ["unreadable-date"])
    #expect(found.first?.help.first == help)
  }

  @Test("a day that no calendar has is no date in any order", arguments: ["31/31/2022", "30-02-2022", "02/30/2022"])
  func impossible(text: String) {
    for order in [nil, DateOrder.monthFirst, .dayFirst] { #expect(date(text, order) == nil, "\(text)") }
  }
}
