import Diagnostics
import Text

/// A name of the series, a publisher or a role that one issue spells nearly as all others do.
enum RareSpelling {
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    let series = rare(issues, { $0.series == $1.series }) { $0.series.map { [$0] } ?? [] }
    let publishers = rare(issues, { $0.publisher == $1.publisher }) { $0.publisher.map { [$0] } ?? [] }
    let roles = rare(issues, { $0.editors == $1.editors }) { $0.editors.flatMap(\.roles) }
      .filter { !isInflected($0.written, $0.usual) }
    func finding(
      _ spelling: Spelling, _ what: String, isPart: Bool = true, _ field: (Metadata) -> Range<Int>?
    ) -> Diagnostic {
      let place = places.place(of: field, in: spelling.issue, at: isPart ? spelling.written : nil)
      return Diagnostic(
        .rareSpelling,
        "the \(what) is “\(spelling.written)” here and “\(spelling.usual)” in \(spelling.count) other places",
        at: place, help: "did you mean “\(spelling.usual)”?",
        mend: places.guess(spelling.written, spelling.usual, at: place, in: spelling.issue))
    }
    return series.map { finding($0, "name of the series", isPart: false) { $0.series?.range } }
      + publishers.map { finding($0, "publisher") { $0.publisher?.range } }
      + roles.map { finding($0, "role") { $0.editors?.range } }
  }

  /// A spelling that one issue has, and the one that was probably meant.
  private struct Spelling {
    let issue: Issue
    let written: String
    let usual: String
    let count: Int
  }

  /// The spellings of one issue only, beside a near one of four or more; or of a few issues, beside one of hundreds.
  ///
  /// - Parameters:
  ///   - isSame: Whether two issues have the same values: most neighbours do, and are counted together.
  ///   - values: The values of an issue.
  private static func rare(
    _ issues: [Issue], _ isSame: (Issue, Issue) -> Bool, _ values: (Issue) -> [String]
  ) -> [Spelling] {
    var counts: [String: Int] = [:]
    var start = 0
    for index in issues.indices where index + 1 == issues.count || !isSame(issues[index], issues[index + 1]) {
      for value in values(issues[index]) { counts[value, default: 0] += index + 1 - start }
      start = index + 1
    }
    let usual = counts.filter { $0.value >= 4 }.keys.sorted()
    let alone = Set(counts.filter { $0.value <= 5 }.keys)
    // Where nearly every issue has words of its own, none is usual.
    guard !alone.isEmpty, !usual.isEmpty, alone.count <= 20 else { return [] }
    return issues.flatMap { issue in
      values(issue).compactMap { value in
        guard alone.contains(value), let near = usual.filter({ $0 != value }).nearest(to: value),
          !differsInDigits(value, near), let own = counts[value], let count = counts[near],
          own == 1 || own * 100 <= count
        else { return nil }
        return Spelling(issue: issue, written: value, usual: near, count: count)
      }
    }
  }

  /// Whether two words differ at their ends only, as “redaktor” and “redaktorka” do.
  private static func isInflected(_ a: String, _ b: String) -> Bool {
    if a.utf8.sorted() == b.utf8.sorted() { return false }
    let start = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    return a.utf8.count == start || b.utf8.count == start || a.utf8.last != b.utf8.last
  }

  /// Whether two names differ in a number: “Series 2” is no misspelt “Series 3”.
  private static func differsInDigits(_ a: String, _ b: String) -> Bool {
    a.utf8.filter(\.isASCIIDigit) != b.utf8.filter(\.isASCIIDigit)
  }
}

extension DiagnosticKind {
  static let rareSpelling = DiagnosticKind(
    "rare-spelling", .advice,
    "One issue spells the name of the series, the publisher or a role nearly as the others do: it is probably misspelt."
  )
}
