import Diagnostics

/// A change that is dated in days to come: pages would tell readers and search engines of it now.
public enum LateUpdate {
  /// The first day of such changes in an issue; `nil` for nearly all.
  public static func day(of issue: Issue, after today: PublicationDate) -> PublicationDate? {
    if issue.metadata.updated == nil, issue.metadata.corrections == nil { return nil }
    return changes(of: issue).map(\.firstDay).filter { $0 > today }.min()
  }

  /// A finding for each.
  ///
  /// - Parameter places: Where the parts of issues stand.
  public static func findings(_ issues: [Issue], after today: PublicationDate, _ places: IssuePlaces) -> [Diagnostic] {
    issues.filter { day(of: $0, after: today) != nil }.map { issue in
      let isCorrection = issue.metadata.updated.map { $0.value.firstDay <= today } ?? true
      let place = places.place(of: { isCorrection ? $0.corrections?.range : $0.updated?.range }, in: issue)
      return Diagnostic(
        .lateUpdate, "this change is dated after today, and published now", at: place,
        help: "write the day of the change")
    }
  }

  private static func changes(of issue: Issue) -> [PublicationDate] {
    (issue.metadata.updated.map { [$0.value] } ?? []) + (issue.metadata.corrections?.value.map(\.date) ?? [])
  }
}

extension DiagnosticKind {
  static let lateUpdate = DiagnosticKind(
    "late-update", .warning,
    "The day of a change, `updated:` or that of a correction, is still to come. Pages, feeds and the site map tell of it now: it is probably mistyped."
  )
}
