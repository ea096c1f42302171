import System

/// Gives finished files their names in the published folder. A folder that is not there yet gets its name once, with
/// everything in it.
struct FinalNames: ~Copyable {
  private var staging: FolderTree
  private var target: FolderTree
  /// The folders that got their names whole.
  private(set) var newFolders: Set<String> = []
  private var known: Set<Substring> = []

  init(from staging: consuming FolderTree, to target: consuming FolderTree) {
    self.staging = staging
    self.target = target
  }

  /// Moves a file to its place, or the highest folder above it that is missing there; one that went with its folder is
  /// there already.
  ///
  /// - Returns: Whether nothing had the name before.
  mutating func give(_ path: String) throws(EnvironmentError) -> Bool {
    var slash = path.utf8.firstIndex(of: UInt8(ascii: "/"))
    while let end = slash {
      let folder = path[..<end]
      if !known.contains(folder) {
        if newFolders.contains(String(folder)) { return true }
        if target.kind(folder) == .nothing {
          try target.take(folder, from: &staging)
          newFolders.insert(String(folder))
          return true
        }
        known.insert(folder)
      }
      slash = path[path.utf8.index(after: end)...].utf8.firstIndex(of: UInt8(ascii: "/"))
    }
    let isAdded = target.kind(path[...]) == .nothing
    try target.take(path[...], from: &staging)
    return isAdded
  }
}
