extension Publication {
  /// The files of the search that the change reaches; all of them, where more than texts may differ.
  func search(_ site: PlannedSite, _ pages: ReachedPages, _ files: FileStaging) throws -> SearchChange {
    let rendering = SearchRendering(files, edition.texts, options)
    if patched == nil { return try rendering.make(site.plan.search) }
    return try SearchChange(rendering.read(pages.searched), files, store, options)
  }
}
