import Coding
import Diagnostics
import Text

/// An issue that was made by copying another, and kept what should be its own.
enum CopiedIssue {
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    // Of a few issues, nobody can say what is usual.
    guard issues.count >= 4 else { return [] }
    let twins = zip(issues, issues.dropFirst()).filter {
      $0.title == $1.title || $0.lead.text.digest == $1.lead.text.digest || $0.date == $1.date
        || hasAbstract($1, of: $0)
    }
    if twins.isEmpty { return [] }
    // In a long series, one day on which two came out is a slip; several are a habit.
    let isOnlyDay = issues.count >= 8 && twins.count { $0.date == $1.date } == 1
    // Only twins ask how often something is said.
    let titles = counts(twins.contains { $0.title == $1.title } ? issues.map(\.title) : [])
    let abstracts = counts(
      twins.contains { hasAbstract($1, of: $0) }
        ? issues.compactMap { $0.lead.abstractText.map { Fingerprint(of: $0) } } : [])
    var found: [Diagnostic] = []
    for (before, issue) in twins {
      // A title that recurs, such as that of a chronicle, is no slip.
      let hasTitle = before.title == issue.title && titles[issue.title] == 2
      // A text of a few words may recur.
      let hasText = before.lead.text.digest == issue.lead.text.digest && issue.lead.text.sections.count >= 2
      // Neither is an abstract that says of each issue what the series is.
      let hasAbstract =
        hasAbstract(issue, of: before) && issue.lead.abstractText.map { abstracts[Fingerprint(of: $0)] } == 2
      guard hasTitle || hasText || hasAbstract || isOnlyDay && before.date == issue.date else { continue }
      let notes = [Diagnostic.Note("the other issue", at: before.location)]
      if hasTitle {
        found.append(
          Diagnostic(
            .copiedIssue, "this issue has the title of \(before.path)",
            at: places.place(of: { $0.title?.range }, in: issue), notes: notes, help: "write its own title"))
      }
      if before.date == issue.date {
        found.append(
          Diagnostic(
            .copiedIssue, "this issue has the date of \(before.path)",
            at: places.place(of: { $0.date?.range }, in: issue), notes: notes, help: "write its own date"))
      }
      if hasAbstract {
        let opening = issue.lead.abstract?.split(separator: " ").prefix(3).joined(separator: " ")
        found.append(
          Diagnostic(
            .copiedIssue, "this issue has the abstract of \(before.path)",
            at: places.place(of: { $0.title?.range }, in: issue, at: opening), notes: notes,
            help: "write its own abstract"))
      }
      if hasText {
        found.append(
          Diagnostic(
            .copiedIssue, "the text is word for word that of \(before.path)", at: issue.location, notes: notes,
            help: "write its own text, or delete one of the two"))
      }
    }
    return found
  }

  /// How often each value occurs.
  private static func counts<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Whether an issue has the abstract of another, and not only a few words that recur.
  private static func hasAbstract(_ issue: Issue, of other: Issue) -> Bool {
    guard let abstract = issue.lead.abstractText, abstract.count >= 60 else { return false }
    return abstract == other.lead.abstractText
  }
}

extension DiagnosticKind {
  static let copiedIssue = DiagnosticKind(
    "copied-issue", .advice,
    "An issue has the title, the date, the abstract or the text of the one before, as happens when a new one is made from a copy. Titles that recur are passed over."
  )
}
