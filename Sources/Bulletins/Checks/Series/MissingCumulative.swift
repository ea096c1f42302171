import Diagnostics

/// An issue without a cumulative number among others that have one.
enum MissingCumulative {
  static func findings(_ issues: [Issue]) -> [Diagnostic] {
    // What goes with a number, as `23S` does, is not counted.
    let numbered = issues.filter { $0.number?.suffix.isEmpty ?? false }
    return numbered.indices.compactMap { index in
      guard numbered[index].cumulative == nil else { return nil }
      // Two on each side, where there are so many: a series may begin or cease to count.
      let neighbours = [index - 2, index - 1, index + 1, index + 2].filter { numbered.indices.contains($0) }
      guard neighbours.count >= 2, neighbours.allSatisfy({ numbered[$0].cumulative != nil }) else { return nil }
      return Diagnostic(
        .missingCumulative, "this issue has no cumulative number, and its neighbours have one",
        at: numbered[index].location, help: "write it in brackets behind the number: `No. 23 (99)`")
    }
  }
}

extension DiagnosticKind {
  static let missingCumulative = DiagnosticKind(
    "missing-cumulative", .advice, "An issue has no cumulative number, while those before and after it have one.")
}
