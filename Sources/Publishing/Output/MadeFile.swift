import Text

/// A file of the site as a build leaves it.
struct MadeFile: Sendable {
  let file: PublishedFolder.Staged
  /// What the store is to know of it.
  private(set) var output: Store.Output
  /// Whether it was made now, and not only found to be right.
  let isMade: Bool
  /// Whether the store is to be told of it.
  var isNews = false
  /// How long it took, where somebody asked.
  var took: Took?

  /// A time, and the template that it was for. A class, because few builds are timed, and each has a hundred thousand files.
  final class Took: Sendable {
    let template: String
    let time: Duration

    init(_ time: Duration, template: String) {
      self.time = time
      self.template = template
    }
  }

  /// Gives back the digests of what its rendering could read, where they wait elsewhere.
  private var fetchDependencies: (@Sendable () -> Bytes?)?

  init(file: PublishedFolder.Staged, output: Store.Output, isMade: Bool, isNews: Bool = false) {
    self.file = file
    self.output = output
    self.isMade = isMade
    self.isNews = isNews
  }

  /// Puts the digests of what its rendering could read where they need no memory until the store is told of them: of tens
  /// of thousands of pages they are larger than all else that is known of these.
  mutating func layDependenciesAside(in texts: TextStore) {
    guard let fetch = texts.lay(aside: output.dependencies) else { return }
    fetchDependencies = fetch
    output.dependencies = []
  }

  /// All that the store is to know of it. Digests that are lost cost the next build a page that is made once more.
  var kept: Store.Output {
    guard let fetchDependencies else { return output }
    var whole = output
    whole.dependencies = fetchDependencies() ?? []
    return whole
  }
}
