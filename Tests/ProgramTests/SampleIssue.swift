import Foundation

/// An issue about which there is nothing to say, of a series that the cases of kinds begin with.
struct SampleIssue {
  let year: Int
  let number: Int
  /// The cumulative number.
  let place: Int

  /// The first of the series.
  static let first = SampleIssue(year: 2021, number: 1, place: 1)

  /// The issues of some years: `2021 1-3, 2022 1-2`.
  static func series(_ written: String) -> [SampleIssue] {
    var issues: [SampleIssue] = []
    for part in written.split(separator: ",") {
      let numbers = part.split { $0 == " " || $0 == "-" }.compactMap { Int($0) }
      for number in numbers[1]...numbers[2] {
        issues.append(SampleIssue(year: numbers[0], number: number, place: issues.count + 1))
      }
    }
    return issues
  }

  var path: String { "Content/bulletins/\(year)/\(number < 10 ? "00" : "0")\(number).md" }

  var text: String { text(saying: "The ice came in December and stayed until March.") }

  private var day: String {
    let days = 5 + 7 * (number - 1)
    return days <= 31 ? "January \(days)" : "February \(days - 31)"
  }

  func text(saying body: String) -> String {
    """
    # TIDEWATER LETTERS

    No. \(number) (\(place)) • \(day), \(year) • © Bay Institute

    Editors: Ada Ahlberg (Editor-in-Chief), Dario Brennan

    ---

    ## \(Self.titles[(place - 1) % Self.titles.count])

    \(Self.authors[(place - 1) % Self.authors.count])

    *\(Self.abstracts[(place - 1) % Self.abstracts.count])*

    \(body)

    """
  }

  private static let titles = [
    "The Ice at the Quay", "The Price of Salt", "A Pilot Remembers", "Two Cranes and a Ferry", "The Lamp on the Mole",
    "What the Gauge Said", "Herring in the Sound", "The Long Winter",
  ]
  private static let authors = ["Elsa Fontaine", "Jonas Grabowski", "Celia Ivarsson"]
  private static let abstracts = [
    "What the ice does to a quay, and who pays for it.", "Salt was dear, and is cheap.",
    "Forty years at the mouth of the river.",
  ]
}
