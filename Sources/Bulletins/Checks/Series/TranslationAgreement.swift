import Diagnostics
import Text

/// What the versions of a text have in common as a rule, and two of them have not: the number, the count of their parts.
/// Which of it is a rule, an archive shows by itself.
struct TranslationAgreement {
  /// Two versions of a text.
  struct Pair {
    let first: Issue
    let second: Issue
  }

  let pairs: [Pair]
  let places: IssuePlaces

  var findings: [Diagnostic] {
    dates + authors
      + rule({ $0.number?.address == $1.number?.address && $0.year == $1.year }) { pair in
        finding(
          "this version has number \(pair.second.number?.description ?? "–"), and \(pair.first.path) \(pair.first.number?.description ?? "–")",
          pair, help: "give both one number, as others have")
      }
      + rule({ $0.parts == $1.parts }) { pair in
        finding(
          "this version has \(pair.second.parts) parts, and \(pair.first.path) \(pair.first.parts)", pair,
          help: "see whether a part is missing in one of them")
      }
  }

  /// Versions come out within weeks of each other.
  private var dates: [Diagnostic] {
    pairs.compactMap { pair in
      let days = abs(pair.first.date.firstDay.daysSince1970 - pair.second.date.firstDay.daysSince1970)
      guard days > 180, !pairs.isEmpty else { return nil }
      // An archive that is translated years later has many of those.
      let late = pairs.count { abs($0.first.date.firstDay.daysSince1970 - $0.second.date.firstDay.daysSince1970) > 180 }
      guard late * 4 <= max(4, pairs.count) else { return nil }
      return finding(
        "this version is of \(pair.second.date), and \(pair.first.path) of \(pair.first.date)", pair,
        at: places.place(of: { $0.date?.range }, in: pair.second), help: "correct the date of one of them")
    }
  }

  /// One author, spelt in two ways.
  private var authors: [Diagnostic] {
    pairs.compactMap { pair in
      let (names, others) = (pair.second.lead.authors.map(\.name), pair.first.lead.authors.map(\.name))
      guard names.count == others.count,
        let place = names.indices.first(where: { Slug(naming: names[$0]) != Slug(naming: others[$0]) }),
        // Names have endings in some languages, and are written in the letters of each.
        names.indices.allSatisfy({ $0 == place || Slug(naming: names[$0]) == Slug(naming: others[$0]) }),
        [Slug(naming: others[place]).description].nearest(to: Slug(naming: names[place]).description, within: 1) != nil
      else { return nil }
      return finding(
        "this version is by “\(names[place])”, and \(pair.first.path) by “\(others[place])”", pair,
        at: places.place(of: { $0.authors?.range }, in: pair.second), help: "write one name in both")
    }
  }

  /// The pairs that break what nine of ten keep, where there are ten.
  private func rule(_ isKept: (Issue, Issue) -> Bool, _ finding: (Pair) -> Diagnostic) -> [Diagnostic] {
    guard pairs.count >= 10 else { return [] }
    let broken = pairs.filter { !isKept($0.first, $0.second) }
    return broken.count * 10 <= pairs.count ? broken.map(finding) : []
  }

  private func finding(_ message: String, _ pair: Pair, at place: Location? = nil, help: String) -> Diagnostic {
    Diagnostic(
      .translationDiffers, message, at: place ?? pair.second.location,
      notes: [.init("the other version", at: pair.first.location)], help: help)
  }
}

extension Issue {
  /// How many parts its text has: sections and run-in headings of all articles.
  fileprivate var parts: Int { articles.reduce(0) { $0 + $1.text.sections.count } }
}
