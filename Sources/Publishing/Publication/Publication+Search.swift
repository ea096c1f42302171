import Site

extension Publication {
  /// Adds the files of the search that the change reaches; all of them, where more than texts may differ.
  ///
  /// - Returns: The paths of the files that came and went, where only texts changed.
  func search(
    _ site: PlannedSite, _ pages: ReachedPages, _ files: FileStaging, addingTo made: inout [MadeFile]
  ) throws -> (added: [String], lost: [String]) {
    let rendering = SearchRendering(files, edition.texts, options)
    if patched == nil {
      try rendering.make(site.plan.search, addingTo: &made)
      return ([], [])
    }
    let change = try SearchChange(rendering.read(pages.searched), files, store, options)
    made += change.made
    return (change.added, change.lost)
  }

  /// More files than a search has: one for each text, and parts of the index, which are fewer.
  func mostSearched(_ site: PlannedSite) -> Int {
    patched == nil ? site.plan.search.reduce(0) { $0 + 2 * $1.texts.count } : 0
  }
}
