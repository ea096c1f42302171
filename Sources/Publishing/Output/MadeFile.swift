/// A file of the site as a build leaves it.
struct MadeFile: Sendable {
  let file: PublishedFolder.Staged
  let output: Store.Output
  /// Whether it was made now, and not only found to be right.
  let isMade: Bool
  /// Whether the store is to be told of it.
  var isNews = false
  /// How long it took, and the template that made it, where somebody asked.
  var took: (template: String, time: Duration)?
}
