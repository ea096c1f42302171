import Coding
import Diagnostics

/// An issue that was made by copying another, and kept what should be its own.
enum CopiedIssue {
  static func findings(_ issues: [Issue], _ places: IssuePlaces) -> [Diagnostic] {
    // Of a few issues, nobody can say what is usual.
    guard issues.count >= 4 else { return [] }
    var titles: [String: Int] = [:]
    for issue in issues { titles[issue.title, default: 0] += 1 }
    var found: [Diagnostic] = []
    for (before, issue) in zip(issues, issues.dropFirst()) {
      // A title that recurs, such as that of a chronicle, is no slip.
      let hasTitle = before.title == issue.title && titles[issue.title] == 2
      // A text of a few words may recur.
      let hasText = before.lead.text.digest == issue.lead.text.digest && issue.lead.text.sections.count >= 3
      guard hasTitle || hasText else { continue }
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
      if hasText {
        found.append(
          Diagnostic(
            .copiedIssue, "the text is word for word that of \(before.path)", at: issue.location, notes: notes,
            help: "write its own text, or delete one of the two"))
      }
    }
    return found
  }
}

extension DiagnosticKind {
  static let copiedIssue = DiagnosticKind(
    "copied-issue", .advice,
    "An issue has the title, the date or the text of the one before, as happens when a new one is made from a copy. Titles that recur are passed over."
  )
}
