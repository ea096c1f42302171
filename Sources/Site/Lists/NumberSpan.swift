import Bulletins

/// The numbers of issues that follow each other.
enum NumberSpan {
  /// From the lowest to the highest: `1–23`; `nil` where none has a number.
  static func text(of issues: some Sequence<Issue>) -> String? {
    var span: ClosedRange<Int>?
    for issue in issues {
      guard let number = issue.number else { continue }
      let last = max(number.first, number.last)
      span = span.map { min($0.lowerBound, number.first)...max($0.upperBound, last) } ?? number.first...last
    }
    return span.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
  }
}
