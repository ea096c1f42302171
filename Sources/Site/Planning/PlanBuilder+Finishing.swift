import Diagnostics

extension PlanBuilder {
  /// The plan, and what was found while it was made.
  consuming func finished() -> (SitePlan, [Diagnostic]) {
    sort()
    let plan = SitePlan(
      pages: pages, copies: copies.whole.sorted { $0.path < $1.path },
      resized: copies.resized.sorted { $0.path < $1.path }, cards: cards.sorted { $0.path < $1.path },
      files: files, search: search)
    let inSearch = claims.files(inTheWayOf: "the index of the search") { file in search.contains { $0.takes(file) } }
    return (plan, (diagnostics + claims.conflicts + inSearch + takenFiles + LinkCheck.findings(in: self)).inOrder)
  }

  /// An error for each former address that is a file of the site: no page would answer there, and a server that was told to
  /// lead on would keep the feed, say, from its readers.
  private var takenFiles: [Diagnostic] {
    redirects.compactMap { redirect in
      guard redirect.address.page == nil, redirect.address.query == nil, case .written(let location) = redirect.source,
        let owner = claims.owner(ofFile: redirect.address.path)
      else { return nil }
      return Diagnostic(
        .addressTaken, "the address /\(redirect.address.path) is taken by \(owner.origin)", at: location,
        help: "remove it: the file is there")
    }
  }
}
