/// How a series counts its double issues. Most count them as two, so that their cumulative numbers are double, too; others
/// count them once, and their cumulative numbers fall behind by one with each.
struct DoubleIssues {
  /// By how much the cumulative number of an issue has fallen behind, by the path of its file; nothing where each double
  /// issue counts as two.
  private var lag: [String: Int] = [:]
  /// Whether a double issue counts once.
  let countOnce: Bool

  /// - Parameter issues: Those with a cumulative number, in order of publication.
  init(_ issues: [Issue]) {
    let doubles = issues.indices.filter { issues[$0].number.map { $0.first < $0.last } ?? false }
    let areSingle = doubles.allSatisfy { issues[$0].cumulative.map { $0.first == $0.last } ?? false }
    let followed = doubles.filter { $0 + 1 < issues.count }
    let once = followed.count { place in
      let (double, next) = (issues[place].cumulative, issues[place + 1].cumulative)
      return double.flatMap { double in next.map { $0.first == double.last + 1 } } ?? false
    }
    countOnce = areSingle && once > 0 && once * 2 > followed.count
    guard countOnce else { return }
    var (behind, last) = (0, 0)
    for issue in issues {
      guard let number = issue.number else { continue }
      // A year that restarts its numbers counts anew.
      if number.first <= last { behind = 0 }
      lag[issue.path] = behind
      behind += number.last - number.first
      last = number.last
    }
  }

  /// The number of an issue among those of its year, as cumulative numbers count them.
  func place(of issue: Issue) -> Int? { issue.number.map { $0.first - lag[issue.path, default: 0] } }

  /// The place of the last issue that an issue is.
  func lastPlace(of issue: Issue) -> Int? {
    guard let number = issue.number, let place = place(of: issue) else { return nil }
    return countOnce ? place : place + number.last - number.first
  }
}
