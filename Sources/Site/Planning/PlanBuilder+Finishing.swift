import Diagnostics

extension PlanBuilder {
  /// The plan, and what was found while it was made.
  consuming func finished() -> (SitePlan, [Diagnostic]) {
    sort()
    let plan = SitePlan(
      pages: pages, copies: copies.whole.sorted { $0.path < $1.path },
      resized: copies.resized.sorted { $0.path < $1.path }, cards: cards.sorted { $0.path < $1.path },
      files: files, search: search)
    return (plan, (diagnostics + claims.conflicts + LinkCheck.findings(in: self)).inOrder)
  }
}
