import Diagnostics
import Text

/// A change that is dated before the issue itself, so that no page says a word of it.
enum EarlyUpdate {
  static func find(in issue: Issue, of source: SourceFile) -> [Diagnostic] {
    let corrections = issue.metadata.corrections.flatMap { list in
      list.value.first.map { Located($0.date, at: list.range) }
    }
    return [issue.metadata.updated, corrections].compactMap(\.self)
      .filter { $0.value.lastDay < issue.date.firstDay }
      .map { change in
        Diagnostic(
          .earlyUpdate, "this day lies before that of the issue, and is not published",
          at: source.location(change.range), help: "write the day of the change, or leave it out")
      }
  }
}

extension DiagnosticKind {
  static let earlyUpdate = DiagnosticKind(
    "early-update", .advice,
    "The day of a change, `updated:` or that of a correction, lies before the day of the issue. Pages name only changes of what was out."
  )
}
