import Site

/// The pages to look at after a change, with the files that go with them, and what the store knows of them.
struct ReachedPages {
  let pages: [Page]
  var files: [OutputFile] = []
  var copies: [CopiedFile] = []
  var resized: [ResizedImage] = []
  var cards: [Page] = []
  /// The issues of which the search has something else, where nothing but texts changed.
  var searched: [SearchedText] = []
  let known: [String: Store.Output]
  /// The sources whose texts may have changed, where nothing else did.
  var changedTexts: Set<String>?

  /// Issues that are left out, whose pages stay as they are.
  let standing: Set<String>

  /// - Parameter isPatch: Whether the published files are as the build before left them, so that pages that changed texts
  ///   do not reach need no look.
  init(
    of site: PlannedSite, _ reach: Reach, leaving leftOut: LeftOut, isPatch: Bool, _ store: Store
  ) throws(StoreDamage) {
    standing = leftOut.remembered
    guard isPatch, case .texts(let sources) = reach else {
      pages = site.plan.pages
      files = site.plan.files
      copies = site.plan.copies
      resized = site.plan.resized
      cards = site.plan.cards
      known = try store.outputs()
      if case .texts(let sources) = reach { changedTexts = sources }
      return
    }
    var known = try store.outputs(showing: sources.sorted())
    var pages: [Page?] = []
    for output in known.values {
      let subject = TextPage(name: output.subject)
      if let issue = subject.flatMap({ site.searchedIssue($0) }) {
        searched.append(issue)
      } else {
        pages.append(subject.flatMap { site.page($0) })
      }
    }
    guard pages.allSatisfy({ $0.map { known[$0.path.file] != nil } ?? false }) else {
      throw StoreDamage(reason: "it names pages that the site does not have")
    }
    let reached = pages.compactMap { $0 }
    let prints = try store.outputs(at: reached.compactMap(\.print?.path.file))
    known.merge(prints) { first, _ in first }
    self.pages = reached.sorted { $0.path < $1.path }
    self.known = known
  }
}
