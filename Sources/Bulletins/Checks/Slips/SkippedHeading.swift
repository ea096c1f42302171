import Diagnostics
import Text

/// A heading that is more than one level below the one before it, as if a chapter were missing in between.
enum SkippedHeading {
  static func find(_ check: ProofText) -> [Diagnostic] {
    var last: Int?
    return check.prose.compactMap { prose in
      guard let level = prose.level else { return nil }
      defer { last = level }
      guard let before = last, level > before + 1, !prose.text.isEmpty else { return nil }
      let signs = String(repeating: "#", count: before + 1)
      return check.finding(
        .skippedHeading, "this heading is of level \(level), and the one before it of level \(before)",
        0..<prose.text.count, of: prose, help: "write `\(signs)` before it")
    }
  }
}

extension DiagnosticKind {
  static let skippedHeading = DiagnosticKind(
    "skipped-heading", .advice,
    "A heading is more than one level below the one before it: `##` is followed by `####`. Those who are read a page go by the levels of its headings, and think that something is missing."
  )
}
