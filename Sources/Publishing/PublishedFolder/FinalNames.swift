import System

/// Gives finished files their names in the published folder. A folder that is not there yet gets its name once, with
/// everything in it.
struct FinalNames: ~Copyable {
  private var staging: FolderTree
  private var target: FolderTree
  /// The files that have names which nothing had before.
  private(set) var added: [String] = []
  /// The folders that got their names whole.
  private(set) var newFolders: Set<String> = []
  private var known: Set<Substring> = []

  /// - Parameter isNew: Whether nothing had a name before, so that all of so many files are added.
  init(from staging: consuming FolderTree, to target: consuming FolderTree, isNew: Bool, count: Int) {
    self.staging = staging
    self.target = target
    if isNew { added.reserveCapacity(count) }
  }

  /// Moves a file to its place, or the highest folder above it that is missing there; one that went with its folder is
  /// there already.
  mutating func give(_ path: String) throws(EnvironmentError) {
    var slash = path.utf8.firstIndex(of: UInt8(ascii: "/"))
    while let end = slash {
      let folder = path[..<end]
      if !known.contains(folder) {
        if newFolders.contains(String(folder)) { return added.append(path) }
        if target.kind(folder) == .nothing {
          try target.take(folder, from: &staging)
          newFolders.insert(String(folder))
          return added.append(path)
        }
        known.insert(folder)
      }
      slash = path[path.utf8.index(after: end)...].utf8.firstIndex(of: UInt8(ascii: "/"))
    }
    if target.kind(path[...]) == .nothing { added.append(path) }
    try target.take(path[...], from: &staging)
  }
}
